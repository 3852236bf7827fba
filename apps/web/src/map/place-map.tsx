import type { PlainDate } from '@antt/kernel';
import { Layer, Map, Marker, NavigationControl, Source } from '@vis.gl/react-maplibre';
import type * as maplibre from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { flatMap, keepNorthUp } from './flat-map.ts';
import { fonts } from './font.ts';
import { mapWords } from './map-words.ts';
import { paper } from './palette.ts';
import { medium, styleOf } from './style.ts';

export type NamedPlace = { id: string; name: string; lon: number; lat: number };
export type LonLat = { lon: number; lat: number };

type Props = {
  on: PlainDate;
  /** Points with their names, drawn small. */
  places: readonly NamedPlace[];
  /** The one that the map is about. */
  mark: LonLat | null;
  /** With it the mark can be dragged, and a click puts it there. */
  onMark?: (at: LonLat) => void;
};

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** A small map around a few places, on the outlines of the day. */
function PlaceMap({ on, places, mark, onMark }: Props) {
  const intl = useIntl();
  const map = useRef<maplibre.Map | null>(null);
  const [style] = useState(() => {
    const { layers, ...rest } = styleOf(location.origin, on, fonts);
    const names = new Set(['communes-label', 'districts-label', 'provinces-label']);
    return { ...rest, layers: layers.filter(({ id, type }) => type !== 'symbol' || names.has(id)) };
  });
  const all = useMemo(() => (mark ? [...places, mark] : [...places]), [places, mark]);
  const [start] = useState(() => boundsAround(all));
  const features = useMemo(
    () => ({
      type: 'FeatureCollection' as const,
      features: places.map(({ id, name, lon, lat }) => ({
        type: 'Feature' as const,
        properties: { id, name },
        geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      })),
    }),
    [places],
  );
  // Typed coordinates may lie outside what is seen.
  useEffect(() => {
    const current = map.current;
    if (!mark || !current || current.getBounds().contains([mark.lon, mark.lat])) return;
    current.jumpTo({ center: [mark.lon, mark.lat] });
  }, [mark]);
  const put = ({ lng, lat }: { lng: number; lat: number }) =>
    onMark?.({ lon: round(lng), lat: round(lat) });

  return (
    <div className="map-view">
      <Map
        {...flatMap}
        mapStyle={style}
        initialViewState={{ bounds: start, fitBoundsOptions: { padding: 40, maxZoom: 14 } }}
        locale={mapWords(intl)}
        onLoad={({ target }: { target: maplibre.Map }) => {
          keepNorthUp(target);
          map.current = target;
        }}
        onClick={(event: maplibre.MapMouseEvent) => put(event.lngLat)}
      >
        <NavigationControl showCompass={false} position="top-right" />
        <Source id="places" type="geojson" data={features}>
          <Layer
            id="place-point"
            type="circle"
            paint={{
              'circle-radius': 5,
              'circle-color': paper.team,
              'circle-stroke-color': '#fff',
              'circle-stroke-width': 1.5,
            }}
          />
          <Layer
            id="place-name"
            type="symbol"
            layout={{
              'text-field': ['get', 'name'],
              'text-font': [medium],
              'text-size': 12,
              'text-anchor': 'left',
              'text-offset': [0.8, 0],
              'text-max-width': 10,
            }}
            paint={{ 'text-color': paper.label, 'text-halo-color': '#fff', 'text-halo-width': 1.4 }}
          />
        </Source>
        {mark && (
          <Marker
            longitude={mark.lon}
            latitude={mark.lat}
            color={paper.workplace}
            draggable={onMark !== undefined}
            onDragEnd={({ lngLat }) => put(lngLat)}
          />
        )}
      </Map>
    </div>
  );
}

/** A few kilometres around, even of one point. */
function boundsAround(places: readonly LonLat[]): [number, number, number, number] {
  if (places.length === 0) return [102.1, 8.4, 109.6, 23.4];
  const [lons, lats] = [places.map(({ lon }) => lon), places.map(({ lat }) => lat)];
  const room = 0.02;
  return [
    Math.min(...lons) - room,
    Math.min(...lats) - room,
    Math.max(...lons) + room,
    Math.max(...lats) + room,
  ];
}

// React.lazy takes a default export.
export { PlaceMap as default };
