import { roman } from '@antt/contracts/text/roman';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  columns,
  decisionText,
  type Draft,
  enteredLines,
  figure,
  fullUnit,
  groupsOf,
  sumsOf,
} from './decision-text.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const mm = (value: number) => Math.round((value * 1440) / 25.4);
/** Decree 30/2020/NĐ-CP, App. I: A4, 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };

type Style = {
  bold?: boolean;
  italics?: boolean;
  size?: number;
  align?: 'center' | 'both' | 'left';
  indent?: boolean;
  before?: number;
  after?: number;
};

const runOf = (text: string, { bold, italics, size = 28 }: Style) =>
  new TextRun({ text, bold: bold ?? false, italics: italics ?? false, size });

function line(text: string | [string, string], style: Style = {}): Paragraph {
  const runs =
    typeof text === 'string'
      ? [runOf(text, style)]
      : [runOf(text[0], { ...style, bold: true }), runOf(text[1], style)];
  return new Paragraph({
    children: runs,
    alignment: style.align ?? 'both',
    spacing: { before: style.before ?? 0, after: style.after ?? 0, line: 276 },
    ...(style.indent ? { indent: { firstLine: mm(10) } } : {}),
  });
}

const rule = (left: number, right: number) =>
  new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    indent: { left: mm(left), right: mm(right) },
    spacing: { before: 40 },
  });

/** Two columns without lines; what stands in one row begins at one height. */
const plainTable = (rows: [Paragraph[], Paragraph[]][], widths: [number, number]) =>
  new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    columnWidths: widths,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, n) =>
              new TableCell({
                children,
                borders: noBorders,
                margins: { left: 0, right: 0 },
                width: { size: widths[n]!, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });

function decision(draft: Draft, marks: Paragraph[]) {
  const text = decisionText(draft);
  const center = { align: 'center' } as const;
  return [
    plainTable(
      [
        [
          [
            ...text.issuer.map((one) => line(one, { ...center, bold: true, size: 26 })),
            rule(20, 20),
          ],
          [
            line(text.country, { ...center, bold: true, size: 26 }),
            line(text.motto, { ...center, bold: true }),
            rule(21, 21),
          ],
        ],
        // The number and the day stand side by side (Decree 30/2020/NĐ-CP, App. I).
        [
          [line(text.number, { ...center, size: 26 }), ...marks],
          [line(text.placeAndDay, { ...center, italics: true })],
        ],
      ],
      [mm(63), mm(102)],
    ),
    line('', { size: 20 }),
    line(text.title, { ...center, bold: true }),
    line(text.about, { ...center, bold: true }),
    rule(65, 65),
    line(text.body, { ...center, bold: true, after: 120 }),
    ...text.basis.map((one) => line(one, { italics: true, indent: true, after: 80 })),
    line('QUYẾT ĐỊNH:', { ...center, bold: true, before: 120, after: 120 }),
    ...text.articles.map((article) => line(article, { indent: true, after: 120 })),
    line('', { size: 20 }),
    plainTable(
      [
        [
          [
            line('Nơi nhận:', { bold: true, italics: true, size: 24, align: 'left' }),
            ...text.recipients.map((one, n) => {
              const end = n === text.recipients.length - 1 ? '.' : ';';
              const name = one.replace(/[;.\s]+$/u, '');
              return line(`- ${name}${end}`, { size: 22, align: 'left' });
            }),
          ],
          [
            line(text.onBehalf, { ...center, bold: true }),
            line(text.signerTitle, { ...center, bold: true }),
            ...[1, 2, 3, 4].map(() => line('')),
            line(text.signerName, { ...center, bold: true }),
          ],
        ],
      ],
      [mm(80), mm(85)],
    ),
  ];
}

const widths = [12, 62, 22, 20, 24, 22, 20, 20, 55].map(mm);

function annex(draft: Draft, marks: Paragraph[]) {
  const text = decisionText(draft);
  const cell = (value: string, n: number, style: Style) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[n]!, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [
        line(value, { size: 24, align: n === 1 || n === 8 ? 'left' : 'center', ...style }),
      ],
    });
  const row = (values: string[], style: Style = {}, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: values.map((value, n) => cell(value, n, style)),
    });
  const figures = (sums: Parameters<typeof sumsOf>[0]) => {
    const totals = sumsOf(sums);
    return columns.map((name) => figure(totals[name]));
  };
  const lines = enteredLines(draft);
  const groups = groupsOf(lines);
  const body = groups.flatMap((group, index) => [
    ...(groups.length > 1
      ? [row([roman(index + 1), group.name, ...figures(group.rows), ''], { bold: true })]
      : []),
    ...group.rows.map((one, n) =>
      row([
        String(n + 1),
        fullUnit(one.unit),
        ...columns.map((name) => figure(one[name])),
        one.note,
      ]),
    ),
  ]);
  return [
    ...marks,
    line(text.annex, { align: 'center', bold: true }),
    line(text.annexTitle, { align: 'center', bold: true }),
    line(text.annexOf, { align: 'center', italics: true, after: 160 }),
    new Table({
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        row(text.headings, { bold: true, align: 'center' }, true),
        ...body,
        row(['', text.total, ...figures(lines), ''], { bold: true }),
      ],
    }),
  ];
}

/** The decision and its annex as a paper to work on: what is still open stands as dots. */
export async function decisionPaper(draft: Draft, demo: boolean): Promise<Buffer> {
  const text = decisionText(draft);
  const marks = [
    ...(draft.status === 'issued' ? [] : [text.draftMark]),
    ...(demo ? [text.illustrative] : []),
  ].map((mark) => line(mark, { bold: true, align: 'center', size: 24 }));
  const pageNumber = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
      }),
    ],
  });
  const paper = new Document({
    title: draft.title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        // The first page carries no number.
        properties: {
          titlePage: true,
          page: { margin, size: { width: mm(210), height: mm(297) } },
        },
        headers: { default: pageNumber, first: new Header({ children: [new Paragraph('')] }) },
        children: decision(draft, marks),
      },
      {
        properties: {
          page: {
            margin: { ...margin, left: mm(20) },
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
          },
        },
        headers: { default: pageNumber },
        children: annex(draft, marks),
      },
    ],
  });
  return Packer.toBuffer(paper);
}
