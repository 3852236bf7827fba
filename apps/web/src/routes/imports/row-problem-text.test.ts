import { SoftRule } from '@antt/contracts';
import { rowProblemText as english } from '@antt/contracts/text/row-problem.en';
import { rowProblemText as vietnamese } from '@antt/contracts/text/row-problem.vi';
import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { english as en, vietnamese as vi } from '../../test-text.ts';
import { knownProblemText, rowProblemText } from './row-problem-text.ts';

const intls = [
  createIntl({ locale: 'vi', messages: vi }),
  createIntl({ locale: 'en', messages: en }),
];

test('what can be wrong with a row is told in both languages', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(vietnamese).sort());
});

test.each(Object.keys(vietnamese))('%s can be read, whatever members it brings', (code) => {
  for (const intl of intls) {
    const text = rowProblemText(intl, { code, at: null, severity: 'error' });
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeGreaterThan(10);
  }
});

test('numbers of an annex are written as Vietnamese offices write them', () => {
  const text = rowProblemText(intls[0]!, {
    code: 'total-off',
    at: 'Phụ lục!D204',
    severity: 'error',
    column: 'Số Tổ',
    stated: 2131,
    counted: 2129,
  });
  expect(text).toContain('2.131');
  expect(text).toContain('“Số Tổ”');
});

test.each(SoftRule.options)('%s, broken by a file, is told and can be accepted', (code) => {
  const members = { unit: 'Xã Tân Sơn', on: '2026-10-05', teams: '03/QĐ', count: 5, limit: 4 };
  for (const intl of intls) {
    const error = { code, at: 'A2', severity: 'error' as const, ...members };
    const text = rowProblemText(intl, error);
    expect(text).toContain('Xã Tân Sơn');
    const said = { accept: [code], reason: 'Ký bổ sung' };
    expect(knownProblemText(intl, error, said)).toBe(text);
    const warning = { ...error, severity: 'warning' as const };
    expect(knownProblemText(intl, warning, {})).toBe(text);
    const known = knownProblemText(intl, warning, said);
    expect(known).toContain('Xã Tân Sơn');
    expect(known).toMatch(/(Đã chấp nhận, lý do|Accepted with the reason): Ký bổ sung\.$/);
    expect(known).not.toMatch(/Hãy|check again/);
  }
});

test('a problem of the contracts keeps its own text', () => {
  const problem = { code: 'instrument-not-in-force', at: null, severity: 'error' as const };
  expect(rowProblemText(intls[0]!, { ...problem, number: '01/QĐ', on: '2025-07-01' })).toContain(
    '01/07/2025',
  );
});

test('a hint without anything to hint at is not said', () => {
  const problem = { code: 'columns-unknown', at: 'A1', severity: 'warning' as const };
  const [intl] = intls;
  expect(rowProblemText(intl!, { ...problem, columns: 'full_name', suggestions: '–' })).toBe(
    'Có cột không dùng đến, sẽ không được nhập: full_name.',
  );
  expect(rowProblemText(intl!, { ...problem, columns: 'Mã so', suggestions: 'Mã số' })).toContain(
    'Gợi ý: Mã số.',
  );
});

test('a name that resembles no unit is told without candidates', () => {
  const said = { unit: 'Thôn Chín', on: '2025-07-01' };
  const problem = { code: 'unit-unknown', at: 'A2', severity: 'error' as const, ...said };
  const text = rowProblemText(intls[0]!, problem);
  expect(text).toContain('“Thôn Chín”');
  expect(text).not.toContain('…');
  expect(text).toContain('Hãy chọn đúng đơn vị hoặc sửa tên.');
});

const named = [
  'choice-unknown',
  'group-unknown',
  'unit-ambiguous',
  'unit-code-unknown',
  'unit-elsewhere',
  'unit-kind-differs',
  'unit-unknown',
  'units-left-out',
];

test.each(named)('%s names the day on which the unit was looked for', (code) => {
  const problem = { code, at: 'A2', severity: 'error' as const, on: '2025-07-01', unit: 'Xã A' };
  for (const intl of intls) expect(rowProblemText(intl, problem)).toContain('01/07/2025');
  for (const text of [vietnamese, english]) {
    expect(text[code as keyof typeof text]).not.toMatch(/vào ngày này|on that day/);
  }
});

test('a kind of another level says where the level came from', () => {
  const problem = { code: 'kind-not-of-level', at: 'C2', severity: 'error' as const };
  const members = { unit: 'Tân Lập', kind: 'xã', level: 'district', allowed: 'quận; huyện' };
  const [intl] = intls;
  const onPage = rowProblemText(intl!, { ...problem, ...members, chosen: 'page' });
  expect(onPage).toContain('không phải loại của cấp huyện (gồm: quận; huyện)');
  expect(onPage).toContain('hãy chọn lại Cấp');
  const inFile = rowProblemText(intl!, { ...problem, ...members, chosen: 'file' });
  expect(inFile).toContain('Hãy sửa loại, hoặc sửa cột “Cấp”.');
});
