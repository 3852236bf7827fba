import {
  acceptReports,
  cellsOf,
  getReport,
  getReportSheet,
  listReports,
  sheetColumns,
  sheetMarks,
  takeReportSheet,
  verifyReports,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { past, reportingProvince } from '../reports/test-report.ts';
import { activity } from '../service.ts';

const service = useService(activity);
const { unit, commune, period, filled, send } = reportingProvince(service);

type Cells = Record<string, string | number | null>;

/** The workbook of a period: the line of codes, and a row for each sender with the cells that it is given. */
async function workbookOf(periodId: string, within: string, changes: Record<string, Cells> = {}) {
  const sheet = await service.call(getReportSheet, { periodId, sender: 'team', within });
  const shapes = new Map(sheet.indicators.map((one) => [one.code, one]));
  const columns = sheetColumns(sheet.form.document, shapes);
  const keys = ['', ...columns.map(({ key }) => key), sheetMarks.version, sheetMarks.sender];
  const rows = sheet.rows.map(({ senderId, name, version, values }) => {
    const cells = columns.map(({ key, code, shape, part }) => {
      const own = changes[senderId];
      if (own && key in own) return own[key]!;
      return (
        cellsOf(
          shape,
          values.find((one) => one.code === code),
        )[part] ?? null
      );
    });
    return [name, ...cells, version, senderId];
  });
  return { sheet, keys, rows: [['BÁO CÁO THÁNG'], keys, ...rows] as unknown[][] };
}

async function upload(rows: unknown[][], command: object, asker = service.administrator) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Báo cáo');
  for (const row of rows) sheet.addRow(row);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const file = await service.files.put('bieu.xlsx', new Blob([bytes]).stream(), 1e9);
  return service.call(
    takeReportSheet,
    { id: randomUUID(), sender: 'team', dryRun: false, file, ...command } as never,
    asker,
  );
}

/** Cells of every question of the form: counts with `count`, shares with 1 of 2. */
async function cells(count: number, changes: Cells = {}): Promise<Cells> {
  const values = await filled(count);
  const one = values.map(({ code, numerator, denominator }) => ({
    [code]: numerator,
    ...(denominator === null ? {} : { [`${code}/MS`]: denominator }),
  }));
  return { ...(Object.assign({}, ...one) as Cells), ...changes };
}

const statesIn = async (periodId: string, within: string) =>
  (await service.call(listReports, { periodId, within, limit: 100 })).items.map(
    ({ state }) => state,
  );

test('the teams of a commune are filled in and sent together, and a row with nothing in it is not sent', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds } = await commune(province, 3);
  const periodId = await period(province);
  const filledIn = {
    [teamIds[0]!]: await cells(5),
    [teamIds[1]!]: await cells(2, { 'ND5.05': 'KPS', 'ND5.05/MS': null, 'ND1.03': '1.234' }),
  };
  const { rows } = await workbookOf(periodId, communeId, filledIn);
  const place = { periodId, within: communeId };
  const officer = someone('commune-officer', [communeId]);
  const checked = await upload(rows, { ...place, dryRun: true }, officer);
  expect(checked).toMatchObject({ read: 3, sent: 2, unchanged: 0, empty: 1, findings: [] });
  expect(await statesIn(periodId, communeId)).toEqual(['missing', 'missing', 'missing']);
  const sent = await upload(rows, place, officer);
  expect(sent).toMatchObject({ sent: 2, findings: [], reports: [{ state: 'submitted' }, {}] });
  expect(await statesIn(periodId, communeId)).toEqual(['submitted', 'submitted', 'missing']);
  const { versions } = await service.call(getReport, { periodId, senderId: teamIds[1]! });
  expect(versions[0]!.values).toContainEqual({
    ...{ code: 'ND5.05', numerator: null, denominator: null, noCase: true },
  });
  expect(versions[0]!.values).toContainEqual({
    ...{ code: 'ND1.03', numerator: 1234, denominator: null, noCase: false },
  });
});

