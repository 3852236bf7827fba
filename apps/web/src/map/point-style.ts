import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Point } from './point.ts';
import { paper } from './palette.ts';

const counted = (layer: string) => ['+', ['case', ['==', ['get', 'layer'], layer], 1, 0]];

/** Teams and workplaces lie in one source, so that their clusters cannot cover each other. */
export const pointSource: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  cluster: true,
  clusterRadius: 60,
  clusterMaxZoom: 11,
  clusterProperties: { teams: counted('teams'), workplaces: counted('workplaces') },
} as GeoJSONSourceSpecification;

const clustered = ['has', 'point_count'];
const some = (name: string) => ['>', ['get', name], 0];
const number = (name: string, color: string) => [
  ['to-string', ['get', name]],
  { 'text-color': color },
];

export const clusterLayer = 'clusters';
export const placeLayers = ['teams', 'workplaces'];

const place = (layer: 'teams' | 'workplaces') => ({
  id: layer,
  type: 'symbol',
  source: 'points',
  filter: ['all', ['!', clustered], ['==', ['get', 'layer'], layer]],
  layout: {
    'icon-image': ['case', ['get', 'served'], layer, `${layer}-bare`],
    'icon-allow-overlap': true,
    // Names of communes matter more than not touching a point.
    'icon-ignore-placement': true,
    'text-field': ['step', ['zoom'], '', 13.5, ['get', 'name']],
    'text-font': ['Noto Sans Medium'],
    'text-size': 11,
    'text-anchor': 'left',
    'text-offset': [0.9, 0],
    'text-optional': true,
    'text-max-width': 12,
  },
  paint: {
    'text-color': paper[layer === 'teams' ? 'team' : 'workplace'],
    'text-halo-color': '#fff',
    'text-halo-width': 1.2,
  },
});

/** A cluster is a white pill with the number of teams, of workplaces, or both. */
export const pointLayers = [
  {
    id: clusterLayer,
    type: 'symbol',
    source: 'points',
    filter: clustered,
    layout: {
      'icon-image': 'pill',
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [1, 5, 1, 5],
      'icon-allow-overlap': true,
      'text-allow-overlap': true,
      // Beside the name of a commune one looks for, where there is room; over it, where there is none.
      'text-variable-anchor': [
        ...['center', 'top', 'bottom', 'left', 'right'],
        ...['top-left', 'top-right', 'bottom-left', 'bottom-right'],
      ],
      'text-radial-offset': 1.5,
      'text-font': ['Noto Sans Bold'],
      'text-size': 11,
      'text-field': [
        'case',
        ['all', some('teams'), some('workplaces')],
        [
          'format',
          ...number('teams', paper.team),
          ' | ',
          { 'text-color': '#8b969b' },
          ...number('workplaces', paper.workplace),
        ],
        some('teams'),
        ['format', ...number('teams', paper.team)],
        ['format', ...number('workplaces', paper.workplace)],
      ],
    },
    paint: { 'text-color': paper.label },
  },
  place('workplaces'),
  place('teams'),
] as LayerSpecification[];

/** Points as the map takes them. */
export function pointFeatures(points: Point[]) {
  return {
    type: 'FeatureCollection' as const,
    features: points.map(({ lon, lat, ...properties }) => ({
      type: 'Feature' as const,
      properties,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    })),
  };
}
