import type { IntlShape } from 'react-intl';
import { unitName } from '../../unit-name.ts';
import { fullTitle, wideColumns } from './quota-column.ts';
import { type Counted, counted, differenceOf, type QuotaLine, type Sums } from './quota.rules.ts';

type Cells = Partial<Record<(typeof wideColumns)[number]['id'], string | number | null>>;

const asLine = (cells: Cells) =>
  wideColumns.map(({ id }) => String(cells[id] ?? '').replace(/\s+/g, ' ')).join('\t');

export function sumCells(sums: Sums): Cells {
  const cells: Cells = Object.fromEntries(counted.map((name: Counted) => [name, sums[name]]));
  cells.norm = sums.norm;
  cells.serving = sums.serving;
  if (sums.teams !== null && sums.active !== null) {
    cells.difference = differenceOf({ teams: sums.teams, active: sums.active });
  }
  return cells;
}

/** The table as it is shown, for a spreadsheet: plain numbers, district rows and the total included. */
export function quotasAsTabs(
  intl: IntlShape,
  lines: readonly QuotaLine[],
  total: Sums,
  basisOf: (instrumentId: string | null) => string,
): string {
  const rows = lines.map((line) => {
    if (line.kind === 'group') {
      const { numeral, group } = line;
      return asLine({ number: numeral, unit: group.name, ...sumCells(group.sums) });
    }
    const { row, number } = line;
    const { note, instrumentId } = row;
    const figures = Object.fromEntries(counted.map((name) => [name, row[name]]));
    const difference = differenceOf(row);
    const basis = basisOf(instrumentId);
    const norm = row.norm?.teams ?? null;
    const unit = unitName(row.unit);
    const serving = row.serving ?? null;
    return asLine({ number, unit, norm, serving, ...figures, difference, note, basis });
  });
  return [
    wideColumns.map((column) => fullTitle(intl, column)).join('\t'),
    ...rows,
    asLine({ unit: intl.formatMessage({ id: 'quotas.total' }), ...sumCells(total) }),
  ].join('\n');
}
