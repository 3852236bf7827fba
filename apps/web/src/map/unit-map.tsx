import type { PlainDate } from '@antt/kernel';
import { Layer, Map, NavigationControl, Source } from '@vis.gl/react-maplibre';
import type * as maplibre from 'maplibre-gl';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { flatMap, keepNorthUp } from './flat-map.ts';
import { fonts } from './font.ts';
import { mapWords } from './map-words.ts';
import { paper } from './palette.ts';
import { pointFeatures } from './point-style.ts';
import type { Point } from './point.ts';
import { outlined, styleOf, type OutlinedLevel } from './style.ts';

type Props = {
  on: PlainDate;
  /** Whose outline is filled, and of which level. */
  id: string;
  level: OutlinedLevel;
  bounds: [number, number, number, number];
  points: readonly Point[];
};

const names = new Set(['communes-label', 'districts-label', 'provinces-label']);
const circle = (color: string) => ({
  'circle-radius': 4,
  'circle-color': color,
  'circle-stroke-color': '#fff',
  'circle-stroke-width': 1.2,
});

/** A small map of one unit on the day: its outline filled, its neighbours faint, what lies in it as points. */
function UnitMap({ on, id, level, bounds, points }: Props) {
  const intl = useIntl();
  const [style] = useState(() => {
    const { layers, ...rest } = styleOf(location.origin, on, fonts);
    const own = ['==', ['get', 'id'], id];
    const source = { source: outlined[level], 'source-layer': outlined[level] };
    const fill = { 'fill-color': paper.team, 'fill-opacity': 0.22 };
    const line = { 'line-color': paper.mark, 'line-width': 2 };
    return {
      ...rest,
      layers: [
        ...layers.filter(({ type }) => type !== 'symbol'),
        { id: 'own-fill', type: 'fill', ...source, filter: own, paint: fill },
        { id: 'own-line', type: 'line', ...source, filter: own, paint: line },
        ...layers.filter(({ id: layer }) => names.has(layer)),
      ] as maplibre.LayerSpecification[],
    };
  });
  const features = useMemo(() => pointFeatures([...points]), [points]);
  return (
    <div className="map-view">
      <Map
        {...flatMap}
        mapStyle={style}
        initialViewState={{ bounds, fitBoundsOptions: { padding: 24, maxZoom: 14 } }}
        // The page scrolls under the wheel; the buttons and the arrow keys move the map.
        scrollZoom={false}
        locale={mapWords(intl)}
        onLoad={({ target }: { target: maplibre.Map }) => {
          keepNorthUp(target);
        }}
      >
        <NavigationControl showCompass={false} position="top-right" />
        <Source id="places" type="geojson" data={features}>
          {(['teams', 'workplaces'] as const).map((layer) => (
            <Layer
              key={layer}
              id={`own-${layer}`}
              type="circle"
              filter={['==', ['get', 'layer'], layer]}
              paint={circle(layer === 'teams' ? paper.team : paper.workplace)}
            />
          ))}
        </Source>
      </Map>
    </div>
  );
}

// React.lazy takes a default export.
export { UnitMap as default };
