import type { ReorganisationPicture, ReorganisationPictures } from '@antt/contracts';

/** Set apart by lightness as well as by hue; names stay readable on each. */
const hues = [
  '#8dd3c7',
  '#fdb462',
  '#bebada',
  '#80b1d3',
  '#b3de69',
  '#fccde5',
  '#ffed6f',
  '#bc80bd',
];
const plain = '#d5dbdd';

type Line = { predecessorId: string; successorId: string; share: number };

/** One colour for what belongs together: each unit after the act, and before it what mostly became it. */
export function coloursOf({ before, after }: ReorganisationPictures, lineage: readonly Line[]) {
  const colours = new Map<string, string>();
  const touched = after.units.filter((unit) => unit.touched);
  touched.forEach(({ id }, n) => colours.set(id, hues[n % hues.length]!));
  for (const { id } of before.units) {
    const [most] = lineage
      .filter(({ predecessorId }) => predecessorId === id)
      .sort((a, b) => b.share - a.share);
    if (!colours.has(id) && most) colours.set(id, colours.get(most.successorId) ?? plain);
  }
  return colours;
}

const called = ({ kind, name }: { kind: string; name: string }) =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;

/** What a map draws of a picture: outlines, points and names. */
export function featuresOf(picture: ReorganisationPicture, colours: Map<string, string>) {
  const own = picture.units.map((unit) => ({
    ...unit,
    colour: unit.touched ? (colours.get(unit.id) ?? plain) : '#eef1f1',
  }));
  const feature = (geometry: unknown, properties: object) => ({
    type: 'Feature' as const,
    geometry: geometry as never,
    properties,
  });
  const pointOf = (point: [number, number]) => ({ type: 'Point', coordinates: point });
  const outlines = own
    .filter(({ outline }) => outline !== null)
    .map(({ outline, colour, touched }) => feature(outline, { colour, touched }));
  const points = [
    ...picture.villages.map(({ id, parentId, point }) =>
      feature(pointOf(point), { id, colour: colours.get(parentId) ?? plain, size: 3.5 }),
    ),
    ...own
      .filter(
        ({ id, outline, point, touched }) =>
          outline === null &&
          point !== null &&
          touched &&
          !picture.villages.some(({ parentId }) => parentId === id),
      )
      .map(({ point, colour }) => feature(pointOf(point!), { colour, size: 8 })),
  ];
  const labels = own
    .filter(({ point }) => point !== null)
    .map((unit) =>
      feature(pointOf(unit.point!), {
        name: called(unit),
        place: unit.outline === null ? 'above' : 'inside',
      }),
    );
  const collection = (features: typeof outlines) => ({
    type: 'FeatureCollection' as const,
    features,
  });
  return {
    outlines: collection(outlines),
    points: collection(points),
    labels: collection(labels),
  };
}

/** Where a map of some 800 pixels shows the whole box; of a single point the nearest that is of use. */
export function cameraOf([west, south, east, north]: [number, number, number, number]) {
  const span = Math.max(east - west, (north - south) * 1.1, 0.008);
  return {
    lat: (south + north) / 2,
    lng: (west + east) / 2,
    // The world is 512 pixels wide at zoom 0.
    zoom: Math.min(14, Math.log2((360 * 800) / (512 * span)) - 0.4),
  };
}

/** The box around both pictures; null where nothing has a place. */
export function boundsOf({ before, after }: ReorganisationPictures) {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const put = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') {
      const [lng, lat] = value as [number, number];
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    } else value.forEach(put);
  };
  for (const { units, villages } of [before, after]) {
    for (const { outline, point } of units) put(outline?.coordinates ?? point);
    for (const { point } of villages) put(point);
  }
  if (!(box[0] <= box[2])) return null;
  // A single point is no box.
  const room = 0.004;
  return [box[0] - room, box[1] - room, box[2] + room, box[3] + room] as typeof box;
}
