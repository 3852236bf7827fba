import type { Metres } from '@antt/contracts';

/** ISO 216 sheets in millimetres, upright. */
const sheets = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof sheets;
export type Orientation = 'landscape' | 'portrait';

/** A rectangle on the sheet in millimetres from its upper left corner. */
export type Place = { x: number; y: number; width: number; height: number };
export type Layout = { sheet: { width: number; height: number }; map: Place; side: Place };

/** Points of a PDF in a millimetre. */
export const mm = 72 / 25.4;
const margin = 12;
const gap = 4;
/** Height of title and day; with the heading of Decree 30/2020/ND-CP above them. */
const head = { plain: 17, official: 34 };

/** Where map and legend stand: side by side on a wide sheet, one below the other on a tall one. */
export function layoutOf(paper: Paper, orientation: Orientation, official: boolean): Layout {
  const [short, long] = sheets[paper];
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long];
  const top = margin + (official ? head.official : head.plain);
  const inner = { width: width - 2 * margin, height: height - top - margin };
  const sheet = { width, height };
  if (orientation === 'landscape') {
    const side = 68;
    return {
      sheet,
      map: { x: margin, y: top, width: inner.width - side - gap, height: inner.height },
      side: { x: width - margin - side, y: top, width: side, height: inner.height },
    };
  }
  const low = 84;
  return {
    sheet,
    map: { x: margin, y: top, width: inner.width, height: inner.height - low - gap },
    side: { x: margin, y: height - margin - low, width: inner.width, height: low },
  };
}

/** First figures of a scale that people know: 1:50 000, 1:75 000, 1:100 000 … */
const known = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];
/** Free paper between the outermost outline and the frame. */
const rim = 4;

/** The largest known scale (its smallest number) at which the box of metres fits the place. */
export function scaleNumber([west, south, east, north]: Metres, place: Place): number {
  const needed = Math.max(
    ((east - west) * 1000) / (place.width - 2 * rim),
    ((north - south) * 1000) / (place.height - 2 * rim),
    1,
  );
  const power = 10 ** Math.floor(Math.log10(needed));
  return Math.round(known.find((first) => first * power >= needed * (1 - 1e-9))! * power);
}

/** Metres to points of the sheet: the box's middle at the place's middle, north up. */
export function projector([west, south, east, north]: Metres, place: Place, scale: number) {
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  const perMetre = (1000 / scale) * mm;
  const [left, top] = [(place.x + place.width / 2) * mm, (place.y + place.height / 2) * mm];
  return (x: number, y: number): [number, number] => [
    left + (x - middleX) * perMetre,
    top - (y - middleY) * perMetre,
  ];
}

/** The box of metres that the whole place shows. */
export function shownBox([west, south, east, north]: Metres, place: Place, scale: number): Metres {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const [halfX, halfY] = [(place.width * scale) / 2000, (place.height * scale) / 2000];
  return [x - halfX, y - halfY, x + halfX, y + halfY];
}

/** Kilometres of a scale bar no longer than so many millimetres, in a round number. */
export function barLength(scale: number, longest: number): number {
  const most = (longest * scale) / 1_000_000;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 4, 2, 1].find((first) => first * power <= most * (1 + 1e-9))! * power;
}
