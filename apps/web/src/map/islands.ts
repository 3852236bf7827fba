const island = (name: string, lng: number, lat: number) => ({
  type: 'Feature' as const,
  properties: { name },
  geometry: { type: 'Point' as const, coordinates: [lng, lat] },
});

/** On every map of the country, whatever outlines are loaded. */
export const islands = {
  type: 'FeatureCollection' as const,
  features: [
    island('Quần đảo Hoàng Sa\n(Việt Nam)', 111.9, 16.4),
    island('Quần đảo Trường Sa\n(Việt Nam)', 114.2, 9.6),
  ],
};
