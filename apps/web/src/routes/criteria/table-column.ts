import type { MessageId } from '../../i18n/message.ts';

export type Row = Record<string, unknown>;

/** A column of a list that is typed like a spreadsheet: where its cell stands in the row, and how it is typed. */
export type TableColumn = {
  id: string;
  title: MessageId;
  kind: 'number' | 'choice';
  /** Place in the row, from it outwards. */
  path: (row: Row) => readonly string[] | null;
  /** Of a choice: what is stored, by what it says. */
  options?: readonly { value: string | boolean; text: MessageId }[];
  /** What stands there when nothing was said. */
  otherwise?: string | boolean;
  /** A number that must stand; the others may be left out. */
  needed?: boolean;
  /** Of a choice: the number that it bounds. */
  bounds?: string;
};

const member = (...path: string[]) => {
  const fixed = () => path;
  return fixed;
};
const binding = ({ value }: Row) => (value as { binding?: string } | undefined)?.binding;
const included = (
  id: string,
  bounds: string,
  beneath: MessageId,
  within: MessageId,
  otherwise: boolean,
) =>
  ({
    id,
    bounds,
    title: 'criteria.table.bound',
    kind: 'choice',
    path: member(id),
    otherwise,
    options: [
      { value: otherwise, text: otherwise ? within : beneath },
      { value: !otherwise, text: otherwise ? beneath : within },
    ],
  }) satisfies TableColumn;

/** From so much to so much, so many people. */
const classes: TableColumn[] = [
  included('fromIncluded', 'from', 'criteria.table.above', 'criteria.table.from', true),
  { id: 'from', title: 'criteria.field.from', kind: 'number', path: member('from') },
  included('toIncluded', 'to', 'criteria.table.below', 'criteria.table.to', false),
  { id: 'to', title: 'criteria.field.to', kind: 'number', path: member('to') },
  {
    id: 'binding',
    title: 'criteria.field.binding',
    kind: 'choice',
    path: member('value', 'binding'),
    options: [
      { value: 'exact', text: 'criteria.value.exact' },
      { value: 'maximum', text: 'criteria.value.maximum' },
      { value: 'range', text: 'criteria.value.range' },
      { value: 'unknown', text: 'criteria.value.unknown' },
    ],
  },
  {
    id: 'least',
    title: 'criteria.table.least',
    kind: 'number',
    path: (row) =>
      binding(row) === 'maximum'
        ? ['value', 'atLeast']
        : binding(row) === 'range'
          ? ['value', 'from']
          : null,
  },
  {
    id: 'members',
    title: 'criteria.field.members.integer',
    kind: 'number',
    needed: true,
    path: (row) =>
      binding(row) === 'unknown' ? null : ['value', binding(row) === 'range' ? 'to' : 'members'],
  },
];

/** More than so much: so many teams. */
const steps: TableColumn[] = [
  included('included', 'over', 'criteria.table.above', 'criteria.table.from', false),
  { id: 'over', title: 'criteria.table.size', kind: 'number', needed: true, path: member('over') },
  {
    id: 'teams',
    title: 'criteria.field.teams',
    kind: 'number',
    needed: true,
    path: member('teams'),
  },
];

/** Lists that offices know as tables, by their name in the document. */
export const tables: Readonly<Record<string, TableColumn[]>> = { classes, steps };

/** What stands at a place of a row. */
export function cellOf(row: Row, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (at as Row | undefined)?.[name], row);
}

/** The row with something else at a place; nothing there when it is undefined. */
export function withCell(row: Row, path: readonly string[], value: unknown): Row {
  const [name, ...rest] = path as [string, ...string[]];
  const { [name]: old, ...others } = row;
  const next = rest.length > 0 ? withCell((old ?? {}) as Row, rest, value) : value;
  return next === undefined ? others : { ...row, [name]: next };
}

/** The row with its number of people said in another way, as far as it is known. */
export function withBinding(row: Row, next: string): Row {
  const { members, to, from, atLeast } = (row.value ?? {}) as Row;
  const most = members ?? to ?? 3;
  const least = from ?? atLeast ?? 1;
  const values: Record<string, Row> = {
    exact: { binding: 'exact', members: most },
    maximum: { binding: 'maximum', members: most, atLeast: least },
    range: { binding: 'range', from: least, to: most },
    unknown: { binding: 'unknown', note: '' },
  };
  return { ...row, value: values[next] };
}

/** The row that follows: it begins where the last one ends. */
export function following(rows: readonly Row[], blank: Row): Row {
  const last = rows.at(-1);
  if (!last) return blank;
  if (typeof last.over === 'number') {
    return { ...blank, over: last.over, teams: Number(last.teams) + 1, included: last.included };
  }
  const next = { ...blank, value: last.value ?? blank.value };
  if (typeof last.to !== 'number') return next;
  return { ...next, from: last.to, ...(last.toIncluded === true && { fromIncluded: false }) };
}
