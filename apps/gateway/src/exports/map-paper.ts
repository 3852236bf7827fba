import {
  classCounts,
  classOf,
  type CoverageMetric,
  type listOutlines,
  type Measured,
  type Metres,
  readings,
  type Scale,
  scaleFor,
} from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { drawIslands, drawLabels, drawOutline, type Drawing, type Fill } from './map-drawing.ts';
import { drawHead, drawSide } from './map-margin.ts';
import { type Layout, mm, projector } from './map-paper.rules.ts';

export type Outline = Output<typeof listOutlines>['items'][number];

/** All that a printed map is made of. */
export type MapPaper = {
  on: PlainDate;
  today: PlainDate;
  metric: CoverageMetric;
  /** What the kind of work is called that the map counts, where it counts one. */
  counting: string | null;
  level: 'province' | 'district' | 'commune';
  title: string;
  place: string | null;
  issuer: string | null;
  signer: string | null;
  layout: Layout;
  scale: number;
  box: Metres;
  meridian: number;
  rows: Measured[];
  outlines: Outline[];
  /** Lines drawn over the filled outlines, weakest first. */
  lines: { level: 'province' | 'district'; outlines: Outline[] }[];
  /** The islands' outlines in metres around their own middle; null where they are not drawn apart. */
  islands: Outline[] | null;
  sources: string[];
  demo: boolean;
};

const { resolve } = createRequire(import.meta.url);
const tinos = '@expo-google-fonts/tinos';
/** Tinos has the widths of Times New Roman, every Vietnamese letter, and a free licence. */
const fonts = {
  plain: resolve(`${tinos}/400Regular/Tinos_400Regular.ttf`),
  bold: resolve(`${tinos}/700Bold/Tinos_700Bold.ttf`),
  italic: resolve(`${tinos}/400Regular_Italic/Tinos_400Regular_Italic.ttf`),
};
/** Outlines drawn between two turns of the event loop. */
const turn = 100;

/** The map as a PDF of lines and letters, written while it is sent. */
export function streamMapPaper(paper: MapPaper): NodeJS.ReadableStream {
  const { width, height } = paper.layout.sheet;
  const pdf = new PDFDocument({
    size: [width * mm, height * mm],
    margin: 0,
    font: fonts.plain,
    lang: 'vi-VN',
    info: { Title: paper.title, Creator: 'ANTT Cơ sở' },
  });
  for (const [name, path] of Object.entries(fonts)) pdf.registerFont(name, path);
  write(pdf, paper).catch((error: Error) =>
    (pdf as unknown as NodeJS.ReadWriteStream).emit('error', error),
  );
  return pdf;
}

async function write(pdf: PDFKit.PDFDocument, paper: MapPaper): Promise<void> {
  const { layout, metric, rows, box, scale: number, outlines } = paper;
  const values = rows.map(readings[metric].value);
  const scale = scaleFor(metric, values);
  const fills = fillsOf(rows, metric, scale);
  const drawing: Drawing = { pdf, place: layout.map, at: projector(box, layout.map, number) };
  drawHead(pdf, paper);
  inFrame(drawing, true);
  for (const [n, outline] of outlines.entries()) {
    drawOutline(drawing, outline, outline.inside ? (fills.get(outline.id) ?? 'none') : 'outside');
    if (n % turn === turn - 1) await new Promise((resume) => setImmediate(resume));
  }
  for (const { level, outlines: over } of paper.lines) {
    for (const outline of over) drawOutline(drawing, outline, level);
  }
  drawLabels(drawing, outlines);
  inFrame(drawing, false);
  if (paper.islands) drawIslands(drawing, paper.islands);
  drawSide(pdf, paper, { scale, counts: classCounts(scale, values) });
  pdf.end();
}

function fillsOf(rows: Measured[], metric: CoverageMetric, scale: Scale): Map<string, Fill> {
  return new Map(
    rows.map((row) => {
      const at = classOf(scale, readings[metric].value(row));
      return [row.unit.id, at === null ? 'none' : { colour: scale.classes[at]!.colour }];
    }),
  );
}

/** Nothing is drawn beyond the frame; its line comes last. */
function inFrame({ pdf, place }: Drawing, begin: boolean): void {
  const { x, y, width, height } = place;
  if (begin) {
    pdf
      .save()
      .rect(x * mm, y * mm, width * mm, height * mm)
      .clip();
    return;
  }
  pdf.restore();
  pdf
    .rect(x * mm, y * mm, width * mm, height * mm)
    .lineWidth(0.8)
    .stroke('#000000');
}
