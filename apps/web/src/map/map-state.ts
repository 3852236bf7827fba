import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Hover } from './hover.ts';
import {
  communeNames,
  fillLayer,
  namesFrom,
  outlined,
  tilesOf,
  type OutlinedLevel,
  wanted,
  wantedLayer,
} from './style.ts';

/** What one unit looks like; `colour` null is "no data". */
export type Fill = { id: string; colour: string | null; muted: boolean };

const levels = Object.keys(outlined) as OutlinedLevel[];
const at = (level: OutlinedLevel, id: string) => ({
  source: outlined[level],
  sourceLayer: outlined[level],
  id,
});

/** Only the level asked for is filled and marked. */
export function useLevel(map: MapLibre | null, level: OutlinedLevel) {
  useEffect(() => {
    if (!map) return;
    for (const one of levels) {
      const visibility = one === level ? 'visible' : 'none';
      for (const layer of [fillLayer(one), `${outlined[one]}-hatch`, `${outlined[one]}-mark`]) {
        map.setLayoutProperty(layer, 'visibility', visibility);
      }
    }
  }, [map, level]);
}

/** Another day is another address; the tiles on the screen stay until those of the day are there. */
export function useDayTiles(map: MapLibre | null, on: string, version: number) {
  const shown = useRef(`${on} ${version}`);
  useEffect(() => {
    if (!map || shown.current === `${on} ${version}`) return;
    shown.current = `${on} ${version}`;
    for (const layer of [...Object.values(outlined), 'labels']) {
      const source = map.getSource(layer) as { setTiles?: (tiles: string[]) => void };
      source?.setTiles?.(tilesOf(location.origin, layer, on));
    }
  }, [map, on, version]);
}

/**
 * Gives each unit its colour. Units that are gone keep theirs until the tiles of the new day are drawn,
 * so that moving the day does not flash grey.
 */
export function useFills(map: MapLibre | null, level: OutlinedLevel, fills: Fill[]) {
  const coloured = useRef(new Set<string>());
  useEffect(() => {
    if (!map) return;
    const now = new Set(fills.map(({ id }) => id));
    for (const { id, colour, muted } of fills) {
      map.setFeatureState(at(level, id), {
        colour: colour ?? '#f3f3f3',
        empty: colour === null,
        muted,
      });
    }
    const stale = [...coloured.current].filter((id) => !now.has(id));
    coloured.current = now;
    const forget = () => {
      for (const id of stale) {
        for (const key of ['colour', 'empty', 'muted']) map.removeFeatureState(at(level, id), key);
      }
    };
    if (stale.length > 0) void map.once('idle').then(forget, () => undefined);
  }, [map, level, fills]);
  useEffect(() => {
    const known = coloured;
    return () => {
      for (const id of known.current) map?.removeFeatureState(at(level, id));
      known.current = new Set();
    };
  }, [map, level]);
}

/**
 * Names of communes on a whole province come with the second drawing: a hundred of them would keep the first
 * one waiting for a fifth of a second.
 */
export function useNames(map: MapLibre | null) {
  useEffect(() => {
    if (!map) return;
    let here = true;
    const show = () => {
      if (here) map.setLayerZoomRange(communeNames, namesFrom, 24);
    };
    if (map.loaded()) show();
    else void map.once('idle').then(show, () => undefined);
    return () => {
      here = false;
    };
  }, [map]);
}

/**
 * Names of the communes one looks for, the chosen one first of all. Which names come first is settled once the
 * map is drawn: placing all of them anew would keep the first picture waiting.
 */
export function useWanted(map: MapLibre | null, ids: string[], chosen: string | undefined) {
  useEffect(() => {
    if (!map) return;
    let current = true;
    const apply = () => {
      if (current)
        map.setFilter(wantedLayer, wanted([...new Set(chosen ? [chosen, ...ids] : ids)]));
    };
    if (map.loaded()) apply();
    else void map.once('idle').then(apply, () => undefined);
    return () => {
      current = false;
    };
  }, [map, ids, chosen]);

  useEffect(() => {
    if (!map || !chosen) return;
    map.setLayoutProperty(wantedLayer, 'symbol-sort-key', [
      'case',
      ['==', ['get', 'id'], chosen],
      -1e9,
      ['-', 0, ['coalesce', ['get', 'area'], 0]],
    ]);
  }, [map, chosen]);
}

/** One line around the chosen unit, one around the unit under the pointer, wherever that pointer is. */
export function useMarks(
  map: MapLibre | null,
  level: OutlinedLevel,
  chosen: string | undefined,
  hover: Hover,
) {
  useEffect(() => {
    if (!map || !chosen) return;
    map.setFeatureState(at(level, chosen), { chosen: true });
    return () => void map.removeFeatureState(at(level, chosen), 'chosen');
  }, [map, level, chosen]);

  useEffect(() => {
    if (!map) return;
    let last: string | null = null;
    const show = (id: string | null) => {
      if (last) map.removeFeatureState(at(level, last), 'hover');
      if (id) map.setFeatureState(at(level, id), { hover: true });
      last = id;
    };
    show(hover.id);
    const stop = hover.listen(show);
    return () => {
      stop();
      show(null);
    };
  }, [map, level, hover]);
}
