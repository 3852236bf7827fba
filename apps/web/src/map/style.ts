import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { islands } from './islands.ts';
import { paper } from './palette.ts';
import { pointLayers, pointSource } from './point-style.ts';

/** Levels that have outlines, and the tile layer each is drawn from. */
export const outlined = {
  province: 'provinces',
  district: 'districts',
  commune: 'communes',
} as const;
export type OutlinedLevel = keyof typeof outlined;

export const bold = 'Noto Sans Bold';
export const medium = 'Noto Sans Medium';

/** Addresses of the tiles of a day; the day is part of them, so each day has its own. */
export const tilesOf = (origin: string, layer: string, on: string) => [
  `${origin}/api/tiles/${layer}/{z}/{x}/{y}?on=${on}`,
];

export const fillLayer = (level: OutlinedLevel) => `${outlined[level]}-fill`;

const muted = ['boolean', ['feature-state', 'muted'], false];
const state = (name: string) => ['boolean', ['feature-state', name], false];

/** A level's fill: the class colour that feature-state carries, grey outside the viewer's area, hatch without data. */
function fills(level: OutlinedLevel): LayerSpecification[] {
  const source = outlined[level];
  const common = {
    source,
    'source-layer': source,
    layout: { visibility: 'none' },
  };
  // Shown once the map has its pictures: see useLevel.
  return [
    {
      ...common,
      id: fillLayer(level),
      type: 'fill',
      paint: {
        'fill-color': ['to-color', ['coalesce', ['feature-state', 'colour'], paper.outside]],
        'fill-opacity': ['case', muted, 0.3, 0.92],
        'fill-antialias': false,
      },
    },
    {
      ...common,
      id: `${source}-hatch`,
      type: 'fill',
      paint: {
        'fill-pattern': 'hatch',
        'fill-opacity': ['case', ['all', state('empty'), ['!', muted]], 1, 0],
      },
    },
  ] as unknown as LayerSpecification[];
}

function outline(level: OutlinedLevel, color: string, widths: (number | number[])[]) {
  const source = outlined[level];
  return {
    id: `${source}-line`,
    type: 'line',
    source,
    'source-layer': source,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': ['interpolate', ['linear'], ['zoom'], ...widths] },
  } as unknown as LayerSpecification;
}

/** The dark line around the unit under the pointer, and a stronger one around the chosen unit. */
function mark(level: OutlinedLevel): LayerSpecification {
  const source = outlined[level];
  return {
    id: `${source}-mark`,
    type: 'line',
    source,
    'source-layer': source,
    layout: { 'line-join': 'round', visibility: 'none' },
    paint: {
      'line-color': paper.mark,
      'line-width': ['case', state('chosen'), 3, state('hover'), 2, 0],
    },
  } as unknown as LayerSpecification;
}

/** Names of communes, and the zoom from which a province shows them once it is drawn. */
export const communeNames = 'communes-label';
export const namesFrom = 8.6;

/** Names of the units one looks for; they come before clusters, which step aside. */
export const wantedLayer = 'communes-wanted';

/** Names from label points: a polygon would repeat its name in every tile and part. */
function names(
  level: OutlinedLevel,
  size: (number | number[])[],
  zooms: [number, number],
): LayerSpecification {
  return {
    id: `${outlined[level]}-label`,
    type: 'symbol',
    source: 'labels',
    'source-layer': 'labels',
    minzoom: zooms[0],
    maxzoom: zooms[1],
    filter: ['==', ['get', 'level'], level],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [level === 'commune' ? medium : bold],
      'text-size': ['interpolate', ['linear'], ['zoom'], ...size],
      'text-max-width': 7,
      // A district's name that a cluster covers steps aside; a commune's would leave its commune.
      ...(level === 'district' && {
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
      }),
      'text-padding': 3,
      'text-transform': level === 'district' ? 'uppercase' : 'none',
      'text-letter-spacing': level === 'district' ? 0.06 : 0,
      'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'area'], 0]],
    },
    paint: {
      'text-color': level === 'commune' ? paper.label : paper.labelStrong,
      'text-halo-color': 'rgba(255,255,255,0.85)',
      'text-halo-width': 1.3,
      'text-halo-blur': 0.4,
    },
  } as unknown as LayerSpecification;
}

/** Lets the names of these units through. */
export const wanted = (ids: readonly string[]) =>
  (ids.length > 0
    ? ['match', ['get', 'id'], [...ids], true, false]
    : ['boolean', false]) as FilterSpecification;

const outlinesTo = 13;

/** The whole style of a day; what changes afterwards is tiles, feature-state and visibility. */
export function styleOf(
  origin: string,
  on: string,
  fonts: StyleSpecification['font-faces'],
): StyleSpecification {
  const vector = (layer: string, minzoom: number, maxzoom = outlinesTo) => ({
    type: 'vector' as const,
    tiles: tilesOf(origin, layer, on),
    minzoom,
    maxzoom,
    promoteId: 'id',
  });
  return {
    version: 8,
    'font-faces': fonts,
    sources: {
      provinces: vector('provinces', 0, 10),
      districts: vector('districts', 5, 12),
      communes: vector('communes', 4),
      labels: vector('labels', 3, 11),
      points: pointSource,
      islands: { type: 'geojson', data: islands },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': paper.ground } },
      {
        id: 'land',
        type: 'fill',
        source: 'provinces',
        'source-layer': 'provinces',
        paint: { 'fill-color': paper.land },
      },
      ...fills('province'),
      ...fills('district'),
      ...fills('commune'),
      outline('commune', paper.communeLine, [6, 0.2, 9, 0.7, 12, 1.6]),
      outline('district', paper.districtLine, [6, 0.6, 9, 1.4, 12, 2.4]),
      outline('province', paper.provinceLine, [4, 0.6, 9, 2, 12, 3]),
      mark('province'),
      mark('district'),
      mark('commune'),
      names('commune', [namesFrom, 10, 13, 14], [9.6, 24]),
      names('district', [7, 10.5, 11, 14], [7, 12]),
      names('province', [4, 11, 9, 16], [3.5, 8.4]),
      {
        id: 'islands-label',
        type: 'symbol',
        source: 'islands',
        maxzoom: 9,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [medium],
          'text-size': 12,
          'text-max-width': 8,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': paper.label, 'text-halo-color': '#fff', 'text-halo-width': 1.2 },
      },
      ...pointLayers,
      // What stands last is placed first.
      {
        ...names('commune', [8, 10.5, 13, 14], [8, 24]),
        id: wantedLayer,
        filter: wanted([]),
      } as LayerSpecification,
    ],
  };
}
