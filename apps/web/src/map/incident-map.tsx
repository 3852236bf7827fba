import type { listIncidentPoints } from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { Layer, Map, NavigationControl, Source } from '@vis.gl/react-maplibre';
import type * as maplibre from 'maplibre-gl';
import { useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { flatMap, keepNorthUp } from './flat-map.ts';
import { fonts } from './font.ts';
import { clusterLayers, incidentFeatures, pointLayer } from './incident-style.ts';
import { mapWords } from './map-words.ts';
import { styleOf } from './style.ts';

type Props = {
  on: PlainDate;
  points: Output<typeof listIncidentPoints>['items'];
  /** West, south, east, north. */
  bounds: [number, number, number, number] | null;
  onOpen: (id: string) => void;
};

const names = new Set(['communes-label', 'districts-label', 'provinces-label']);
const vietNam: [number, number, number, number] = [102.1, 8.4, 109.6, 23.4];
const touched = ['incident-cluster', 'incident-point'];

/** Records on the outlines of the day: near ones as one circle with their number, which a click takes apart. */
function IncidentMap({ on, points, bounds, onOpen }: Props) {
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  const [style] = useState(() => {
    const { layers, ...rest } = styleOf(location.origin, on, fonts);
    return { ...rest, layers: layers.filter(({ id, type }) => type !== 'symbol' || names.has(id)) };
  });
  const features = useMemo(() => incidentFeatures(points), [points]);
  const onClick = async ({ target, point }: maplibre.MapMouseEvent) => {
    const [found] = target.queryRenderedFeatures(point, { layers: touched });
    if (!found) return;
    if (found.properties.id) return onOpen(String(found.properties.id));
    const source = target.getSource('incidents') as maplibre.GeoJSONSource;
    const zoom = await source.getClusterExpansionZoom(found.properties.cluster_id as number);
    const { coordinates } = found.geometry as unknown as { coordinates: [number, number] };
    target.easeTo({ center: coordinates, zoom: zoom + 0.2, duration: 150 });
  };
  const onMove = ({ target, point }: maplibre.MapMouseEvent) => {
    const [found] = target.queryRenderedFeatures(point, { layers: touched });
    target.getCanvas().style.cursor = found ? 'pointer' : '';
  };
  return (
    <div ref={box} className="map-view" data-drawn="">
      <Map
        {...flatMap}
        mapStyle={style}
        initialViewState={{
          bounds: bounds ?? vietNam,
          fitBoundsOptions: { padding: 24, maxZoom: 14 },
        }}
        locale={mapWords(intl)}
        onLoad={({ target }: { target: maplibre.Map }) => {
          keepNorthUp(target);
        }}
        onIdle={() => {
          if (box.current) box.current.dataset.drawn = on;
        }}
        onClick={(event: maplibre.MapMouseEvent) => void onClick(event)}
        onMouseMove={onMove}
      >
        <NavigationControl showCompass={false} position="top-right" />
        <Source
          id="incidents"
          type="geojson"
          data={features}
          cluster
          clusterRadius={48}
          clusterMaxZoom={14}
        >
          <Layer {...pointLayer} />
          {clusterLayers.map((layer) => (
            <Layer key={layer.id} {...layer} />
          ))}
        </Source>
      </Map>
    </div>
  );
}

// React.lazy takes a default export.
export { IncidentMap as default };
