import type { FormDocument, Indicator, ReportValue } from '@antt/contracts';
import type { Random } from '../random.ts';

export type Sheet = { form: { document: FormDocument }; indicators: Indicator[] };

/** What a team of a few people may do in a month, by indicator; 0 to 3 of anything else. */
const usual: Readonly<Record<string, readonly [number, number]>> = {
  'ND1.03': [1, 9],
  'ND4.05': [0, 3],
  'ND4.06': [1, 8],
  'ND2.05.1': [1, 4],
  'ND2.05.2': [30, 160],
  'ND3.03.1': [0, 0],
  'ND3.03.2': [0, 0],
  'ND4.07': [1, 6],
  'ND6.03.1': [6, 14],
  'ND6.03.2': [24, 60],
  'ND6.03.3': [30, 90],
};

/** Invented figures that hold together: who patrolled stands among the person-times, who was heard among those who came. */
export function figuresOf({ indicators }: Sheet, random: Random): ReportValue[] {
  return indicators.map((one) => figureOf(one, random));
}

function figureOf({ code, shape }: Indicator, random: Random): ReportValue {
  if (shape === 'flag') return { code, numerator: 1, denominator: null, noCase: false };
  if (shape === 'months') {
    return { code, numerator: random.chance(0.85) ? 1 : 0, denominator: 1, noCase: false };
  }
  if (shape === 'ratio') return shareOf(code, random);
  const [least, most] = usual[code] ?? [0, 3];
  return { code, numerator: random.int(least, most), denominator: null, noCase: false };
}

function shareOf(code: string, random: Random): ReportValue {
  // Most months nobody in a village has to be reconciled.
  if (code === 'ND5.05' && random.chance(0.55)) {
    return { code, numerator: null, denominator: null, noCase: true };
  }
  const below = code === 'ND6.01' ? random.int(3, 5) : random.int(1, 4);
  const above = random.chance(0.8) ? below : Math.max(0, below - 1);
  return { code, numerator: above, denominator: below, noCase: false };
}
