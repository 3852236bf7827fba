import 'maplibre-gl/dist/maplibre-gl.css';
import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { transformRequest } from './tile-request.ts';

maplibre.setWorkerUrl(workerUrl);

/** What the maps have in common: seen from above, north upwards, drawn at once. */
export const flatMap = {
  mapLib: maplibre,
  transformRequest,
  attributionControl: false,
  dragRotate: false,
  touchPitch: false,
  pitchWithRotate: false,
  maxPitch: 0,
  minZoom: 4,
  maxZoom: 17,
  fadeDuration: 0,
} as const;

/** Takes from fingers and keys what would turn a map. */
export function keepNorthUp({ touchZoomRotate, keyboard }: maplibre.Map): void {
  touchZoomRotate.disableRotation();
  keyboard.disableRotation();
}
