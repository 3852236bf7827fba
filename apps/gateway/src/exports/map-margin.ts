import type { Scale } from '@antt/contracts';
import { hatchBox } from './map-drawing.ts';
import type { MapPaper } from './map-paper.ts';
import { barLength, mm, type Place } from './map-paper.rules.ts';
import { classText, mapText } from './map-paper-text.ts';

const margin = 12;
const ink = '#000000';

type Pen = {
  pdf: PDFKit.PDFDocument;
  /** Writes a centred or left line at millimetres; answers the height it took. */
  write: (
    words: string,
    at: { x: number; y: number; width: number; align?: 'center' | 'left' },
    font?: 'plain' | 'bold' | 'italic',
    size?: number,
  ) => number;
};

function penOf(pdf: PDFKit.PDFDocument): Pen {
  return {
    pdf,
    write: (words, { x, y, width, align = 'left' }, font = 'plain', size = 9) => {
      pdf.font(font).fontSize(size).fillColor(ink);
      pdf.text(words, x * mm, y * mm, { width: width * mm, align });
      return pdf.heightOfString(words, { width: width * mm }) / mm;
    },
  };
}

/** Title, place and day; above them the heading of a paper after Decree 30/2020/ND-CP where it is wanted. */
export function drawHead(pdf: PDFKit.PDFDocument, paper: MapPaper): void {
  const { write } = penOf(pdf);
  const { width } = paper.layout.sheet;
  const inner = width - 2 * margin;
  let y = margin - 2;
  if (paper.issuer !== null) {
    const half = inner / 2;
    write(
      paper.issuer.toUpperCase(),
      { x: margin, y, width: half - 6, align: 'center' },
      'bold',
      12,
    );
    write(mapText.country, { x: margin + half, y, width: half, align: 'center' }, 'bold', 11);
    const right = { x: margin + half, y: y + 5, width: half, align: 'center' as const };
    write(mapText.motto, right, 'bold', 12);
    pdf.font('bold').fontSize(12);
    const long = pdf.widthOfString(mapText.motto) / mm;
    rule(pdf, margin + half + (half - long) / 2, y + 10.4, long);
    rule(pdf, margin + half / 2 - 14, y + 10.4, 22);
    y += 17;
  }
  // One line, whatever the sheet: the day stands right below.
  const long = pdf.font('bold').fontSize(14).widthOfString(paper.title) / mm;
  const size = Math.max(8, Math.min(14, Math.floor((14 * inner * 10) / long) / 10));
  write(paper.title, { x: margin, y, width: inner, align: 'center' }, 'bold', size);
  const under = [paper.place, mapText.asOf(paper.on)].filter((one) => one !== null).join(' · ');
  write(under, { x: margin, y: y + 6.5, width: inner, align: 'center' }, 'italic', 11);
}

function rule(pdf: PDFKit.PDFDocument, x: number, y: number, width: number): void {
  pdf
    .moveTo(x * mm, y * mm)
    .lineTo((x + width) * mm, y * mm)
    .lineWidth(0.6)
    .stroke(ink);
}

type Counted = { scale: Scale; counts: { counts: number[]; none: number } };

/** Legend, scale, north, source and signature: beside the map, or below it in two columns. */
export function drawSide(pdf: PDFKit.PDFDocument, paper: MapPaper, counted: Counted): void {
  const { side, sheet } = paper.layout;
  const pen = penOf(pdf);
  const tall = sheet.height > sheet.width;
  const column = tall ? (side.width - 6) / 2 : side.width;
  const left: Place = { ...side, width: column };
  const below = drawLegend(pen, paper, counted, left);
  const second: Place = tall
    ? { ...side, x: side.x + column + 6, width: column }
    : { ...side, y: below + 4 };
  const end = drawScale(pen, paper, second);
  drawSources(pen, paper, tall ? { ...left, y: below + 3 } : { ...second, y: end + 3 });
  drawSignature(
    pen,
    paper,
    tall ? { ...second, y: end + 6 } : { ...side, y: side.y + side.height - 42 },
  );
}

