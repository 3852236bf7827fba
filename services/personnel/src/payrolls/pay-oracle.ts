import type { PayCondition, PayLine, PolicyDocument, Position } from '@antt/contracts';
import { addDays, daysOf, type Period, type PlainDate } from '@antt/kernel';

/** For tests: somebody as the oracle sees them, day by day. */
export type OraclePerson = {
  postings: { id: string; position: Position; from: PlainDate; to: PlainDate | null }[];
  tags: string[];
  education: string;
  minority: boolean;
  /** Social insurance as a member, in days. */
  insured: { from: PlainDate; to: PlainDate | null }[];
  suspended: { from: PlainDate; to: PlainDate | null }[];
  /** Evenings on which a whole night was served under an order. */
  nights: PlainDate[];
};

type Day = { day: PlainDate; posting: OraclePerson['postings'][number] };

const holdsOn = ({ from, to }: { from: PlainDate; to: PlainDate | null }, day: PlainDate) =>
  from <= day && (to === null || day < to);

/** The base wage as law.md §4.3 has it. */
function baseWage(day: PlainDate): number {
  return day < '2024-07-01' ? 1_800_000 : day < '2026-07-01' ? 2_340_000 : 2_530_000;
}

function met(when: PayCondition, person: OraclePerson, { day, posting }: Day): boolean {
  const { positions, education, tags, withoutTags, minority, socialInsurance, days } = when;
  const cover = person.insured.some((one) => holdsOn(one, day)) ? 'own' : 'none';
  return (
    (!positions || positions.includes(posting.position)) &&
    (!education || education.includes(person.education as never)) &&
    (!tags || tags.every((tag) => person.tags.includes(tag))) &&
    (!withoutTags || !withoutTags.some((tag) => person.tags.includes(tag))) &&
    (minority === undefined || minority === person.minority) &&
    (!socialInsurance || socialInsurance.includes(cover)) &&
    (!days?.from || day >= days.from) &&
    (!days?.to || day < days.to)
  );
}

function rounded(amount: number, { round: { to, mode } }: PayLine): number {
  // amounts of these documents are far below what a double counts exactly
  const units = amount / to;
  const near = Math.round(units * 1e6) / 1e6;
  const by = { nearest: Math.floor(near + 0.5), up: Math.ceil(near), down: Math.floor(near) }[mode];
  return by * to;
}

/** Which rate applies to a line on a day, and its amount for a whole month (or one night). */
function rateOf(
  line: PayLine,
  document: PolicyDocument,
  person: OraclePerson,
  at: Day,
): { rate: number; whole: number } | null {
  const index = line.rates.findIndex(({ when }) => met(when, person, at));
  if (index === -1) return null;
  const { value } = line.rates[index]!;
  let whole = 0;
  if ('vnd' in value) whole = value.vnd;
  else if ('of' in value) {
    const own = value.ofLines.map((code) => {
      const other = document.lines.find((each) => each.code === code)!;
      return rateOf(other, document, person, at)?.whole ?? 0;
    });
    const sum = own.reduce((all, one) => all + one, 0);
    whole = Number(value.times);
    for (const _ of value.of) whole *= baseWage(at.day);
    if (value.ofLines.length > 0) whole *= sum;
  }
  const amount = rounded(whole, line);
  return { rate: index + 1, whole: amount };
}

function isPaid(line: PayLine, document: PolicyDocument, person: OraclePerson, at: Day): boolean {
  const own = rateOf(line, document, person, at);
  if (!own || own.whole === 0) return false;
  const monthly = document.lines.filter(({ basis }) => basis.per === 'month');
  const amount = (code: string) => {
    const other = monthly.find((each) => each.code === code);
    return other ? (rateOf(other, document, person, at)?.whole ?? 0) : 0;
  };
  if (monthly.some(({ code, includes }) => includes.includes(line.code) && amount(code) > 0))
    return false;
  return document.exclusive.every(({ lines, keep }) => {
    const place = lines.indexOf(line.code);
    if (place === -1) return true;
    return lines.every((code, n) => {
      if (n === place) return true;
      if (keep === 'first') return n > place || amount(code) === 0;
      return n < place ? own.whole > amount(code) : own.whole >= amount(code);
    });
  });
}

/** What is owed by line, recomputed day by day the way one reads the document. */
export function oracle(
  document: PolicyDocument,
  person: OraclePerson,
  month: Period,
): Map<string, number> {
  const { from: first, to: next } = daysOf(month);
  const served: Day[] = [];
  let length = 0;
  for (let day = first; day < next; day = addDays(day, 1)) {
    length += 1;
    const posting = person.postings.find((one) => holdsOn(one, day));
    const away = person.suspended.some((one) => holdsOn(one, day)) && !document.absences.suspension;
    if (posting && !away) served.push({ day, posting });
  }
  const owed = new Map<string, number>();
  const add = (code: string, amount: number) => {
    if (amount !== 0) owed.set(code, (owed.get(code) ?? 0) + amount);
  };
  for (const line of document.lines) {
    const paid = served.filter((at) => isPaid(line, document, person, at));
    if (line.basis.per === 'duty') {
      const nights = paid
        .filter(({ day }) => person.nights.includes(day))
        .slice(0, line.cap?.most ?? 31);
      for (const at of nights) add(line.code, rateOf(line, document, person, at)!.whole);
      continue;
    }
    if (document.proration === 'calendar-days') {
      for (const { id } of person.postings) {
        const own = paid.filter(({ posting }) => posting.id === id);
        const sum = own.reduce((all, at) => all + rateOf(line, document, person, at)!.whole, 0);
        add(line.code, Math.floor(sum / length + 0.5));
      }
      continue;
    }
    const alike = new Map<string, { days: number; last: PlainDate; whole: number }>();
    for (const at of paid) {
      const { rate, whole } = rateOf(line, document, person, at)!;
      const key = `${at.posting.id} ${rate} ${whole}`;
      alike.set(key, { days: (alike.get(key)?.days ?? 0) + 1, last: at.day, whole });
    }
    const [decisive] = [...alike.values()].sort(
      (a, b) => b.days - a.days || (a.last < b.last ? 1 : -1),
    );
    if (!decisive) continue;
    const half = document.proration === 'half-month' && paid.length < 15;
    add(line.code, half ? Math.floor(decisive.whole / 2 + 0.5) : decisive.whole);
  }
  return owed;
}
