import {
  type IssueCategory,
  type IssueFinding,
  type IssueRule,
  issueRules,
  type ParameterValue,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

type Rounding = ParameterValue<'tool-rounding'>;

/** A share of a team's strength as a number of tools; the law does not say how it is rounded (law BR-61). */
export function shareOf(strength: number, percent: number, rounding: Rounding): number {
  const share = (strength * percent) / 100;
  if (rounding === 'nearest') return Math.round(share);
  return rounding === 'up' ? Math.ceil(share) : Math.floor(share);
}

/** Same day so many months later, at the latest the last of that month. */
export function monthsAfter(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const time = Date.UTC(year, month - 1 + months, Math.min(date, last));
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * Provinces that the winter set goes to (Decree 40/2024/NĐ-CP Art. 3): from Thừa Thiên Huế northwards, which
 * have the codes 01 to 46, and the Central Highlands.
 */
export function hasWinter(provinceCode: string): boolean {
  const code = Number(provinceCode);
  return (code >= 1 && code <= 46) || [62, 64, 66, 67, 68].includes(code);
}

export type Issuing = {
  category: IssueCategory;
  numbered: boolean;
  number: string | null;
  quantity: number;
  /** What is due of it: by person, or of tools by the team. */
  due: number;
  /** What the member, or of tools the team, has that still serves. */
  held: number;
  hasToolCertificate: boolean;
  /** A winter item where there is no winter, or what stands instead of it where there is. */
  outOfSeason: boolean;
};

/** What Decree 40 Art. 3 and Circular 14 Art. 8 have against an issue. */
export function issueFindings(issuing: Issuing): IssueFinding[] {
  const { category, numbered, number, quantity, due, held } = issuing;
  const isTool = category === 'tool';
  return [
    isTool && !issuing.hasToolCertificate && finding('tool-certificate-missing'),
    isTool && held + quantity > due && finding('tool-limit-exceeded', held + quantity, due),
    numbered && number === null && finding('number-missing'),
    !isTool && held > 0 && held + quantity > due && finding('issued-too-early', held, due),
    !isTool && held === 0 && quantity > due && finding('beyond-entitlement', quantity, due),
    issuing.outOfSeason && finding('winter-not-eligible'),
  ].filter((one) => one !== false);
}

function finding(
  rule: IssueRule,
  count: number | null = null,
  limit: number | null = null,
): IssueFinding {
  const { severity, article } = issueRules[rule];
  return { rule, severity, article, count, limit };
}