test('what was exported and comes back untouched says nothing new, whatever was reported', async () => {
  const province = await unit('province', 'Lai Châu');
  const { communeId, teamIds } = await commune(province, 2);
  const periodId = await period(province);
  await send(periodId, teamIds[0]!, { values: await filled(3) });
  await send(periodId, teamIds[1]!, {
    values: (await filled(7)).map((one) =>
      one.code === 'ND5.05' ? { ...one, numerator: null, denominator: null, noCase: true } : one,
    ),
  });
  const { rows } = await workbookOf(periodId, communeId);
  const taken = await upload(rows, { periodId, within: communeId });
  expect(taken).toMatchObject({ read: 2, sent: 0, unchanged: 2, findings: [] });
});

test('BR-26: 3.482 of 3.874 declared as 99,17 % is refused at its cell, and 89,88 % expected', async () => {
  const province = await unit('province', 'Kiên Giang');
  const { communeId, teamIds } = await commune(province, 2);
  const periodId = await period(province);
  await service.db.query(
    `update form set document = jsonb_set(document, '{groups}', (
       select jsonb_agg(jsonb_set(g, '{items}', (select jsonb_agg(i || '{"max": null}') from jsonb_array_elements(g -> 'items') i)))
         from jsonb_array_elements(document -> 'groups') g)) where kind_code = 'LL-01'`,
  );
  const share = (percent: number) => ({
    ...{ 'ND5.05': 3482, 'ND5.05/MS': 3874, 'ND5.05/TL': percent },
  });
  const wrong = await workbookOf(periodId, communeId, {
    [teamIds[0]!]: await cells(5),
    [teamIds[1]!]: await cells(5, share(99.17)),
  });
  const place = { periodId, within: communeId };
  const refused = await upload(wrong.rows, place);
  const column = wrong.keys.indexOf('ND5.05');
  expect(refused).toMatchObject({ read: 2, sent: 0, reports: [] });
  expect(refused.findings).toMatchObject([
    {
      ...{ severity: 'error', fault: 'percent-differs', code: 'ND5.05' },
      ...{ said: '99.17', expected: '89.88', at: `Báo cáo!${letter(column)}4` },
    },
  ]);
  // nothing half done: the row that was right is not sent either
  expect(await statesIn(periodId, communeId)).toEqual(['missing', 'missing']);
  const right = await workbookOf(periodId, communeId, {
    [teamIds[0]!]: await cells(5),
    [teamIds[1]!]: await cells(5, share(0.8988)),
  });
  expect(await upload(right.rows, place)).toMatchObject({ sent: 2, findings: [] });
});

const letter = (column: number): string =>
  (column < 26 ? '' : letter(Math.floor(column / 26) - 1)) +
  String.fromCharCode(65 + (column % 26));

test('each finding is named by row and cell', async () => {
  const province = await unit('province', 'Long An');
  const { communeId, teamIds } = await commune(province, 3);
  const periodId = await period(province);
  const { rows, keys } = await workbookOf(periodId, communeId, {
    [teamIds[0]!]: await cells(5, { 'ND1.03': 'nhiều' }),
    [teamIds[1]!]: await cells(5, { 'ND5.05': 9, 'ND5.05/MS': 4 }),
    [teamIds[2]!]: await cells(5, { 'ND6.04': null }),
  });
  const stranger = randomUUID();
  const at = (key: string, row: number) => `Báo cáo!${letter(keys.indexOf(key))}${row}`;
  const last = rows.at(-1)!;
  rows.push([...last.slice(0, -1), stranger], [...last]);
  rows[1] = [...keys, 'ND9.99'];
  const { findings, sent } = await upload(rows, { periodId, within: communeId, dryRun: true });
  expect(sent).toBe(0);
  expect(findings.map(({ at: place, fault }) => [place, fault])).toEqual(
    expect.arrayContaining([
      [at('ND1.03', 3), 'not-an-amount'],
      [at('ND5.05', 4), 'part-exceeds-whole'],
      [at('ND6.04', 5), 'missing'],
      [at(sheetMarks.sender, 6), 'unknown-sender'],
      [at(sheetMarks.sender, 7), 'sender-twice'],
      [`Báo cáo!${letter(keys.length)}2`, 'unknown-column'],
    ]),
  );
  expect(findings).toHaveLength(6);
});

