import type { ReportValue, ScoreMark } from '@antt/contracts';
import type { Random } from '../random.ts';

type Figure = NonNullable<ScoreMark['figure']>;

const none: Figure = { numerator: null, denominator: null, noCase: true };
const count = (numerator: number): Figure => ({ numerator, denominator: null, noCase: false });
const share = (numerator: number, denominator: number): Figure => ({
  ...{ numerator, denominator, noCase: false },
});

/** What a team reports of a round that has so many countable months. */
export function roundFigures(months: number, random: Random): ReportValue[] {
  const members = random.int(3, 5);
  const figures: Record<string, Figure> = {
    'ND1.03': count(random.int(2, 30)),
    'ND4.06': count(random.int(1, 25)),
    'ND6.01': share(random.chance(0.85) ? members : members - 1, members),
    'ND6.03.1': count(random.int(20, 70)),
    'ND7.01': share(random.chance(0.8) ? months : months - random.int(1, 2), months),
  };
  return Object.entries(figures).map(([code, one]) => ({ code, ...one }));
}

/**
 * What the commune police type of a team: what citizens told whom, who came in time, and that nothing happened which must
 * not happen, but for the item that `breach` names.
 */
export function sheetOf(random: Random, breach: string | null = null): ScoreMark[] {
  const tips = random.int(4, 20);
  const incidents = random.chance(0.3) ? 0 : random.int(1, 5);
  const residents = random.int(30, 90);
  const figures: Record<string, Figure> = {
    'C1.1': share(partOf(tips, random.chance(0.8) ? 80 : 55, random), tips),
    'C1.2': incidents === 0 ? none : share(incidents - (random.chance(0.15) ? 1 : 0), incidents),
    'C2.1': count(random.chance(0.85) ? 1 : 0),
    'C3.1': random.chance(0.7) ? none : share(1, 1),
    'C4.1': count(0),
    'C4.2': share(partOf(residents, random.chance(0.85) ? 92 : 80, random), residents),
    'C4.3': count(0),
    'C5.1': count(0),
    'C6.2': count(0),
  };
  if (breach) figures[breach] = count(1);
  const points: Record<string, number> = {
    'TC.2': random.int(3, 5),
    'TC.3': random.chance(0.9) ? 5 : 3,
    ...(random.chance(0.08) ? { 'CONG.1': random.int(1, 3) } : {}),
    ...(random.chance(0.04) ? { 'TRU.1': random.int(1, 2) } : {}),
  };
  return [
    ...Object.entries(figures).map(([item, figure]) => mark(item, { figure })),
    ...Object.entries(points).map(([item, given]) => mark(item, { points: given })),
  ];
}

function mark(item: string, said: Partial<ScoreMark>): ScoreMark {
  return { item, points: null, figure: null, reason: '', ...said };
}

/** At least so many per cent of a number. */
function partOf(all: number, percent: number, random: Random): number {
  return random.int(Math.ceil((all * percent) / 100), all);
}
