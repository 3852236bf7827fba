import './map-view.css';
import { Map, NavigationControl, ScaleControl } from '@vis.gl/react-maplibre';
import type * as maplibre from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { refresh } from '../session/session.ts';
import { flatMap, keepNorthUp } from './flat-map.ts';
import { fonts } from './font.ts';
import { useHover } from './hover.ts';
import { addImages } from './image.ts';
import {
  type Fill,
  useDayTiles,
  useFills,
  useLevel,
  useMarks,
  useNames,
  useWanted,
} from './map-state.ts';
import { mapWords } from './map-words.ts';
import { clusterLayer, placeLayers, pointFeatures } from './point-style.ts';
import type { Point } from './point.ts';
import { fillLayer, styleOf, type OutlinedLevel } from './style.ts';

export type Bounds = [number, number, number, number];
export type MapHandle = maplibre.Map;

type Props = {
  on: string;
  /** Grows when the data behind the tiles changed. */
  version: number;
  level: OutlinedLevel;
  fills: Fill[];
  points: Point[];
  /** Communes whose names come before clusters. */
  wanted: string[];
  chosen: string | undefined;
  camera: { lat: number; lng: number; zoom: number } | undefined;
  bounds: Bounds;
  /** The one line shown under the pointer. */
  lineOf: (id: string) => string | null;
  onChoose: (id: string | undefined) => void;
  onCamera: (camera: { lat: number; lng: number; zoom: number }) => void;
  /** The map itself once it is drawn, for the picture and for going to another area. */
  map: MapHandle | null;
  onReady: (map: MapHandle | null) => void;
};

/** Room for what lies over the map's upper edge. */
export const around = { top: 56, right: 24, bottom: 24, left: 24 };

type MapTrouble = { error: Error & { status?: number }; target: maplibre.Map | null };

export function MapView(props: Props) {
  const { on, version, level, fills, points, chosen, camera, bounds, map, lineOf } = props;
  const { onChoose, onReady } = props;
  const intl = useIntl();
  const hover = useHover();
  const box = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<{ x: number; y: number; text: string } | null>(null);
  const [renewed, setRenewed] = useState(0);
  const [broken, setBroken] = useState<Error | null>(null);
  // The style is made once; another day only changes the tiles' address.
  const [style] = useState(() => styleOf(location.origin, on, fonts));
  const [page] = useState(() => location.pathname);

  useLevel(map, level);
  useDayTiles(map, on, version + renewed);
  useFills(map, level, fills);
  useMarks(map, level, chosen, hover);
  useNames(map);
  useWanted(map, props.wanted, chosen);

  // Whoever holds the map must let go of it before it is taken down.
  useEffect(() => () => onReady(null), [onReady]);

  const features = useMemo(() => pointFeatures(points), [points]);
  useEffect(() => {
    (map?.getSource('points') as maplibre.GeoJSONSource | undefined)?.setData(features);
  }, [map, features]);

  const onMove = useCallback(
    (event: maplibre.MapMouseEvent) => {
      const [place] = event.target.queryRenderedFeatures(event.point, { layers: placeLayers });
      const [unit] = event.target.queryRenderedFeatures(event.point, {
        layers: [fillLayer(level)],
      });
      const id = unit ? String(unit.properties.id) : null;
      const text = place ? String(place.properties.name) : id && (lineOf(id) ?? nameOf(unit!));
      hover.set(id);
      event.target.getCanvas().style.cursor = text ? 'pointer' : '';
      const width = event.target.getCanvas().clientWidth;
      // Half of the longest line: the tip stays inside the map.
      const x = Math.max(130, Math.min(width - 130, event.point.x));
      setTip(text ? { x, y: event.point.y, text } : null);
    },
    [hover, level, lineOf],
  );
  const onLeave = useCallback(() => {
    hover.set(null);
    setTip(null);
  }, [hover]);

  const onClick = async (event: maplibre.MapMouseEvent) => {
    const target = event.target;
    const [cluster] = target.queryRenderedFeatures(event.point, { layers: [clusterLayer] });
    if (cluster) {
      const source = target.getSource('points') as maplibre.GeoJSONSource;
      const zoom = await source.getClusterExpansionZoom(cluster.properties.cluster_id as number);
      const [lng, lat] = (cluster.geometry as unknown as { coordinates: [number, number] })
        .coordinates;
      target.easeTo({ center: [lng, lat], zoom: zoom + 0.2, duration: 150 });
      return;
    }
    const [unit] = target.queryRenderedFeatures(event.point, { layers: [fillLayer(level)] });
    const id = unit ? String(unit.properties.id) : undefined;
    onChoose(id && lineOf(id) !== null ? id : undefined);
  };

  if (broken) throw broken;
  return (
    <div ref={box} className="map-view" data-drawn="">
      <Map
        {...flatMap}
        mapStyle={style}
        initialViewState={
          camera
            ? { latitude: camera.lat, longitude: camera.lng, zoom: camera.zoom }
            : { bounds, fitBoundsOptions: { padding: around } }
        }
        locale={mapWords(intl)}
        onLoad={({ target }: { target: maplibre.Map }) => {
          addImages(target);
          keepNorthUp(target);
          onReady(target);
        }}
        onIdle={() => {
          if (box.current) box.current.dataset.drawn = on;
        }}
        onMoveEnd={({ target }: { target: maplibre.Map }) => {
          // The first view is not the user's: it stays out of the address. So does one that settles after
          // a link was followed: the address is another page's by then.
          if (!map || location.pathname !== page) return;
          const { lat, lng } = target.getCenter();
          props.onCamera({ lat, lng, zoom: target.getZoom() });
        }}
        onMouseMove={onMove}
        onMouseOut={onLeave}
        onClick={(event: maplibre.MapMouseEvent) => void onClick(event)}
        onError={({ error, target }: MapTrouble) => {
          // Without a target there is no map at all: no WebGL in this browser.
          if (!target) setBroken(error);
          // A laptop that slept wakes with an ended token; the tiles are asked for again with a new one.
          if (error.status === 401) {
            void refresh().then((ok) => ok && setRenewed((count) => count + 1));
          }
        }}
        onStyleImageMissing={({ target }: { target: maplibre.Map }) => addImages(target)}
      >
        <NavigationControl showCompass={false} position="top-right" />
        <ScaleControl position="bottom-right" />
      </Map>
      {tip && (
        <div className="map-tip" style={{ transform: `translate(${tip.x}px, ${tip.y}px)` }}>
          <span>{tip.text}</span>
        </div>
      )}
    </div>
  );
}

function nameOf({ properties }: maplibre.MapGeoJSONFeature): string {
  const { kind, name } = properties as { kind: string; name: string };
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}

export { MapView as default };
