import type { Outline } from './outline.ts';

/** A named outline of one level; `coordinates` as createOutlines made them. */
export type Shape = {
  level: 'province' | 'district' | 'commune';
  code: string;
  name: string;
  outline: Outline;
};

/** WGS 84, one feature a line so that a change shows in a diff. */
export function toGeoJson(name: string, shapes: readonly Shape[]): string {
  const lines = shapes.map(({ level, code, name: unit, outline }) =>
    JSON.stringify({
      type: 'Feature',
      properties: { level, code, name: unit, illustrative: true },
      geometry: { type: 'Polygon', coordinates: outline },
    }),
  );
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[`;
  return `${head}\n${lines.join(',\n')}\n]}\n`;
}
