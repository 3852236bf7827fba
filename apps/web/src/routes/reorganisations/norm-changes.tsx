import type { ReorganisationEffects } from '@antt/contracts';
import { compareNames } from '@antt/kernel';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { unitName } from '../../unit-name.ts';

type Norms = NonNullable<ReorganisationEffects['norms']>;
type Change = Norms['total'];
const what = ['teams', 'members'] as const;

/** What the criteria come to before and after an act, commune by commune, beside what stands decided. */
export function NormChanges({ norms }: { norms: Norms }) {
  const communes = [...norms.communes].sort((a, b) => compareNames(a.unit.name, b.unit.name));
  const open = communes.filter(({ becomes }) => becomes.members === null).length;
  return (
    <details open className="norm-changes">
      <summary>
        <FormattedMessage id="reorganisations.norms" /> <b className="tabular">{communes.length}</b>
      </summary>
      <p className="faint">
        <FormattedMessage id="reorganisations.norms-note" values={{ open }} />
      </p>
      <div className="norm-scroll" tabIndex={0}>
        <table className="tabular">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                <FormattedMessage id="reorganisations.norms.commune" />
              </th>
              {what.map((one) => (
                <th key={one} scope="colgroup" colSpan={3}>
                  <FormattedMessage id={`reorganisations.norms.${one}`} />
                </th>
              ))}
            </tr>
            <tr>
              {what.map((one) => (
                <SideHeads key={one} />
              ))}
            </tr>
          </thead>
          <tbody>
            {communes.map(({ unit, ...change }) => (
              <Line key={unit.id} name={unitName(unit)} change={change} />
            ))}
          </tbody>
          <tfoot>
            <Line
              name={<FormattedMessage id="reorganisations.norms.total" />}
              change={norms.total}
            />
          </tfoot>
        </table>
      </div>
    </details>
  );
}

function SideHeads() {
  return (['was', 'becomes', 'decided'] as const).map((side) => (
    <th key={side} scope="col">
      <FormattedMessage id={`reorganisations.norms.${side}`} />
    </th>
  ));
}

function Line({ name, change }: { name: ReactNode; change: Change }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {what.flatMap((one) =>
        (['was', 'becomes', 'decided'] as const).map((side) => {
          const value = change[side][one];
          return (
            <td key={`${one} ${side}`} data-side={side}>
              {value === null ? '–' : <FormattedNumber value={value} />}
            </td>
          );
        }),
      )}
    </tr>
  );
}
