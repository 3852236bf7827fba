import { type Permission, UnitKind } from '@antt/contracts';
import { addDays, type Operation } from '@antt/kernel';
import { z } from 'zod';
import { headingText } from './list-heading.ts';
import { valueText } from './list-value.ts';
import { toldColumns } from './told-column.ts';
import type { Column, Value } from './workbook.ts';
import { fullName } from './workbook-text.ts';

type Schema = {
  type?: string | string[];
  format?: string;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
};
type Row = Record<string, unknown>;

/** A field of a list's rows that a file can show. */
export type Field = {
  path: string[];
  kind: 'text' | 'number' | 'day' | 'moment' | 'truth' | 'named' | 'many' | 'told';
};

/** What a row of the list is made of, from the contract alone; ids are for machines. */
export function fieldsOf(route: string, operation: Operation): Field[] {
  const schema = z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' });
  const { items, rows } = (schema as Schema).properties ?? {};
  const item = (items ?? rows)?.items;
  return item ? below(route, item, []) : [];
}

/** The number on somebody's card is for readers, and comes masked. */
const forReaders = ['citizenId'];

function below(route: string, schema: Schema, path: string[]): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): Field[] => {
    const here = [...path, name];
    if (toldColumns[`${route}.${here.join('.')}`]) return [{ path: here, kind: 'told' }];
    if (/^id$|Ids?$/.test(name) && !forReaders.includes(name)) return [];
    return read(route, field, here);
  });
}

function read(route: string, field: Schema, path: string[]): Field[] {
  const known = field.anyOf?.find(({ type }) => type !== 'null') ?? field;
  const type = [known.type].flat().find((one) => one !== 'null');
  if (type === 'object') {
    if (known.properties?.name) return [{ path, kind: 'named' }];
    return below(route, known, path);
  }
  if (type === 'array') {
    return [{ path, kind: 'many' }];
  }
  if (type === 'number' || type === 'integer') return [{ path, kind: 'number' }];
  if (type === 'boolean') return [{ path, kind: 'truth' }];
  if (type === 'string') {
    if (known.format === 'date') return [{ path, kind: 'day' }];
    return [{ path, kind: isMoment(known, path.at(-1)!) ? 'moment' : 'text' }];
  }
  return [];
}

/** Some contracts say only by its name that a text is an instant. */
function isMoment({ format }: Schema, name: string): boolean {
  return format === 'date-time' || /^at$|[a-z]At$/.test(name);
}

/** By route and field, by field, by its last part. */
function wordFor<T>(words: Readonly<Record<string, T>>, route: string, path: string[]) {
  const keys = [`${route}.${path.join('.')}`, path.join('.'), path.at(-1)!];
  const key = keys.find((one) => Object.hasOwn(words, one));
  return key === undefined ? undefined : words[key];
}

/**
 * The heading of a field, of told ones the first; null where it is left out on purpose, undefined where
 * nobody gave it one.
 */
export function headingOf(route: string, { path }: Field): string | null | undefined {
  const [told] = toldColumns[`${route}.${path.join('.')}`] ?? [];
  if (told) return told.heading;
  return wordFor(headingText, route, path);
}

/** The field's code in words. */
export function worded(route: string, path: string[], value: string): string {
  return wordFor(valueText, route, path)?.[value] ?? value;
}

/** Days kept as the first after what ends, which people write as the last. */
const ends: Readonly<Record<string, true>> = {
  effectiveTo: true,
  validTo: true,
  '/equipment.serviceEndsOn': true,
  '/instruments/:id/governs.to': true,
  '/people.until': true,
  '/quotas.surplus.until': true,
};

/** Fields that services keep from who holds none of these: their columns would be empty. */
const seenWith: Readonly<Record<string, readonly Permission[]>> = {
  '/absences.reason': ['person-profile.read'],
  '/cessations.conduct': ['person-profile.read'],
  '/cessations.ground': ['person-profile.read'],
  '/cessations.letterOn': ['person-profile.read'],
  '/cessations.proposalDueOn': ['person-profile.read'],
  '/people.birthDate': ['person-profile.read', 'bank-account.read'],
};

/** Contracts that extend figures with whose they are have that at their end; readers begin with it. */
const subjects = [headingText.unit, headingText.group];
const isSubject = (route: string, field: Field) =>
  field.path.length === 1 && subjects.includes(headingOf(route, field) ?? null);

/**
 * The columns of a list for somebody: those of its fields that have a heading and that they may see, in the
 * order of the contract; the unit or group that figures are about stands before them.
 */
export function columnsOf(
  route: string,
  operation: Operation,
  may: (permission: Permission) => boolean,
): Column<Row>[] {
  const seen = fieldsOf(route, operation).filter(
    ({ path }) => seenWith[`${route}.${path.join('.')}`]?.some(may) ?? true,
  );
  const first = seen.filter((field) => isSubject(route, field));
  const fields = [...first, ...seen.filter((field) => !first.includes(field))];
  const has = (name: string) => fields.some(({ path }) => path.join('.') === name);
  /** Where a row tells the kind of what it names: "Xã Tân Dĩnh" in one cell. */
  const kindOf: Record<string, string> = { parentName: 'parentKind', unitName: 'unitKind' };
  return fields.flatMap((field) => {
    if (field.kind === 'told') return toldColumns[`${route}.${field.path.join('.')}`]!;
    const heading = headingOf(route, field);
    if (!heading) return [];
    const told = field.path.join('.');
    const by = kindOf[told] && has(kindOf[told]) ? kindOf[told] : null;
    const cell = (row: Row) =>
      by && row[told] && row[by]
        ? fullName({ kind: String(row[by]), name: String(row[told]) })
        : cellOf(route, field, row);
    return [{ heading, width: field.kind === 'number' ? 12 : 22, cell }];
  });
}

function cellOf(route: string, { path, kind }: Field, row: Row): Value {
  const value = path.reduce<unknown>((at, name) => (at as Row | null)?.[name], row);
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'number':
      return value as number;
    case 'truth':
      return value ? 'Có' : 'Không';
    case 'day':
      return { day: wordFor(ends, route, path) ? addDays(value as string, -1) : (value as string) };
    case 'moment':
      return { moment: value as string };
    case 'named':
      return named(value as Row);
    case 'many':
      return (value as (Row | string)[])
        .map((one) => (typeof one === 'string' ? worded(route, path, one) : named(one)))
        .join('; ');
    default:
      return worded(route, path, value as string);
  }
}

/** Of a unit its kind stands before the name; kinds of other things are codes that a name does not need. */
function named({ kind, name }: Row): string {
  const { success, data } = UnitKind.safeParse(kind);
  return success ? fullName({ kind: data, name: String(name) }) : String(name);
}
