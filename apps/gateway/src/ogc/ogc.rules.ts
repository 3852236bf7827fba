import { type Box, type FeatureCollection, problem } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';

/** Features in one answer: a program that asks for more gets as many (OGC 17-069r4, 7.15.2). */
export const mostFeatures = 10_000;
const usual = 100;

export type ItemsQuestion = {
  on: PlainDate;
  box?: Box;
  limit: number;
  cursor?: string;
  within?: string;
};

const names = ['bbox', 'datetime', 'limit', 'cursor', 'within', 'f'];

/** OGC 17-069r4, requirements 12 and 13: what is unknown or malformed is refused with 400. */
export function refuse(parameter: string, reason: string): never {
  throw problem('ogc-parameter-invalid', { parameter, reason });
}

/** Refuses parameters that the API does not describe. */
export function onlyKnown(query: Record<string, unknown>, known: readonly string[]): void {
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name)) refuse(name, 'unknown');
    if (typeof value !== 'string') refuse(name, 'given-twice');
  }
  if (query.f !== undefined && query.f !== 'json') refuse('f', 'not-a-format');
}

/** What a program may give with the address of the service; it then says it again with every question. */
const carried = ['datetime', 'within'];

/**
 * The question for a document: what is carried along with the address must be well formed here already, since a
 * program shows what goes wrong while it connects.
 */
export function onlyCarried(query: Record<string, unknown>, today: PlainDate): void {
  onlyKnown(query, [...carried, 'f']);
  itemsQuestion(query, today);
}

/** What is asked of a collection's items; `today` is the day of a question without `datetime`. */
export function itemsQuestion(query: Record<string, unknown>, today: PlainDate): ItemsQuestion {
  onlyKnown(query, names);
  const { bbox, datetime, limit, cursor, within } = query as Record<string, string | undefined>;
  if (cursor !== undefined && (cursor === '' || cursor.length > 200)) refuse('cursor', 'malformed');
  if (within !== undefined && !/^[0-9a-f-]{36}$/i.test(within)) refuse('within', 'malformed');
  return {
    on: datetime === undefined ? today : dayOf(datetime, today),
    limit: limitOf(limit),
    ...(bbox === undefined ? {} : { box: boxOf(bbox) }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(within === undefined ? {} : { within }),
  };
}

function limitOf(limit: string | undefined): number {
  if (limit === undefined) return usual;
  if (!/^\d{1,9}$/.test(limit) || Number(limit) < 1) refuse('limit', 'malformed');
  return Math.min(Number(limit), mostFeatures);
}

/** Four numbers, or six whose heights say nothing here; west may not lie east of east in Viet Nam. */
export function boxOf(bbox: string): Box {
  const numbers = bbox.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (![4, 6].includes(numbers.length) || !numbers.every(Number.isFinite)) {
    refuse('bbox', 'malformed');
  }
  const [west, south] = numbers as [number, number];
  const [east, north] = (numbers.length === 4 ? numbers.slice(2) : numbers.slice(3)) as [
    number,
    number,
  ];
  if (south > north || west > east || Math.abs(south) > 90 || Math.abs(north) > 90) {
    refuse('bbox', 'malformed');
  }
  return [west, south, east, north];
}

/**
 * The day of a `datetime`: of an instant its day in Viet Nam, of an interval its last day, since units are read
 * as of one day; an interval that is open towards the future is read as of today.
 */
export function dayOf(datetime: string, today: PlainDate): PlainDate {
  const parts = datetime.split('/');
  if (parts.length === 1) return instant(parts[0]!);
  const [from, to] = parts as [string, string];
  const open = (part: string) => part === '' || part === '..';
  if (parts.length > 2 || (open(from) && open(to))) refuse('datetime', 'malformed');
  const last = open(to) ? today : instant(to);
  if (!open(from) && instant(from) > last) {
    if (open(to)) return instant(from);
    refuse('datetime', 'malformed');
  }
  return last;
}

const moment = /^(\d{4}-\d{2}-\d{2})(?:[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))?$/;

function instant(text: string): PlainDate {
  const day = moment.exec(text)?.[1];
  if (!day || !PlainDate.safeParse(day).success) refuse('datetime', 'malformed');
  if (text.length === 10) return day;
  const at = Date.parse(text.toUpperCase());
  if (Number.isNaN(at)) refuse('datetime', 'malformed');
  const here = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
  // the last evening of the last year is a day later here
  if (!PlainDate.safeParse(here).success) refuse('datetime', 'malformed');
  return here;
}

/** What collections are called, in the language of the office. */
export const collectionText: Readonly<
  Record<FeatureCollection, { title: string; description: string }>
> = {
  provinces: { title: 'Tỉnh, thành phố', description: 'Ranh giới và tên cấp tỉnh trong ngày' },
  districts: {
    title: 'Cấp huyện (đến 30/6/2025)',
    description: 'Ranh giới và tên cấp huyện trong ngày',
  },
  communes: { title: 'Xã, phường, đặc khu', description: 'Ranh giới và tên cấp xã trong ngày' },
  villages: {
    title: 'Thôn, tổ dân phố',
    description: 'Điểm thôn, tổ dân phố trong phạm vi được xem',
  },
  teams: {
    title: 'Tổ bảo vệ an ninh, trật tự',
    description: 'Tổ đang hoạt động trong phạm vi được xem',
  },
  workplaces: {
    title: 'Nơi làm việc',
    description: 'Nơi làm việc đang dùng trong phạm vi được xem',
  },
  coverage: {
    title: 'Độ phủ theo xã',
    description: 'Xã trong phạm vi được xem cùng số liệu độ phủ trong ngày',
  },
};
