import type { PlainDate } from './plain-date.ts';

/** Levels a kind of unit belongs to; a `thành phố` is a province's capital or a province itself. */
type KindLevel = 'province' | 'district' | 'commune' | 'village';

/**
 * Kinds of unit, and how offices shorten them. A shortened word counts with or without its dot; a lone
 * letter needs a dot or a space behind it, and `short` is empty where shortening would be a guess.
 */
type Kind = {
  kind: string;
  levels: readonly KindLevel[];
  short: readonly string[];
  /** First day on which units may become of this kind below a province, and the first day on which no more. */
  from?: PlainDate;
  until?: PlainDate;
};

/** Law 72/2025/QH15: from this day on below a province lie xã, phường and đặc khu only (law BR-04). */
const twoLevels = '2025-07-01';

const kinds: readonly Kind[] = [
  { kind: 'tỉnh', levels: ['province'], short: [] },
  { kind: 'thành phố', levels: ['province'], short: ['tp', 't.p', 'th.phố'] },
  { kind: 'thành phố', levels: ['district'], short: ['tp', 't.p', 'th.phố'], until: twoLevels },
  { kind: 'quận', levels: ['district'], short: ['q'], until: twoLevels },
  { kind: 'huyện đảo', levels: ['district'], short: [], until: twoLevels },
  { kind: 'huyện', levels: ['district'], short: ['h'], until: twoLevels },
  { kind: 'thị xã', levels: ['district'], short: ['tx', 't.x'], until: twoLevels },
  { kind: 'thị trấn', levels: ['commune'], short: ['tt', 't.t', 'ttr'], until: twoLevels },
  { kind: 'đặc khu', levels: ['commune'], short: ['đk'], from: twoLevels },
  { kind: 'phường', levels: ['commune'], short: ['p', 'ph'] },
  { kind: 'xã', levels: ['commune'], short: ['x'] },
  { kind: 'tổ dân phố', levels: ['village'], short: ['tdp', 'tổ dp'] },
  { kind: 'khu dân cư', levels: ['village'], short: ['kdc'] },
  { kind: 'khu phố', levels: ['village'], short: ['kp'] },
  { kind: 'khối phố', levels: ['village'], short: [] },
  { kind: 'khu vực', levels: ['village'], short: ['kv'] },
  { kind: 'tiểu khu', levels: ['village'], short: ['tk'] },
  { kind: 'thôn', levels: ['village'], short: [] },
  { kind: 'bản', levels: ['village'], short: [] },
  { kind: 'làng', levels: ['village'], short: [] },
  { kind: 'ấp', levels: ['village'], short: [] },
  { kind: 'khóm', levels: ['village'], short: [] },
  { kind: 'xóm', levels: ['village'], short: [] },
  { kind: 'buôn', levels: ['village'], short: [] },
  { kind: 'bon', levels: ['village'], short: [] },
  { kind: 'phum', levels: ['village'], short: [] },
  { kind: 'sóc', levels: ['village'], short: [] },
];

/**
 * The kinds a unit of a level may be of, in lower case: a commune is a xã, never a huyện. With a day those that a
 * unit may begin as on it.
 */
export function kindsOf(level: KindLevel, on?: PlainDate): string[] {
  return kinds
    .filter(({ levels, from, until }) => {
      if (!levels.includes(level)) return false;
      return on === undefined || ((!from || from <= on) && (!until || on < until));
    })
    .map(({ kind }) => kind);
}

/** A unit's name taken apart; `kind` is the full word in lower case, null where the name has none. */
export type KindAndName = { kind: string | null; name: string };

/** What leads a name: longest word first, so that `thị xã` is not read as `xã`. */
const leads = kinds
  .flatMap(({ kind, levels, short }) => [
    { words: kind, kind, levels, whole: true },
    ...short.map((words) => ({ words, kind, levels, whole: false })),
  ])
  .sort((a, b) => b.words.length - a.words.length);

/** The five tone marks; circumflex, breve and horn are part of the letter, not tones. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const toneMarks = (run: string) => run.match(tone) ?? [];

/** One spelling for what looks alike: spaces, invisible characters, dashes, apostrophes, Đ and Ð. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .toLowerCase()
    .replace(/\u00f0/gu, 'đ')
    .replace(/\s*[-\u2010-\u2015]\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Key for searching as one types: without diacritics, đ as d, lower case, single spaces. Never identifies:
 * `Cẩm Giang` and `Cẩm Giàng` share one.
 */
export function searchKey(text: string): string {
  return tidy(tidy(text).normalize('NFD').replace(/\p{M}/gu, '')).replace(/đ/gu, 'd');
}

/**
 * Key of a name: equal for NFC and NFD, any letter case and spacing, `oà`/`òa`, `uý`/`úy` and every other
 * place of a tone mark within its syllable, `Đ` written as `Ð`, `Phường 01` and `Phường 1`. Diacritics
 * count, i and y are different letters. For comparing only, not for showing.
 */
export function nameKey(text: string): string {
  return tidy(text)
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (run) => {
      const tones = toneMarks(run);
      return tones.length === 1 ? run.replace(tone, '') + tones[0] : run;
    })
    .replace(/(?<![\p{L}\p{M}\p{N}])0+(?=\d)/gu, '')
    .normalize('NFC');
}

/** Length of the kind and of the dot or spaces behind it; 0 if the name does not begin with it. */
function leadLength(name: string, words: string, whole: boolean): number {
  if (!name.startsWith(words)) return 0;
  const rest = name.slice(words.length);
  const gap = (whole ? /^(?:\s+|\.\s*)/u : /^(?:\.\s*|\s+|(?=\d))/u).exec(rest);
  return gap && rest.length > gap[0].length ? words.length + gap[0].length : 0;
}

/**
 * Splits `TT. Bắc Lý` into `thị trấn` and `Bắc Lý`. Say the `level` where it is known: the commune
 * `Bản Mù` and the district `Sóc Sơn` begin with the word for a village.
 */
export function splitKind(fullName: string, level?: KindLevel): KindAndName {
  const name = fullName.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const lower = name.toLowerCase().replace(/\u00f0/gu, 'đ');
  for (const { words, kind, levels, whole } of leads) {
    if (level && !levels.includes(level)) continue;
    const length = leadLength(lower, words, whole);
    if (length > 0 && lower.length === name.length)
      return { kind, name: name.slice(length).trim() };
  }
  return { kind: null, name };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese order: Đ after D, `Thôn 2` before `Thôn 10`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a.normalize('NFC'), b.normalize('NFC'));
}
