import type { Outline } from './map-paper.ts';
import { type Place, mm } from './map-paper.rules.ts';
import { mapText } from './map-paper-text.ts';

/** A frame on the sheet, and where metres of the ground fall in it. */
export type Drawing = {
  pdf: PDFKit.PDFDocument;
  place: Place;
  at: (x: number, y: number) => [number, number];
};

/** How an outline is drawn: filled, hatched, outside of what is asked, or as a line over the others. */
export type Fill = { colour: string } | 'none' | 'outside' | 'province' | 'district';

const lines = {
  commune: { width: 0.3, colour: '#7d8a90' },
  district: { width: 0.7, colour: '#37444a' },
  province: { width: 1.1, colour: '#111a1d' },
};
const outside = '#eceff0';
const hatch = { ground: '#f7f7f7', line: '#8b979c', step: 3.2 };

export function drawOutline(drawing: Drawing, outline: Outline, fill: Fill): void {
  const { pdf } = drawing;
  const line = fill === 'province' || fill === 'district' ? lines[fill] : lines.commune;
  if (fill === 'none') hatchOutline(drawing, outline);
  trace(drawing, outline);
  pdf.lineWidth(line.width).lineJoin('round');
  if (fill === 'none' || fill === 'province' || fill === 'district') pdf.stroke(line.colour);
  else pdf.fillAndStroke(fill === 'outside' ? outside : fill.colour, line.colour, 'even-odd');
}

function trace({ pdf, at }: Drawing, { rings }: Outline): void {
  for (const ring of rings) {
    for (let n = 0; n + 1 < ring.length; n += 2) {
      const [x, y] = at(ring[n]!, ring[n + 1]!);
      if (n === 0) pdf.moveTo(x, y);
      else pdf.lineTo(x, y);
    }
    pdf.closePath();
  }
}

/** No data: lines across, cut at the outline. */
function hatchOutline(drawing: Drawing, outline: Outline): void {
  const { pdf, at } = drawing;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of outline.rings) {
    for (let n = 0; n + 1 < ring.length; n += 2) {
      const [x, y] = at(ring[n]!, ring[n + 1]!);
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  if (!Number.isFinite(left)) return;
  pdf.save();
  trace(drawing, outline);
  pdf.clip('even-odd');
  hatchBox(pdf, [left, top, right, bottom]);
  pdf.restore();
}

/** Slanting lines over a box of points. */
export function hatchBox(
  pdf: PDFKit.PDFDocument,
  [left, top, right, bottom]: [number, number, number, number],
): void {
  const height = bottom - top;
  pdf.rect(left, top, right - left, height).fill(hatch.ground);
  const first = Math.floor((left - height) / hatch.step) * hatch.step;
  for (let x = first; x < right; x += hatch.step) pdf.moveTo(x, bottom).lineTo(x + height, top);
  pdf.lineWidth(0.35).stroke(hatch.line);
}

type Box = [number, number, number, number];

/** Names where they have room: of larger units first, none over another, none across the frame. */
export function drawLabels({ pdf, place, at }: Drawing, outlines: Outline[]): void {
  const taken: Box[] = [];
  const size = place.width > 250 ? 7 : 6;
  pdf.font('plain').fontSize(size);
  const frame: Box = [
    place.x * mm,
    place.y * mm,
    (place.x + place.width) * mm,
    (place.y + place.height) * mm,
  ];
  const inside = outlines.filter(({ inside }) => inside);
  const sized = inside.map((outline) => ({ outline, area: areaOf(outline) }));
  for (const { outline } of sized.sort((a, b) => b.area - a.area)) {
    const { name } = outline;
    const [x, y] = at(...outline.label);
    const width = pdf.widthOfString(name);
    const box: Box = [x - width / 2 - 0.6, y - size / 2, x + width / 2 + 0.6, y + size / 2];
    if (taken.some((other) => meet(box, other)) || !within(box, frame)) continue;
    taken.push(box);
    pdf
      .rect(box[0], box[1], box[2] - box[0], size)
      .fillOpacity(0.6)
      .fill('#ffffff');
    pdf.fillOpacity(1).fillColor('#111a1d');
    pdf.text(name, x - width / 2, y - size / 2, { lineBreak: false });
  }
}

function areaOf({ rings }: Outline): number {
  let twice = 0;
  for (const ring of rings) {
    for (let n = 0; n + 3 < ring.length; n += 2) {
      twice += ring[n]! * ring[n + 3]! - ring[n + 2]! * ring[n + 1]!;
    }
  }
  return Math.abs(twice);
}

const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const within = (a: Box, b: Box) => a[0] > b[0] && a[1] > b[1] && a[2] < b[2] && a[3] < b[3];

/** Middle of the far islands' own frame, and the box around it in metres. */
export const islandFrame = {
  projection: { lon: 113.6, lat: 12.3 },
  box: [-310_000, -620_000, 330_000, 600_000] as [number, number, number, number],
};
const archipelagos = [
  { lon: 111.9, lat: 16.4 },
  { lon: 114.2, lat: 9.6 },
];

/** Hoàng Sa and Trường Sa in a frame of their own, at the lower right of the map. */
export function drawIslands({ pdf, place }: Drawing, outlines: Outline[]): void {
  const width = 26;
  const height = (width * 1_220) / 640;
  const frame: Place = {
    x: place.x + place.width - width - 2,
    y: place.y + place.height - height - 2,
    width,
    height,
  };
  const [west, south, east] = islandFrame.box;
  const perMetre = (width * mm) / (east - west);
  const at = (x: number, y: number): [number, number] => [
    frame.x * mm + (x - west) * perMetre,
    (frame.y + frame.height) * mm - (y - south) * perMetre,
  ];
  pdf.save().rect(frame.x * mm, frame.y * mm, width * mm, height * mm);
  pdf.fillAndStroke('#ffffff', '#000000');
  pdf.rect(frame.x * mm, frame.y * mm, width * mm, height * mm).clip();
  for (const outline of outlines) {
    trace({ pdf, place: frame, at }, outline);
    pdf.lineWidth(0.6).stroke(lines.province.colour);
  }
  const { lon, lat } = islandFrame.projection;
  for (const [n, one] of archipelagos.entries()) {
    const metres = Math.cos((one.lat * Math.PI) / 180) * 111_320;
    const [x, y] = at((one.lon - lon) * metres, (one.lat - lat) * 110_574);
    pdf.font('plain').fontSize(5.5).fillColor('#111a1d');
    for (const [line, words] of mapText.islands[n]!.split('\n').entries()) {
      const wide = pdf.widthOfString(words);
      const left = Math.min(
        Math.max(x - wide / 2, frame.x * mm + 2),
        (frame.x + width) * mm - wide - 2,
      );
      pdf.text(words, left, y + 5 + line * 6, { lineBreak: false });
    }
    pdf.circle(x, y, 0.8).fill(lines.province.colour);
  }
  pdf.restore();
  pdf.font('italic').fontSize(4.5).fillColor('#111a1d');
  pdf.text(mapText.inset, frame.x * mm, (frame.y - 2) * mm, {
    width: width * mm,
    align: 'center',
    lineBreak: false,
  });
}
