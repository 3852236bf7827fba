import {
  AlignmentType,
  Document,
  Header,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { a4, margin, mm } from './layout.ts';

/** Pages of a paper; those that lie on their side have room for a wide table. */
export type Sheets = { children: (Paragraph | Table)[]; wide?: boolean };

const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
      }),
    ],
  });

/** An .docx of A4 pages as offices write them; the first page carries no number. */
export function wordFile(title: string, sheets: Sheets[]): Promise<Buffer> {
  const paper = new Document({
    title,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: sheets.map(({ children, wide = false }, n) => ({
      properties: {
        titlePage: n === 0,
        page: wide
          ? {
              margin: { ...margin, left: mm(20) },
              size: { ...a4, orientation: PageOrientation.LANDSCAPE },
            }
          : { margin, size: a4 },
      },
      headers: {
        default: pageNumber(),
        ...(n === 0 ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
      },
      children,
    })),
  });
  return Packer.toBuffer(paper);
}
