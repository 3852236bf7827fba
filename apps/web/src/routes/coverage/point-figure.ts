import type { CoveragePoint } from '@antt/contracts';

/** The figures of an area on a day that can be followed over time. */
export const figures = [
  'teamsDecided',
  'teamsActive',
  'teamsWithWorkplace',
  'villages',
  'coveredVillages',
  'membersDecided',
] as const satisfies (keyof CoveragePoint)[];
export type PointFigure = (typeof figures)[number];

/** Told apart by colour and, on grey paper, by the line. */
export const strokes: Readonly<Record<PointFigure, { colour: string; dash: string }>> = {
  teamsDecided: { colour: '#5e3c99', dash: '' },
  teamsActive: { colour: '#0f5f6b', dash: '9 3' },
  teamsWithWorkplace: { colour: '#b35806', dash: '2 3' },
  villages: { colour: '#37444a', dash: '12 3 2 3' },
  coveredVillages: { colour: '#1b7837', dash: '5 2' },
  membersDecided: { colour: '#b2182b', dash: '14 4' },
};

export const readFigures = (text: string | null): PointFigure[] => {
  const asked = (text ?? '').split(',');
  const known = figures.filter((one) => asked.includes(one));
  return known.length > 0 ? known : ['teamsDecided', 'teamsActive', 'teamsWithWorkplace'];
};
