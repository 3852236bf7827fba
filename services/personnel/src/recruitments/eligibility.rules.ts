import {
  type Background,
  type Finding,
  type HealthCertificate,
  type RecognitionRule,
  recognitionRules,
} from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';

export type Applicant = {
  receivedOn: PlainDate;
  residentSince: PlainDate | null;
  background: Background | null;
  health: HealthCertificate | null;
};

const leastResidence = 365;

/** What Art. 13.2, 13.4 and 13.5 have against an applicant who is recognised on a day. */
export function eligibilityOf(
  { receivedOn, residentSince, background, health }: Applicant,
  { on, healthMonths }: { on: PlainDate; healthMonths: number },
): Finding[] {
  const resides = residentSince === null ? null : daysBetween(residentSince, receivedOn);
  return [
    resides === null && finding('residence-unknown'),
    resides !== null &&
      resides < leastResidence &&
      finding('residence-too-short', Math.max(0, resides), leastResidence),
    background === null && finding('background-unknown'),
    background !== null && !isClear(background) && finding('background-not-clear'),
    health === null && finding('health-certificate-missing'),
    health !== null && !health.fit && finding('health-unfit'),
    health !== null &&
      addMonths(health.issuedOn, healthMonths) < on &&
      finding('health-certificate-expired', null, healthMonths),
  ].filter((one) => one !== false);
}

/** Law BR-29: a positive check, "no" to each disqualifier, and a served record only with the paper that clears it. */
function isClear(check: Background): boolean {
  const { prosecuted, servingSentence, judicialMeasure, administrativeMeasure } = check;
  const { positive, formerRecord, expungedBy } = check;
  const former =
    formerRecord === 'none' || (formerRecord === 'expunged' && expungedBy.trim() !== '');
  const now = prosecuted || servingSentence || judicialMeasure || administrativeMeasure;
  return positive && !now && former;
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The same day so many months later, or the last one of a shorter month. */
function addMonths(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
  const wanted = addDays(`${last.slice(0, 8)}01`, date - 1);
  return wanted < last ? wanted : last;
}

function finding(
  rule: RecognitionRule,
  count: number | null = null,
  limit: number | null = null,
): Finding {
  const { severity, article } = recognitionRules[rule];
  return { rule, severity, article, count, limit };
}
