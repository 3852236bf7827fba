import ExcelJS from 'exceljs';
import type { Instrument } from './instrument.ts';
import type { Quota, QuotaGroup } from './quota.ts';

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const lastColumn = 'I';

type Figures = [
  villages: number,
  teams: number,
  members: number,
  leaders: number,
  deputies: number,
  rest: number,
];

/** One leader and one deputy a team. */
function figuresOf(quotas: readonly Quota[]): Figures {
  const sum = (figure: 'villages' | 'teams' | 'members') =>
    quotas.reduce((total, quota) => total + quota[figure], 0);
  const [teams, members] = [sum('teams'), sum('members')];
  return [sum('villages'), teams, members, teams, teams, members - 2 * teams];
}

function writeHead(sheet: ExcelJS.Worksheet, { issuer, number, signedOn, territory }: Instrument) {
  const [year, month, day] = signedOn.split('-');
  const units = territory.list === '2024' ? 'XÃ, PHƯỜNG, THỊ TRẤN' : 'XÃ, PHƯỜNG';
  sheet.getCell('A1').value = 'ỦY BAN NHÂN DÂN';
  sheet.getCell('A2').value = issuer.replace('UBND ', '').toUpperCase();
  sheet.getCell('F1').value = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
  sheet.getCell('F2').value = 'Độc lập - Tự do - Hạnh phúc';
  const titles = [
    'PHỤ LỤC (SỐ LIỆU MINH HỌA)',
    `SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ SỐ LƯỢNG THÀNH VIÊN TẠI TỪNG ${units}`,
    `(Số liệu minh họa; kèm theo Quyết định số ${number} ngày ${day}/${month}/${year} của ${issuer})`,
  ];
  titles.forEach((title, index) => {
    const row = 4 + index;
    sheet.mergeCells(`A${row}:${lastColumn}${row}`);
    const cell = sheet.getCell(`A${row}`);
    cell.value = title;
    cell.alignment = { horizontal: 'center', wrapText: true };
    cell.font = { bold: index < 2, italic: index === 2 };
  });
  const upper = ['STT', 'Đơn vị hành chính', 'Số thôn, tổ dân phố', 'Số Tổ bảo vệ ANTT'];
  sheet.getRow(8).values = [...upper, 'Số lượng thành viên', '', '', '', 'Ghi chú'];
  sheet.getRow(9).values = ['', '', '', '', 'Tổng số', 'Tổ trưởng', 'Tổ phó', 'Tổ viên', ''];
  for (const range of ['A8:A9', 'B8:B9', 'C8:C9', 'D8:D9', 'E8:H8', 'I8:I9'])
    sheet.mergeCells(range);
}

function writeRows(sheet: ExcelJS.Worksheet, groups: readonly QuotaGroup[]) {
  const add = (values: (string | number)[], bold: boolean) => {
    sheet.addRow(values).font = { bold };
  };
  groups.forEach(({ name, quotas }, index) => {
    if (name) add([numerals[index]!, name.toUpperCase(), ...figuresOf(quotas), ''], true);
    quotas.forEach((quota, place) => {
      const { commune, note } = quota;
      const unit = `${commune.kind[0]!.toUpperCase()}${commune.kind.slice(1)} ${commune.name}`;
      add([place + 1, unit, ...figuresOf([quota]), note], false);
    });
  });
  add(['', 'TỔNG CỘNG', ...figuresOf(groups.flatMap(({ quotas }) => quotas)), ''], true);
}

/** Writes 1 January 1980 over the clock times in a zip archive, so that the same workbook has the same bytes. */
function timeless(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const firstDay = 0x00210000;
  let end = archive.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, firstDay, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, firstDay, true);
    const lengths = [28, 30, 32].map((field) => view.getUint16(entry + field, true));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return archive;
}

/** The annex as offices lay it out: heading, two header rows, Roman-numeral districts, a total that ties out. */
export async function toWorkbook(
  instrument: Instrument,
  groups: readonly QuotaGroup[],
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = instrument.issuer;
  workbook.created = new Date(`${instrument.signedOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet('Phụ lục', { pageSetup: { paperSize: 9, fitToWidth: 1 } });
  [6, 34, 12, 12, 10, 10, 10, 10, 30].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  writeHead(sheet, instrument);
  writeRows(sheet, groups);
  const line = { style: 'thin' } as const;
  sheet.eachRow((row, number) => {
    if (number < 8) return;
    for (let column = 1; column <= 9; column++) {
      const cell = row.getCell(column);
      cell.border = { top: line, bottom: line, left: line, right: line };
      if (number < 10) Object.assign(cell, { alignment: { horizontal: 'center', wrapText: true } });
    }
  });
  return timeless(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
