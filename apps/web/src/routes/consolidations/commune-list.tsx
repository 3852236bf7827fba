import type { CommuneConsolidation } from '@antt/contracts';
import { compareNames } from '@antt/kernel';
import { Progress } from 'antd';
import { FormattedMessage } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import { CommuneState } from './commune-state.tsx';

type Props = { communes: CommuneConsolidation[]; onOpen: (id: string) => void };

/** Communes with what waits in each: the overdue first, then by name. */
export function CommuneList({ communes, onOpen }: Props) {
  const sorted = [...communes].sort(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      Number(a.waiting === 0) - Number(b.waiting === 0) ||
      compareNames(a.unit.name, b.unit.name),
  );
  return (
    <ol className="wait-communes">
      {sorted.map((commune) => {
        const { unit, waiting, teams, decided } = commune;
        return (
          <li key={unit.id}>
            <button type="button" onClick={() => onOpen(unit.id)}>
              <b>{unitName(unit)}</b>
              <span className="tabular">
                <FormattedMessage id="consolidations.of-commune" values={{ waiting, teams }} />
              </span>
              <Progress
                size="small"
                aria-label={`${decided}/${decided + waiting}`}
                percent={Math.round((100 * decided) / Math.max(1, decided + waiting))}
                format={() => (
                  <span className="tabular">
                    {decided}/{decided + waiting}
                  </span>
                )}
              />
              <CommuneState commune={commune} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
