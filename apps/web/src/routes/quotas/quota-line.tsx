import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import type { QuotaRow } from '@antt/contracts';
import { memo, type ReactNode } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import { Difference } from './difference.tsx';
import type { QuotaColumn } from './quota-column.ts';
import { differenceOf, type QuotaLine, type Sums } from './quota.rules.ts';

const number = (value: number | null) => (value === null ? '–' : <FormattedNumber value={value} />);

/** Nobody has counted them yet: said in words, since it is not nought. */
const serving = (value: number | null | undefined) =>
  value === null || value === undefined ? (
    <span className="faint">
      <FormattedMessage id="quotas.serving.not-yet" />
    </span>
  ) : (
    <FormattedNumber value={value} />
  );

/** Nobody may take a number that was shared out for one that was counted. */
function shared(row: QuotaRow, column: string, told: ReactNode): ReactNode {
  if (!row.restated?.apportioned.includes(column)) return told;
  return (
    <>
      <FormattedMessage id="quotas.shared">
        {(text) => <i title={String(text)}>≈</i>}
      </FormattedMessage>
      {told}
    </>
  );
}

/** The cells of a group's or the whole table's sums. */
export function sumCell({ id, numeric }: QuotaColumn, sums: Sums): ReactNode {
  if (!numeric) return null;
  if (id === 'norm') return number(sums.norm);
  if (id === 'serving') return serving(sums.serving);
  if (id !== 'difference') return number(sums[id as keyof Sums]);
  const { teams, active } = sums;
  return (
    <Difference
      value={teams === null || active === null ? null : differenceOf({ teams, active })}
    />
  );
}

type Props = {
  line: QuotaLine;
  /** The line's place in the whole table, from one, below the heading. */
  place: number;
  prefix: string;
  columns: readonly QuotaColumn[];
  /** Whether each commune names what lies above it. */
  named: boolean;
  /** Its depth where districts stand above communes. */
  level: number | undefined;
  active: boolean;
  chosen: boolean;
  basisOf: (instrumentId: string | null) => ReactNode;
  onLine: (line: QuotaLine) => void;
};

function PlainLine(props: Props) {
  const { line, place, prefix, columns, named, level, active, chosen, basisOf, onLine } = props;
  const cell = ({ id, numeric }: QuotaColumn): ReactNode => {
    if (line.kind === 'group') {
      if (id === 'number') return line.numeral;
      if (id === 'unit') {
        const Caret = line.folded ? CaretRightOutlined : CaretDownOutlined;
        return (
          <span className="quota-group">
            <Caret className="no-print" />
            {!columns.some((column) => column.id === 'number') && `${line.numeral}. `}
            {line.group.name}
          </span>
        );
      }
      return sumCell({ id, numeric } as QuotaColumn, line.group.sums);
    }
    const { row } = line;
    if (id === 'number') return line.number;
    if (id === 'note') return row.note;
    if (id === 'basis') return basisOf(row.instrumentId);
    if (id === 'difference') return <Difference value={differenceOf(row)} />;
    if (id === 'norm') return shared(row, id, number(row.norm?.teams ?? null));
    if (id === 'serving') return serving(row.serving);
    if (id !== 'unit') return shared(row, id, number(row[id]));
    return (
      <>
        {unitName(row.unit)}
        {named && row.parent && <small>{unitName(row.parent)}</small>}
      </>
    );
  };
  return (
    <tr
      id={`${prefix}-${line.id}`}
      role="row"
      aria-rowindex={place + 1}
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={line.kind === 'group' ? !line.folded : undefined}
      data-id={line.id}
      data-kind={line.kind}
      data-active={active || undefined}
      onClick={() => onLine(line)}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          role="gridcell"
          data-column={column.id}
          data-align={column.numeric ? 'end' : column.id === 'number' ? 'center' : undefined}
          title={column.id === 'note' && line.kind === 'row' ? line.row.note : undefined}
        >
          {cell(column)}
        </td>
      ))}
    </tr>
  );
}

export const Line = memo(PlainLine);
