import { listUnits } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Checkbox } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { parentName, unitName } from '../../unit-name.ts';
import type { OldUnit } from './draft.ts';
import { UnitSearch } from './unit-search.tsx';

type Props = {
  on: PlainDate;
  commune: string | undefined;
  onCommune: (id: string) => void;
  chosen: OldUnit[];
  onTake: (unit: OldUnit) => void;
};

/** The villages of a commune, to be ticked: neighbours stand beside each other. */
export function VillageTicks({ on, commune, onCommune, chosen, onTake }: Props) {
  const intl = useIntl();
  const villages = useAnswer(
    listUnits,
    { on, level: 'village', within: commune, limit: 1000 },
    { enabled: commune !== undefined, keep: true },
  );
  return (
    <div className="ticks">
      <UnitSearch
        on={on}
        level="commune"
        chosen={undefined}
        placeholder={intl.formatMessage({ id: 'reorganisations.new.commune-first' })}
        onPick={(unit) => onCommune(unit.id)}
      />
      {commune && villages.data && (
        <>
          <p className="faint">
            <FormattedMessage
              id="reorganisations.new.villages-of"
              values={{
                count: villages.data.items.length,
                name: villages.data.items[0] ? parentName(villages.data.items[0]) : '',
              }}
            />
          </p>
          <ul>
            {villages.data.items.map((unit) => (
              <li key={unit.id}>
                <Checkbox
                  checked={chosen.some(({ id }) => id === unit.id)}
                  onChange={() => onTake(unit)}
                >
                  {unitName(unit)}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
