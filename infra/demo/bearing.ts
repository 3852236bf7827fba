import type { Point } from './plane.ts';

/** Where a part lies within its district, as one would say it on the road; `C` is the middle. */
const steps = {
  C: [0, 0],
  N: [0, 1],
  NE: [0.7, 0.7],
  E: [1, 0],
  SE: [0.7, -0.7],
  S: [0, -1],
  SW: [-0.7, -0.7],
  W: [-1, 0],
  NW: [-0.7, 0.7],
} as const satisfies Record<string, Point>;
export type Bearing = keyof typeof steps;

/** The communes of July 2025, district by district. */
const table = `
  213: 07210 N, 07228 NW, 07681 SW, 07682 E, 07696 W, 07699 NE, 07735 SE, 07738 S
  215: 07246 N, 07264 W, 07282 E, 07288 S, 07294 SE
  216: 07306 N, 07330 E, 07333 NW, 07339 C, 07351 SW
  217: 07375 C, 07381 NW, 07399 NE, 07420 SW, 07432 S
  218: 07444 W, 07450 N, 07462 NW, 07486 C, 07489 E, 07492 SE, 07498 SW, 07519 S
  219: 07531 N, 07534 NE, 07537 C, 07543 W, 07573 E, 07582 S, 07594 SE
  220: 07615 C, 07616 SW, 07621 NE, 07627 N, 07642 NW, 07654 E, 07663 W, 07672 SE
  222: 07774 NW, 07777 NE, 07795 SE, 07798 SW
  223: 07822 N, 07840 E, 07864 W, 07870 S
  224: 07525 E, 07552 N, 07603 SE, 07612 SW
  256: 09169 NE, 09187 NW, 09190 W, 09286 SE, 09325 S
  258: 09193 S, 09202 W, 09205 N, 09208 E, 09238 SW
  259: 09247 C, 09253 NW, 09265 W, 09292 E, 09295 S, 09301 NE, 09313 SW
  260: 09319 N, 09334 C, 09340 SW, 09343 E, 09349 SE
  261: 09367 S, 09370 NE, 09379 W, 09385 N
  262: 09400 C, 09409 NE, 09427 W, 09430 SE, 09433 SW, 09445 S
  263: 09454 SW, 09466 E, 09469 N, 09475 SE, 09487 W
  264: 09496 N, 09499 E, 09523 S, 09529 W
`;

/** Communes that went to a successor in the next district, and so lie at that border. */
const strays: Record<string, Bearing> = { '07366': 'SE', '07606': 'SW' };

const bearings = new Map(
  [...table.matchAll(/(\d{5}) ([NESWC]+)/g)].map(([, code, bearing]) => [
    code!,
    bearing as Bearing,
  ]),
);

/** The step from the middle of its district to a commune of July 2025, at most one long. */
export function stepTo(code: string): Point {
  const bearing = bearings.get(code);
  if (!bearing) throw new Error(`no bearing for commune ${code}`);
  return steps[bearing];
}

/** The same for an old commune that did not follow its district; null for all others. */
export function strayStep(code: string): Point | null {
  const bearing = strays[code];
  return bearing ? steps[bearing] : null;
}
