import { listPoints } from '@antt/contracts';
import { useMemo } from 'react';
import { useAnswer } from '../../answer.ts';
import type { Point } from '../../map/point.ts';
import { useMay } from '../../session/me.ts';
import type { PointLayer } from './map-search.ts';

/** Above this the points of the whole area would weigh more than the map itself: narrow the area first. */
export const mostPoints = 20_000;

/** Teams and workplaces of the day, only those asked for; null where they are too many. */
export function usePoints(
  on: string,
  within: string | undefined,
  layers: PointLayer[],
  teams: number,
): Point[] | null {
  const few = teams > 0 && teams <= mostPoints;
  const may = { teams: useMay('team.read'), workplaces: useMay('workplace.read') };
  const options = (layer: PointLayer) => ({
    enabled: few && may[layer] && layers.includes(layer),
    keep: true,
  });
  const found = {
    teams: useAnswer(listPoints, { on, within, layer: 'teams' }, options('teams')),
    workplaces: useAnswer(listPoints, { on, within, layer: 'workplaces' }, options('workplaces')),
  };
  const [teamItems, workplaceItems] = [found.teams.data?.items, found.workplaces.data?.items];
  const points = useMemo(
    () => [
      ...(layers.includes('teams') ? (teamItems ?? []) : []).map((point) => ({
        ...point,
        layer: 'teams' as const,
      })),
      ...(layers.includes('workplaces') ? (workplaceItems ?? []) : []).map((point) => ({
        ...point,
        layer: 'workplaces' as const,
      })),
    ],
    [layers, teamItems, workplaceItems],
  );
  return teams > mostPoints ? null : points;
}
