import type { RowProblem } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { writeFileErrors } from './file-errors.ts';
import { rowProblemText } from './row-problem-text.ts';
import { inThread } from './thread.ts';
import { readWorkbook } from './workbook.ts';

const bytes = new TextEncoder().encode('Mã tổ,Tên tổ\nT-1,\nT-2,\n');
const missing: RowProblem = { code: 'value-missing', at: 'B2', severity: 'error' };
const whole: RowProblem = { ...missing, at: 'B3', column: 'Tên tổ' };
const besides = new URL('./file-errors.ts', import.meta.url).href;

async function cellsOf(workbook: Uint8Array): Promise<string[]> {
  const { sheets } = await readWorkbook(workbook, 'annex');
  return sheets.flatMap(({ rows }) => rows.flat().map((cell) => String(cell?.value ?? '')));
}

test('a row whose text lacks one of its words falls back to its code; the others have their words', async () => {
  const problems = [{ ...missing, value: 7 }, whole];
  const cells = await cellsOf(await writeFileErrors({ kind: 'teams', bytes, problems }));
  expect(cells).toContain('value-missing (value: 7)');
  expect(cells).toContain(rowProblemText(whole));
  expect(rowProblemText(whole)).toContain('Tên tổ');
});

test('a code that has no text is named with what it speaks of', () => {
  const odd: RowProblem = {
    code: 'quite-new',
    at: null,
    severity: 'error',
    days: ['a'],
    unit: null,
  };
  expect(rowProblemText(odd)).toBe('quite-new (days: ["a"])');
  const candidates = [{ id: 'x', name: 'Xã Tân An', parentName: 'Huyện A' }];
  expect(rowProblemText({ ...odd, candidates })).toBe(
    'quite-new (days: ["a"]) [Xã Tân An (Huyện A)]',
  );
});

test('a day is written as offices write it', () => {
  const problem: RowProblem = { code: 'commune-code-unknown', at: 'C2', severity: 'error' };
  expect(rowProblemText({ ...problem, unitCode: '00001', on: '2024-08-01' })).toContain(
    'Ngày 01/08/2024 không có xã, phường nào mang mã 00001.',
  );
});

test('a file that takes too long to show again is left alone', async () => {
  const sent = { kind: 'teams', bytes, problems: [whole] };
  expect(await inThread(besides, 'file-errors-thread', sent, 1)).toEqual({ exceeded: 'time' });
  expect(await inThread(besides, 'file-errors-thread', sent, 30_000)).toHaveProperty('result');
});

test('two files are read at once; a third waits, or is asked to come again where nobody waits so long', async () => {
  const sent = { kind: 'teams', bytes, problems: [whole] };
  const ended: number[] = [];
  const start = (n: number, deadline?: number) =>
    inThread(besides, 'file-errors-thread', sent, 20_000, deadline).then(() => ended.push(n));
  const both = [start(1), start(2)];
  const impatient = start(3, Date.now() + 20_010);
  const patient = start(4);
  await expect(impatient).rejects.toMatchObject({ body: { type: 'try-again' } });
  expect(ended).toEqual([]);
  await Promise.all([...both, patient]);
  expect(ended.at(-1)).toBe(4);
});
