import { Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDay } from '../../day.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';
import type { Owner } from './use-draft.ts';

type Props = { owner: Owner; onChange: (owner: Owner) => void };

/** By which document a policy holds, and where. */
export function OwnerFields({ owner, onChange }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const instruments = useInstruments(undefined);
  const { instrumentId, units } = owner;
  // Money for the force is the People's Council's, by resolution (Law 30/2023/QH15 Art. 23).
  const resolutions = (instruments.data?.items ?? []).filter(
    (one) => one.kind === 'resolution' || one.id === instrumentId,
  );
  return (
    <div className="doc-members owner-fields">
      <label className="doc-field">
        <span>
          <FormattedMessage id="policies.instrument" />
        </span>
        <InstrumentField
          value={instrumentId}
          instruments={resolutions}
          loading={instruments.isLoading}
          onChange={(chosen) => onChange({ ...owner, instrumentId: chosen ?? null })}
        />
      </label>
      <div className="doc-field">
        <span>
          <FormattedMessage id="policies.territory" />
        </span>
        <UnitField
          on={on}
          value={null}
          placeholder={intl.formatMessage({
            id: units.length > 0 ? 'policies.territory.add' : 'policies.everywhere',
          })}
          aria-label={intl.formatMessage({ id: 'policies.territory' })}
          onChange={(_, unit) => {
            if (!unit || units.some(({ id }) => id === unit.id)) return;
            onChange({ ...owner, units: [...units, unit] });
          }}
        />
        {units.length > 0 && (
          <span className="chosen-units">
            {units.map((unit) => (
              <Tag
                key={unit.id}
                closable
                onClose={(event) => {
                  event.preventDefault();
                  onChange({ ...owner, units: units.filter(({ id }) => id !== unit.id) });
                }}
              >
                {unit.name}
              </Tag>
            ))}
          </span>
        )}
      </div>
    </div>
  );
}
