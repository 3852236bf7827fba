import type { listIncidentPoints, TaskGroup } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import type { CircleLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';

type Drawn<Layer> = Omit<Layer, 'source'>;

/** One colour for each group of tasks, told apart also by who does not see red and green apart. */
export const taskColours: Readonly<Record<TaskGroup, string>> = {
  T1: '#b3261e',
  T2: '#0f5f6b',
  T3: '#c75b00',
  T4: '#5b3f8c',
  T5: '#2e6b2e',
  T6: '#1b5fa8',
};

/** A single record. */
export const pointLayer: Drawn<CircleLayerSpecification> = {
  id: 'incident-point',
  type: 'circle',
  filter: ['!', ['has', 'point_count']],
  paint: {
    'circle-radius': 7,
    'circle-color': [
      'match',
      ['get', 'taskGroup'],
      ...Object.entries(taskColours).flat(),
      taskColours.T1,
    ] as never,
    'circle-stroke-color': '#fff',
    'circle-stroke-width': 1.5,
  },
};

/** Several near each other: a circle that grows with their number. */
export const clusterLayers: (Drawn<CircleLayerSpecification> | Drawn<SymbolLayerSpecification>)[] =
  [
    {
      id: 'incident-cluster',
      type: 'circle',
      filter: ['has', 'point_count'],
      paint: {
        'circle-radius': ['step', ['get', 'point_count'], 14, 10, 18, 50, 23, 200, 28],
        'circle-color': '#37444a',
        'circle-stroke-color': '#fff',
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'incident-count',
      type: 'symbol',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': ['Noto Sans Bold'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#fff' },
    },
  ];

export function incidentFeatures(points: Output<typeof listIncidentPoints>['items']) {
  return {
    type: 'FeatureCollection' as const,
    features: points.map(({ lon, lat, ...properties }) => ({
      type: 'Feature' as const,
      properties,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
    })),
  };
}