test('what is odd is asked about once, and a file that is no workbook of reports says so', async () => {
  const province = await unit('province', 'Tây Ninh');
  const { communeId, teamIds } = await commune(province);
  const before = await period(province, { to: '2026-05-14' });
  await send(before, teamIds[0]!, { values: await filled(4) });
  const periodId = await period(province);
  const { rows } = await workbookOf(periodId, communeId, {
    [teamIds[0]!]: await cells(4, { 'ND1.03': 99 }),
  });
  const place = { periodId, within: communeId };
  const checked = await upload(rows, { ...place, dryRun: true });
  expect(checked).toMatchObject({
    sent: 1,
    findings: [{ severity: 'warning', fault: 'differs-from-last', code: 'ND1.03' }],
  });
  expect(await upload(rows, place)).toMatchObject({ sent: 0 });
  expect(await upload(rows, { ...place, confirmed: true })).toMatchObject({ sent: 1 });
  expect(await upload([['a', 'b']], place)).toMatchObject({
    findings: [{ fault: 'no-codes', at: null }],
  });
});

test('a file of more rows than a sheet has is not read row by row', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { communeId } = await commune(provinceId, 1);
  const periodId = await period(provinceId);
  const { rows } = await workbookOf(periodId, communeId);
  const endless = [...rows, ...Array.from({ length: 700 }, (_, n) => [`dòng ${n}`])];
  await expect(upload(endless, { periodId, within: communeId })).rejects.toMatchObject({
    body: { type: 'report-workbook-too-long', count: rows.length + 700, limit: 600 },
  });
});

test('a report that came in between is not covered, and one that was accepted is changed with a reason', async () => {
  const province = await unit('province', 'Bến Tre');
  const { communeId, teamIds } = await commune(province);
  const periodId = await period(province, { lateFrom: past });
  const place = { periodId, within: communeId };
  const early = await workbookOf(periodId, communeId, { [teamIds[0]!]: await cells(8) });
  const { id, version } = await send(periodId, teamIds[0]!, { values: await filled(3) });
  expect(await upload(early.rows, place)).toMatchObject({
    findings: [{ fault: 'problem', said: 'report-has-another-version' }],
  });
  const reviewer = someone('provincial-administrator');
  await service.call(verifyReports, { reports: [{ id, version }] }, reviewer);
  await service.call(acceptReports, { reports: [{ id, version }] }, reviewer);
  const { rows } = await workbookOf(periodId, communeId, { [teamIds[0]!]: await cells(8) });
  expect(await upload(rows, place)).toMatchObject({
    findings: [{ fault: 'problem', said: 'report-correction-has-a-reason' }],
  });
  const corrected = await upload(rows, { ...place, reason: 'Nhập nhầm số liệu' });
  expect(corrected).toMatchObject({ sent: 1, findings: [] });
});

test('who reports for one commune finds no row of another one', async () => {
  const province = await unit('province', 'Sóc Trăng');
  const [mine, other] = [await commune(province), await commune(province)];
  const periodId = await period(province);
  const officer = someone('commune-officer', [mine.communeId]);
  const { rows } = await workbookOf(periodId, province, { [other.teamIds[0]!]: await cells(2) });
  const taken = await upload(rows, { periodId }, officer);
  expect(taken.findings).toMatchObject([{ fault: 'unknown-sender', said: other.teamIds[0] }]);
});
