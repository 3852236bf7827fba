import type { MemberCost, QuotaDraftRow } from '@antt/contracts';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import { costOf } from './cost.rules.ts';
import { Millions } from './millions.tsx';
import type { DraftColumn } from './draft-column.ts';
import { faultOf, remarksOf } from './draft.rules.ts';

const count = (value: number | null) => (value === null ? '' : <FormattedNumber value={value} />);

/** Teams and members of one source: `7 / 21`; a dash where it says nothing. */
function Pair({ of }: { of: { teams: number; members: number } | null }) {
  if (!of) return <span className="faint">–</span>;
  return (
    <>
      <FormattedNumber value={of.teams} /> / <FormattedNumber value={of.members} />
    </>
  );
}

type Props = {
  row: QuotaDraftRow;
  cost: MemberCost | undefined;
  column: DraftColumn;
  number: number;
};

/** What a cell shows while nobody types in it. */
export function DraftCell({ row, cost, column: { id }, number }: Props) {
  const intl = useIntl();
  if (id === 'number') return number;
  if (id === 'unit') {
    return (
      <span className="commune" title={intl.formatMessage({ id: 'drafts.parts.open' })}>
        {unitName(row.unit)}
        {row.parts.length > 0 && <small> ({row.parts.length})</small>}
      </span>
    );
  }
  if (id === 'note') return <span title={row.note}>{row.note}</span>;
  if (id === 'norm') return <Pair of={row.norm} />;
  if (id === 'decided') return <Pair of={row.decided} />;
  if (id === 'cost') return <Millions of={costOf(row, cost)} />;
  if (id === 'active') return count(row.active);
  if (id === 'serving') {
    return row.serving === null ? <span className="faint">–</span> : count(row.serving);
  }
  if (id !== 'remark') return count(row[id]);
  const fault = faultOf(row);
  const said = remarksOf(row);
  const text = said
    .map(({ id: remark, count: n }) =>
      intl.formatMessage({ id: `drafts.remark.${remark}` }, { count: n }),
    )
    .join('; ');
  return (
    <span title={text}>
      {fault && (
        <b className="wrong">
          <FormattedMessage id={`drafts.fault.${fault}`} />
          {said.length > 0 && '; '}
        </b>
      )}
      {said.map(({ id: remark, count: n }, place) => (
        <span key={remark} data-remark={remark}>
          {place > 0 && '; '}
          <FormattedMessage id={`drafts.remark.${remark}`} values={{ count: n }} />
        </span>
      ))}
    </span>
  );
}
