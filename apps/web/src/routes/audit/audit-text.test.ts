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

test('an opened entry shows every member of its payload', () => {
  expect(payloadLines({ a: 1, b: { c: [true, null] } })).toEqual([
    ['a', '1'],
    ['b.c.0', 'true'],
    ['b.c.1', '–'],
  ]);
});
