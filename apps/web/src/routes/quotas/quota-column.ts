import type { IntlShape } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { midSentence } from '../../i18n/mid-sentence.ts';
import type { Counted, SortColumn } from './quota.rules.ts';

export type QuotaColumn = {
  id: 'number' | SortColumn | 'norm' | 'serving' | 'note' | 'basis';
  title: MessageId;
  /** Columns of one heading stand side by side under it. */
  group?: MessageId;
  /** Pixels, or a share of the table; what is left over goes to the column without. */
  width?: number | string;
  numeric?: boolean;
};

const figure = (id: Counted | 'difference', group: MessageId | undefined, width = 74) =>
  ({ id, title: `quotas.column.${id}`, group, width, numeric: true }) as const;

export const wideColumns: QuotaColumn[] = [
  { id: 'number', title: 'quotas.column.number', width: 46 },
  { id: 'unit', title: 'quotas.column.unit', width: '18%' },
  figure('villages', undefined, 78),
  {
    id: 'norm',
    title: 'quotas.column.norm',
    group: 'quotas.column.of-teams',
    width: 78,
    numeric: true,
  },
  figure('teams', 'quotas.column.of-teams'),
  figure('active', 'quotas.column.of-teams', 82),
  figure('difference', 'quotas.column.of-teams', 98),
  figure('members', 'quotas.column.of-members'),
  {
    id: 'serving',
    title: 'quotas.column.serving',
    group: 'quotas.column.of-members',
    width: 92,
    numeric: true,
  },
  figure('leaders', 'quotas.column.of-members', 70),
  figure('deputies', 'quotas.column.of-members', 66),
  figure('ordinary', 'quotas.column.of-members', 66),
  { id: 'note', title: 'quotas.column.note' },
  { id: 'basis', title: 'quotas.column.basis', width: 196 },
];

/** On a phone: the commune and its three figures; a touch opens the rest. */
export const narrowColumns: QuotaColumn[] = [
  { id: 'unit', title: 'quotas.column.unit' },
  figure('teams', undefined, 56),
  figure('active', undefined, 64),
  figure('difference', undefined, 80),
];

/** Where one decision gives them all, its column gives its room to the names. */
export const withoutBasis = (columns: readonly QuotaColumn[]): QuotaColumn[] =>
  columns
    .filter(({ id }) => id !== 'basis')
    .map((column) => (column.id === 'unit' && column.width ? { ...column, width: '24%' } : column));

/** Neighbouring columns that share a heading. */
export function headings(columns: readonly QuotaColumn[]) {
  const spans: { group: MessageId | undefined; columns: QuotaColumn[] }[] = [];
  for (const column of columns) {
    const last = spans.at(-1);
    if (last && column.group && last.group === column.group) last.columns.push(column);
    else spans.push({ group: column.group, columns: [column] });
  }
  return spans;
}

/** The one name of a column where it stands without its heading, as in a copied table. */
export function fullTitle(intl: IntlShape, { title, group }: QuotaColumn): string {
  const own = intl.formatMessage({ id: title });
  return group ? `${intl.formatMessage({ id: group })}: ${midSentence(own)}` : own;
}
