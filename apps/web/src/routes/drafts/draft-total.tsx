import type { MemberCost, QuotaDraftRow } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import { costOf, totalCost } from './cost.rules.ts';
import { Millions } from './millions.tsx';
import type { DraftColumn } from './draft-column.ts';
import { sumsOf } from './draft.rules.ts';

type Props = {
  columns: readonly DraftColumn[];
  rows: readonly QuotaDraftRow[];
  costs: ((unitId: string) => MemberCost | undefined) | undefined;
  title: ReactNode;
};

const number = (value: number | null) => (value === null ? '–' : <FormattedNumber value={value} />);

/** A line of totals below the annex. */
export function DraftTotal({ columns, rows, costs, title }: Props) {
  const sums = sumsOf(rows);
  const norms = rows.flatMap(({ norm }) => (norm ? [norm] : []));
  const cell = ({ id }: DraftColumn) => {
    if (id === 'unit') return title;
    if (id === 'cost') {
      return <Millions of={totalCost(rows, (row) => costOf(row, costs?.(row.unitId)))} />;
    }
    if (id === 'active' || id === 'serving') return number(sums[id]);
    if (id === 'decided') {
      return (
        <>
          {number(sums.decidedTeams)} / {number(sums.decidedMembers)}
        </>
      );
    }
    if (id === 'norm') {
      const add = (of: 'teams' | 'members') => norms.reduce((sum, norm) => sum + norm[of], 0);
      return norms.length === 0 ? (
        '–'
      ) : (
        <>
          {number(add('teams'))} / {number(add('members'))}
        </>
      );
    }
    return id === 'number' || id === 'remark' || id === 'note' ? null : number(sums[id]);
  };
  return (
    <tr role="row">
      {columns.map((column) => (
        <td
          key={column.id}
          role="gridcell"
          data-align={column.numeric ? 'end' : undefined}
          data-column={column.id}
        >
          {cell(column)}
        </td>
      ))}
    </tr>
  );
}
