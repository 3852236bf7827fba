import { Gap, Level, readings } from '@antt/contracts';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { metrics, type CoverageMetric } from '@antt/contracts';
import { useMe } from '../../session/me.ts';
import { type AnyWorkKind, listOf } from '../worklist/use-work.ts';

export type Camera = { lat: number; lng: number; zoom: number };
export type PointLayer = 'teams' | 'workplaces';

/** All that the map page shows, as it stands in the address; the day and the area are the frame's. */
export type MapSearch = {
  metric: CoverageMetric;
  /** The kind of work that is counted; all kinds without one. */
  work: AnyWorkKind | undefined;
  gaps: Gap[];
  q: string;
  sort: string;
  level: Level | undefined;
  unit: string | undefined;
  points: PointLayer[];
  side: 'table' | 'none';
  camera: Camera | undefined;
};

const layers: PointLayer[] = ['teams', 'workplaces'];
const defaults = { metric: 'coverage' as CoverageMetric, sort: 'name', points: 'teams,workplaces' };

function readCamera(text: string | null): Camera | undefined {
  const [lat, lng, zoom] = (text ?? '').split(',').map(Number);
  if (![lat, lng, zoom].every(Number.isFinite)) return undefined;
  return { lat: lat!, lng: lng!, zoom: zoom! };
}

/** A camera as it stands in the address. */
export const cameraText = ({ lat, lng, zoom }: Camera) =>
  `${lat.toFixed(4)},${lng.toFixed(4)},${zoom.toFixed(2)}`;

const listed = <T extends string>(text: string | null, known: readonly T[]) =>
  known.filter((one) => (text ?? '').split(',').includes(one));

export function readMapSearch(search: URLSearchParams): MapSearch {
  const level = Level.safeParse(search.get('level'));
  return {
    metric: metrics.find((one) => one === search.get('metric')) ?? defaults.metric,
    work: listOf(search.get('work') ?? undefined)?.kind,
    gaps: listed(search.get('gap'), Gap.options),
    q: search.get('q') ?? '',
    sort: search.get('sort') ?? defaults.sort,
    level: level.success ? level.data : undefined,
    unit: search.get('unit') ?? undefined,
    points: listed(search.get('points') ?? defaults.points, layers),
    side: search.get('side') === 'none' ? 'none' : 'table',
    camera: readCamera(search.get('at')),
  };
}

/** Writes a change into the address; what equals the default is left out. */
export function writeMapSearch(
  search: URLSearchParams,
  change: Partial<MapSearch>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | undefined, normal?: string) => {
    if (value === undefined || value === normal) next.delete(name);
    else next.set(name, value);
  };
  if ('metric' in change) put('metric', change.metric, defaults.metric);
  if ('work' in change) put('work', change.work);
  if ('gaps' in change) put('gap', change.gaps?.join(',') || undefined);
  if ('q' in change) put('q', change.q || undefined);
  if ('sort' in change) put('sort', change.sort, defaults.sort);
  if ('level' in change) put('level', change.level);
  if ('unit' in change) put('unit', change.unit);
  if ('points' in change) put('points', change.points?.join(',') ?? '', defaults.points);
  if ('side' in change) put('side', change.side, 'table');
  if (change.camera) put('at', cameraText(change.camera));
  return next;
}

/** Moves and typed letters replace the entry of the history; choices add one. */
const quiet: (keyof MapSearch)[] = ['camera', 'q', 'sort'];

/** What I may have the map coloured by. */
export function useMetrics(): readonly CoverageMetric[] {
  const { permissions } = useMe();
  return useMemo(() => {
    const may = (metric: CoverageMetric) => readings[metric].seenBy ?? permissions;
    return metrics.filter((metric) => may(metric).some((one) => permissions.includes(one)));
  }, [permissions]);
}

export function useMapSearch() {
  const [search, setSearch] = useSearchParams();
  const offered = useMetrics();
  const state = useMemo(() => {
    const read = readMapSearch(search);
    return offered.includes(read.metric) ? read : { ...read, metric: defaults.metric };
  }, [search, offered]);
  const change = useCallback(
    (next: Partial<MapSearch>) =>
      setSearch((old) => writeMapSearch(old, next), {
        replace: Object.keys(next).every((name) => quiet.includes(name as keyof MapSearch)),
        preventScrollReset: true,
      }),
    [setSearch],
  );
  return { ...state, change };
}
