import type { ReorganisationPictures } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Layer, Map, NavigationControl, Source } from '@vis.gl/react-maplibre';
import type * as maplibre from 'maplibre-gl';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { flatMap, keepNorthUp } from './flat-map.ts';
import { fonts } from './font.ts';
import { mapWords } from './map-words.ts';
import { paper } from './palette.ts';
import { boundsOf, coloursOf, featuresOf } from './side-by-side.rules.ts';
import { medium, styleOf } from './style.ts';

type Props = {
  pictures: ReorganisationPictures;
  lineage: readonly { predecessorId: string; successorId: string; share: number }[];
  /** The tiles around are those of this day. */
  eve: PlainDate;
  captions: [ReactNode, ReactNode];
};

/** Before and after, in the same place at the same scale: moving one moves the other. */
function SideBySide({ pictures, lineage, eve, captions }: Props) {
  const colours = useMemo(() => coloursOf(pictures, lineage), [pictures, lineage]);
  const bounds = useMemo(() => boundsOf(pictures), [pictures]);
  const maps = useRef<(maplibre.Map | null)[]>([null, null]);
  const following = useRef(false);
  if (!bounds) return null;
  const follow = (side: number, moved: maplibre.Map) => {
    const other = maps.current[1 - side];
    if (!other || following.current) return;
    following.current = true;
    other.jumpTo({ center: moved.getCenter(), zoom: moved.getZoom() });
    following.current = false;
  };
  return (
    <div className="side-by-side">
      {([pictures.before, pictures.after] as const).map((picture, side) => (
        <figure key={side}>
          <figcaption>{captions[side]}</figcaption>
          <OneMap
            picture={picture}
            {...{ colours, bounds, eve }}
            ground={pictures.before}
            hidden={pictures.before.units.map(({ id }) => id)}
            onMap={(map) => {
              maps.current[side] = map;
            }}
            onMove={(map) => follow(side, map)}
          />
        </figure>
      ))}
    </div>
  );
}

type OneProps = {
  picture: ReorganisationPictures['before'];
  colours: ReturnType<typeof coloursOf>;
  bounds: [number, number, number, number];
  eve: PlainDate;
  /** Where new outlines are not known yet, the old ones say where one is. */
  ground: ReorganisationPictures['before'];
  /** Units whose names the picture says itself. */
  hidden: string[];
  onMap: (map: maplibre.Map) => void;
  onMove: (map: maplibre.Map) => void;
};

function OneMap({ picture, ground, colours, bounds, eve, hidden, onMap, onMove }: OneProps) {
  const intl = useIntl();
  const [style] = useState(() => {
    const { layers, ...rest } = styleOf(location.origin, eve, fonts);
    const names = new Set(['communes-label', 'districts-label', 'provinces-label']);
    return {
      ...rest,
      layers: layers
        .filter(({ id, type }) => type !== 'symbol' || names.has(id))
        .map((layer) => {
          if (layer.type !== 'symbol') return layer;
          const others = ['!', ['in', ['get', 'id'], ['literal', hidden]]];
          return { ...layer, filter: ['all', layer.filter, others] as never };
        }),
    };
  });
  const drawn = useMemo(() => featuresOf(picture, colours), [picture, colours]);
  const below = useMemo(() => featuresOf(ground, colours).outlines, [ground, colours]);
  return (
    <div className="map-view">
      <Map
        {...flatMap}
        mapStyle={style}
        initialViewState={{ bounds, fitBoundsOptions: { padding: 28, maxZoom: 14 } }}
        cooperativeGestures={false}
        locale={mapWords(intl)}
        onLoad={({ target }: { target: maplibre.Map }) => {
          keepNorthUp(target);
          onMap(target);
        }}
        onMove={({ target }: { target: maplibre.Map }) => onMove(target)}
      >
        <NavigationControl showCompass={false} position="top-right" />
        <Source id="act-ground" type="geojson" data={below}>
          <Layer id="act-ground-fill" type="fill" paint={{ 'fill-color': '#f7f7f2' }} />
          <Layer
            id="act-ground-line"
            type="line"
            paint={{ 'line-color': paper.mark, 'line-width': 1, 'line-dasharray': [3, 3] }}
          />
        </Source>
        <Source id="act-outlines" type="geojson" data={drawn.outlines}>
          <Layer
            id="act-fill"
            type="fill"
            paint={{ 'fill-color': ['get', 'colour'], 'fill-opacity': 0.92 }}
          />
          <Layer
            id="act-line"
            type="line"
            paint={{ 'line-color': paper.mark, 'line-width': ['case', ['get', 'touched'], 1.8, 1] }}
          />
        </Source>
        <Source id="act-points" type="geojson" data={drawn.points}>
          <Layer
            id="act-point"
            type="circle"
            paint={{
              'circle-radius': ['get', 'size'],
              'circle-color': ['get', 'colour'],
              'circle-stroke-color': paper.mark,
              'circle-stroke-width': 1,
            }}
          />
        </Source>
        <Source id="act-names" type="geojson" data={drawn.labels}>
          {(['inside', 'above'] as const).map((place) => (
            <Layer
              key={place}
              id={`act-name-${place}`}
              type="symbol"
              filter={['==', ['get', 'place'], place]}
              layout={{
                'text-field': ['get', 'name'],
                'text-font': [medium],
                'text-size': 12.5,
                'text-max-width': 8,
                'text-variable-anchor':
                  place === 'inside'
                    ? ['center', 'top', 'bottom', 'left', 'right']
                    : ['bottom', 'top', 'left', 'right'],
                'text-radial-offset': 0.9,
              }}
              paint={{
                'text-color': paper.label,
                'text-halo-color': '#fff',
                'text-halo-width': 1.4,
              }}
            />
          ))}
        </Source>
        {/* Circles keep no name off themselves: an unseen letter does, placed before all names. */}
        <Layer
          id="act-room"
          type="symbol"
          source="act-points"
          filter={['>', ['get', 'size'], 4]}
          layout={{
            'text-field': 'o',
            'text-font': [medium],
            'text-size': 12,
            'text-allow-overlap': true,
          }}
          paint={{ 'text-opacity': 0 }}
        />
      </Map>
    </div>
  );
}

// React.lazy takes a default export.
export { SideBySide as default };