function drawLegend(pen: Pen, paper: MapPaper, { scale, counts }: Counted, at: Place): number {
  const { pdf, write } = pen;
  let { y } = at;
  y += write(mapText.legend, at, 'bold', 10) + 1;
  y += write(
    `${paper.counting ?? mapText.metric[paper.metric]} (${mapText.counted[paper.level]})`,
    { ...at, y },
    'bold',
    9,
  );
  y += write(mapText.rule[scale.rule], { ...at, y }, 'italic', 8) + 1;
  const swatch = (words: string, count: number | null, fill: (box: number[]) => void) => {
    fill([at.x * mm, y * mm, 8 * mm, 4 * mm]);
    pdf
      .rect(at.x * mm, y * mm, 8 * mm, 4 * mm)
      .lineWidth(0.4)
      .stroke('#37444a');
    write(words, { x: at.x + 10, y: y + 0.2, width: at.width - 24 });
    if (count !== null) {
      pdf
        .font('bold')
        .fontSize(9)
        .text(count.toLocaleString('vi-VN'), (at.x + at.width - 14) * mm, (y + 0.2) * mm, {
          width: 14 * mm,
          align: 'right',
        });
    }
    y += 5.2;
  };
  const flat = (colour: string) => (box: number[]) =>
    void pdf.rect(box[0]!, box[1]!, box[2]!, box[3]!).fill(colour);
  for (const [n, one] of scale.classes.entries()) {
    swatch(classText(scale, one), counts.counts[n]!, flat(one.colour));
  }
  swatch(mapText.none[paper.metric], counts.none, ([x, top, width, height]) => {
    pdf.save().rect(x!, top!, width!, height!).clip();
    hatchBox(pdf, [x!, top!, x! + width!, top! + height!]);
    pdf.restore();
  });
  if (paper.outlines.some(({ inside }) => !inside)) swatch(mapText.outside, null, flat('#eceff0'));
  return y;
}

/** Stated scale, bar and north arrow. */
function drawScale({ pdf, write }: Pen, { scale }: MapPaper, at: Place): number {
  const north = { x: at.x + at.width - 8, y: at.y };
  pdf
    .polygon(
      [north.x * mm, (north.y + 12) * mm],
      [(north.x + 3) * mm, (north.y + 4) * mm],
      [(north.x + 6) * mm, (north.y + 12) * mm],
      [(north.x + 3) * mm, (north.y + 10) * mm],
    )
    .fill(ink);
  write(mapText.north, { x: north.x, y: north.y - 0.5, width: 6, align: 'center' }, 'bold', 10);
  write(mapText.scale(scale), { ...at, width: at.width - 12 }, 'bold', 11);
  const kilometres = barLength(scale, Math.min(50, at.width - 16));
  const length = (kilometres * 1_000_000) / scale;
  const y = at.y + 7;
  for (const n of [0, 1, 2, 3]) {
    const box = [(at.x + (n * length) / 4) * mm, y * mm, (length / 4) * mm, 1.6 * mm] as const;
    pdf
      .rect(...box)
      .lineWidth(0.5)
      .fillAndStroke(n % 2 === 0 ? ink : '#ffffff', ink);
  }
  const say = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 3 });
  for (const [part, words] of [
    [0, '0'],
    [0.5, say(kilometres / 2)],
    [1, `${say(kilometres)} ${mapText.kilometres}`],
  ] as const) {
    const middle = at.x + part * length;
    const shift = part === 0 ? 0 : 8;
    write(
      words,
      { x: middle - shift, y: y + 2, width: 16, align: part === 0 ? 'left' : 'center' },
      'plain',
      8,
    );
  }
  return y + 6;
}

function drawSources({ write }: Pen, paper: MapPaper, at: Place): void {
  const words = [
    ...(paper.sources.length > 0 ? [mapText.source(paper.sources)] : []),
    mapText.figures + (paper.demo ? ' – số liệu minh họa' : ''),
    mapText.projection(paper.meridian),
  ];
  write(words.join('\n'), at, 'italic', 7.5);
}

/** Place and date, title and room for the signature, as papers end (Decree 30/2020/ND-CP). */
function drawSignature({ write }: Pen, { today, signer }: MapPaper, at: Place): void {
  const line = (y: number) => ({ ...at, y: at.y + y, align: 'center' as const });
  write(mapText.place(today), line(0), 'italic', 10);
  write((signer ?? mapText.signer).toUpperCase(), line(5), 'bold', 10);
  write(mapText.signed, line(10), 'italic', 8.5);
}
