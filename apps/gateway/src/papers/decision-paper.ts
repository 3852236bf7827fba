import { roman } from '@antt/contracts/text/roman';
import {
  figure,
  fullUnit,
  line,
  linedTable,
  officeFoot,
  officeHead,
  rule,
  type Style,
  type TableColumn,
  wordFile,
} from '@antt/paper';
import type { Paragraph } from 'docx';
import {
  columns,
  decisionText,
  divisionOf,
  type Draft,
  enteredLines,
  groupsOf,
  sumsOf,
} from './decision-text.ts';

const center = { align: 'center' } as const;

function decision(draft: Draft, marks: Paragraph[]) {
  const text = decisionText(draft);
  return [
    officeHead(text, { marks }),
    line('', { size: 20 }),
    line(text.title, { ...center, bold: true }),
    line(text.about, { ...center, bold: true }),
    rule(65, 65),
    line(text.body, { ...center, bold: true, after: 120 }),
    ...text.basis.map((one) => line(one, { italics: true, indent: true, after: 80 })),
    line('QUYẾT ĐỊNH:', { ...center, bold: true, before: 120, after: 120 }),
    ...text.articles.map((article) => line(article, { indent: true, after: 120 })),
    line('', { size: 20 }),
    officeFoot(text.recipients, {
      onBehalf: text.onBehalf,
      title: text.signerTitle,
      name: text.signerName,
    }),
  ];
}

const annexColumns: TableColumn[] = [
  { width: 12 },
  { width: 62, left: true },
  ...[22, 20, 24, 22, 20, 20].map((width) => ({ width })),
  { width: 55, left: true },
];

function annex(draft: Draft, marks: Paragraph[]) {
  const text = decisionText(draft);
  const figures = (sums: Parameters<typeof sumsOf>[0]) => {
    const totals = sumsOf(sums);
    return columns.map((name) => figure(totals[name]));
  };
  const lines = enteredLines(draft);
  const groups = groupsOf(lines);
  const bold: Style = { bold: true };
  const body = groups.flatMap((group, index): [string[], Style?][] => [
    ...(groups.length > 1
      ? [[[roman(index + 1), group.name, ...figures(group.rows), ''], bold] as [string[], Style]]
      : []),
    ...group.rows.flatMap((one, n): [string[], Style?][] => [
      [[String(n + 1), fullUnit(one.unit), ...columns.map((name) => figure(one[name])), one.note]],
      ...divisionOf(one, draft).map(({ name, figures: own }): [string[], Style] => [
        ['', `– ${name}`, ...columns.map((column) => figure(own[column])), ''],
        { italics: true },
      ]),
    ]),
  ]);
  return [
    ...marks,
    line(text.annex, { ...center, bold: true }),
    line(text.annexTitle, { ...center, bold: true }),
    line(text.annexOf, { ...center, italics: true, after: 160 }),
    linedTable(annexColumns, [
      [text.headings, { bold: true, align: 'center' }],
      ...body,
      [['', text.total, ...figures(lines), ''], bold],
    ]),
  ];
}

/** The decision and its annex as a paper to work on: what is still open stands as dots. */
export function decisionPaper(draft: Draft, demo: boolean): Promise<Buffer> {
  const text = decisionText(draft);
  const marks = [
    ...(draft.status === 'issued' ? [] : [text.draftMark]),
    ...(demo ? [text.illustrative] : []),
  ].map((mark) => line(mark, { bold: true, align: 'center', size: 24 }));
  return wordFile(draft.title, [
    { children: decision(draft, marks) },
    { children: annex(draft, marks), wide: true },
  ]);
}
