import { type AuditEntry, events } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { english as en, vietnamese as vi } from '../../test-text.ts';
import { eventKey, eventText, payloadLines, payloadText } from './audit-text.ts';

const intl = createIntl({ locale: 'vi', messages: vi });
const names = events.map(({ subject }) => subject.replace(/^event\./, ''));
const entry = (payload: unknown) => ({ payload }) as AuditEntry;

test.each(names)('%s is told in both languages', (name) => {
  for (const messages of [vi, en] as Record<string, string>[]) {
    expect(messages[`event.${eventKey(name)}`]).toEqual(expect.any(String));
  }
});

test('an event nobody has described keeps its own name', () => {
  expect(eventText(intl, 'personnel.posting-ended.v1')).toBe('personnel.posting-ended.v1');
});

test('an entry says what was counted, why and in what role', () => {
  expect(payloadText(intl, entry({ jobId: 'x', counts: { added: 1192, unchanged: 0 } }))).toBe(
    '1.192 thêm mới',
  );
  expect(payloadText(intl, entry({ role: 'commune-officer', what: 'granted' }))).toBe(
    'giao vai trò, Cán bộ cấp xã',
  );
  expect(payloadText(intl, entry(null))).toBe('');
});

test('an entry says which units came and went, and for which days', () => {
  const unit = (name: string, from: string, to: string | null = null) => {
    return { unitId: name, name, from, to };
  };
  const payload = {
    areaId: 'x',
    name: 'Cụm Lục Ngạn',
    units: 3,
    added: [unit('xã Tân Sơn', '2025-07-01')],
    removed: [unit('huyện Lục Ngạn', '2024-07-01', '2025-07-01')],
  };
  expect(payloadText(intl, entry(payload))).toBe(
    'Cụm Lục Ngạn, 3 đơn vị, thêm xã Tân Sơn (từ 01/07/2025), bớt huyện Lục Ngạn (từ 01/07/2024 đến hết 30/06/2025)',
  );
  const many = { added: ['A', 'B', 'C', 'D', 'E'].map((name) => unit(name, '2025-07-01')) };
  expect(payloadText(intl, entry(many))).toContain('C (từ 01/07/2025), và 2 đơn vị khác');
  expect(payloadText(intl, entry(many), Infinity)).toContain('E (từ 01/07/2025)');
});

test('an entry says which role was held where and for how long', () => {
  const granted = { role: 'area-officer', areaName: 'Cụm A', from: '2024-08-01', to: '2025-07-01' };
  expect(payloadText(intl, entry({ accountId: 'x', what: 'grant-ended', ...granted }))).toBe(
    'kết thúc vai trò, Cán bộ phụ trách địa bàn, Cụm A, từ 01/08/2024 đến hết 30/06/2025',
  );
  expect(payloadText(intl, entry({ from: '2025-07-01', to: '2025-07-01' }))).toBe(
    'chưa từng có hiệu lực, từ 01/07/2025',
  );
});

test('an entry says which file came in, whether only to be checked, and what came of it', () => {
  const job = { jobId: 'x', kind: 'units', fileName: 'xa.csv', sha256: 'ab', size: 12 };
  const ended = { ...job, dryRun: true, status: 'rejected', counts: { read: 9 }, errors: 2 };
  const text = payloadText(intl, entry(ended));
  expect(text).toMatch(/^kiểm tra thử, bị từ chối, xa\.csv, /);
  expect(text).toContain('2 lỗi');
});

test('an opened entry shows every member of its payload', () => {
  expect(payloadLines({ a: 1, b: { c: [true, null] } })).toEqual([
    ['a', '1'],
    ['b.c.0', 'true'],
    ['b.c.1', '–'],
  ]);
});
