import { searchKey } from '@antt/kernel';
import { isErrorHeading } from './sheet.ts';

/** Numbers a decision gives a commune (Law 30/2023/QH15 Art. 14.4), and the villages it counted. */
export const quantities = [
  'villages',
  'teams',
  'members',
  'leaders',
  'deputies',
  'ordinary',
] as const;
export type Quantity = (typeof quantities)[number];

/** The most that one commune can be given of anything. */
export const mostOfOne = 100_000;

/** What a column of an annex means; `group` is a district in a column of its own, `errors` our own mark. */
export type AnnexColumn = 'order' | 'code' | 'group' | 'name' | 'note' | 'errors' | Quantity;

/** A heading's meaning before its neighbours are known. */
type Meaning = AnnexColumn | 'unit' | 'sum' | null;

const fixed: readonly [RegExp, Meaning][] = [
  [/^(?:stt|so tt|tt|so thu tu)$/u, 'order'],
  [/^(?:ghi chu|notes?)\b/u, 'note'],
  [/^(?:code|ma|ma (?:so|dvhc|don vi|xa|phuong|huyen|tinh|bnv|tctk|gso)\b.*)$/u, 'code'],
  [/^(?:tong(?: so| cong)?|cong|so luong)$/u, 'sum'],
];
const village =
  /\b(?:thon|to dan pho|tdp|ban|ap|khu pho|khom|xom|lang|buon|khoi pho|tieu khu|khu dan cu|villages?)\b/u;
const team =
  /\b(?:to bao ve|to antt|to an ninh|to bv\w*|so (?:luong )?to|teams?)\b(?! (?:vien|truong|pho|dan pho))/u;
const people = /\b(?:thanh vien|nguoi|quan so|bien che|nhan su|luc luong|members?)\b/u;
const commune = /\b(?:xa|phuong|thi tran|dac khu|commune)\b/u;
const district = /\b(?:huyen|quan|thi xa|thanh pho|district)\b/u;
const anyUnit = /^(?:ten|don vi|dia ban|dia phuong|dvhc|cap|unit|name)\b/u;

/** Words of a heading, without brackets, punctuation and diacritics. */
function wordsOf(text: string): string {
  return searchKey(text)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

function positionOf(words: string): Meaning {
  const rest = words.replace(/\bpho to truong\b|\bto pho\b|\bdeput\w+\b/gu, '\u0000');
  const found: Quantity[] = [];
  if (/\bto truong\b|\btruong to\b|\bleaders?\b/u.test(rest)) found.push('leaders');
  if (rest.includes('\u0000')) found.push('deputies');
  if (/\bto vien\b|\bordinary\b/u.test(rest)) found.push('ordinary');
  if (found.length === 3) return 'members';
  return found.length === 1 ? (found[0] ?? null) : null;
}

function meaningOf(words: string): Meaning {
  for (const [pattern, meaning] of fixed) if (pattern.test(words)) return meaning;
  if (/\bto (?:truong|pho|vien)\b|\btruong to\b|leader|deput|ordinary/u.test(words)) {
    return positionOf(words);
  }
  if (people.test(words)) return 'members';
  if (team.test(words) || words === 'to') return 'teams';
  const places = words.replace(/\b(?:dia|uy) ban\b/gu, 'dia phuong');
  if (village.test(places)) return 'villages';
  if (/^(?:(?:tong )?so|cong an)\b/u.test(words)) return null;
  const withoutTown = words.replace(/\bthi xa\b/gu, 'huyen').replace(/\bxa hoi\b/gu, '');
  if (commune.test(withoutTown)) return 'name';
  if (district.test(withoutTown)) return 'group';
  return anyUnit.test(words) ? 'unit' : null;
}

/**
 * The meaning of a column whose heading stands in several rows, top first. The lowest row decides; a bare
 * `Tổng số` takes its meaning from what stands above it.
 */
export function meaningOfHeading(path: readonly string[]): Meaning {
  if (path.some(isErrorHeading)) return 'errors';
  const words = path.map(wordsOf).filter((text) => text !== '');
  for (const text of words.reverse()) {
    const meaning = meaningOf(text);
    if (meaning !== 'sum') return meaning;
  }
  return words.length > 0 ? 'sum' : null;
}

/** Is the lowest row of the heading a total (`Tổng số`), or just people (`Thành viên`)? */
export function isTotalHeading(path: readonly string[]): boolean {
  return /^(?:tong|cong)\b/u.test(wordsOf(path.at(-1) ?? ''));
}
