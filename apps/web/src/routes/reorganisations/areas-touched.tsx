import { listAreas } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useMe } from '../../session/me.ts';

/** Areas that roles are held in and that follow, or have to be looked at. */
export function AreasTouched({ touched }: { touched: string[] }) {
  const may = useMe().permissions.includes('account.read');
  const areas = useAnswer(listAreas, {}, { enabled: may });
  const own = (areas.data?.items ?? []).filter(({ units }) =>
    units.some(({ unitId, to }) => to === null && touched.includes(unitId)),
  );
  if (!areas.data) return null;
  if (own.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="reorganisations.new.areas-none" />
      </p>
    );
  }
  return (
    <details>
      <summary>
        <FormattedMessage id="reorganisations.new.areas" /> <b className="tabular">{own.length}</b>
      </summary>
      <ul className="act-lines">
        {own.map(({ id, name, units }) => (
          <li key={id}>
            <b>{name}</b>
            <span>
              <FormattedMessage
                id="reorganisations.new.areas-units"
                values={{
                  count: units.filter(({ unitId, to }) => to === null && touched.includes(unitId))
                    .length,
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
