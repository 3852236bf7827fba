import { addDays, today } from '@antt/kernel';
import ExcelJS from 'exceljs';
import type { EntityManager } from 'typeorm';
import { loadAreas } from '../areas/load-areas.ts';
import type { FileAccount } from './account-file.rules.ts';
import { handOverText as words, shownDay } from './hand-over-text.ts';
import { roleText } from './role-text.ts';

/** What one person is handed. */
export type Strip = FileAccount & { password: string };

type Printed = { strip: Strip; roles: string };

const stripsAPage = 5;
const rowsAStrip = 7;
const margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
const a4 = { paperSize: 9, orientation: 'portrait', margins };
const fitted = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
const thin = { style: 'thin', color: { argb: 'FF808080' } } as const;
const dashed = { style: 'dashed', color: { argb: 'FF808080' } } as const;

/**
 * A workbook to print: a strip for each account to cut out and hand over, and a register to be signed,
 * without the passwords.
 */
export async function handOverSheet(
  db: EntityManager,
  strips: readonly Strip[],
  days: number,
): Promise<Uint8Array> {
  const areas = new Map((await loadAreas(db)).map(({ id, name }) => [id, name]));
  const [{ demo }] = await db.query(`select exists (select from account where invented) as demo`);
  const printed = strips.map((strip) => ({ strip, roles: rolesOf(strip, areas) }));
  const book = new ExcelJS.Workbook();
  const head = demo ? `${words.product} – ${words.demo}` : words.product;
  writeStrips(book, printed, head, shownDay(addDays(today(), days)));
  writeRegister(book, printed, head);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function rolesOf({ grants }: Strip, areas: ReadonlyMap<string, string>): string {
  return grants
    .map(({ role, areaId, from, to }) =>
      words.held(
        roleText[role][0],
        areas.get(areaId) ?? '',
        shownDay(from),
        to && shownDay(addDays(to, -1)),
      ),
    )
    .join('\n');
}

function writeStrips(book: ExcelJS.Workbook, all: Printed[], head: string, until: string): void {
  // Not fitted to the page: Excel would then pass over the breaks and cut strips in two.
  const sheet = book.addWorksheet(words.strips, { pageSetup: a4 as ExcelJS.PageSetup });
  sheet.columns = [{ width: 24 }, { width: 58 }];
  all.forEach(({ strip, roles }, index) => {
    const top = index * rowsAStrip + 1;
    const lines: [string, string][] = [
      [words.title, head],
      [words.fullName, strip.fullName],
      [words.role, roles],
      [words.username, strip.username],
      [words.password, strip.password],
    ];
    lines.forEach(([label, value], line) => {
      const row = sheet.getRow(top + line);
      row.getCell(1).value = label;
      row.getCell(2).value = value;
      row.getCell(1).font = { bold: line === 0 };
      row.getCell(2).font = line === 0 ? { italic: true } : { bold: true };
      row.alignment = { vertical: 'top', wrapText: true };
      row.getCell(2).alignment = { wrapText: true, horizontal: line === 0 ? 'right' : 'left' };
    });
    sheet.getRow(top + 2).height = 15 * strip.grants.length;
    // A type in which every letter and digit looks like itself only.
    for (const line of [3, 4]) {
      sheet.getCell(top + line, 2).font = { name: 'Courier New', size: 14, bold: true };
    }
    sheet.mergeCells(top + 5, 1, top + 5, 2);
    const advice = sheet.getCell(top + 5, 1);
    advice.value = words.advice(until);
    advice.font = { size: 9 };
    advice.alignment = { wrapText: true, vertical: 'top' };
    sheet.getRow(top + 5).height = 26;
    sheet.mergeCells(top + 6, 1, top + 6, 2);
    const cut = sheet.getCell(top + 6, 1);
    cut.value = words.cut;
    cut.font = { size: 8, color: { argb: 'FF808080' } };
    cut.border = { top: dashed };
    if (index % stripsAPage === stripsAPage - 1) sheet.getRow(top + 6).addPageBreak();
  });
}

function writeRegister(book: ExcelJS.Workbook, all: Printed[], head: string): void {
  const sheet = book.addWorksheet(words.register, {
    pageSetup: { ...a4, ...fitted, printTitlesRow: '3:3' } as ExcelJS.PageSetup,
    views: [{ state: 'frozen', ySplit: 3 }],
  });
  sheet.columns = [6, 28, 20, 44, 14, 18].map((width) => ({ width }));
  sheet.getCell('A1').value = words.registerTitle;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getCell('A2').value = head;
  sheet.addRow([
    words.number,
    words.fullName,
    words.username,
    words.role,
    words.receivedOn,
    words.signature,
  ]).font = { bold: true };
  all.forEach(({ strip, roles }, index) => {
    const row = sheet.addRow([index + 1, strip.fullName, strip.username, roles, '', '']);
    row.height = Math.max(24, 15 * strip.grants.length);
  });
  sheet.eachRow((row, number) => {
    if (number < 3) return;
    for (let column = 1; column <= 6; column += 1) {
      const cell = row.getCell(column);
      cell.border = { top: thin, bottom: thin, left: thin, right: thin };
      cell.alignment = { vertical: 'middle', wrapText: true };
    }
  });
}
