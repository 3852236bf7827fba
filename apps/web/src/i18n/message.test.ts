import { Gap, problems, Role } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { problemText } from './problem-text.ts';
import { english as en, vietnamese as vi } from '../test-text.ts';
import frame from './frame.vi.json' with { type: 'json' };
import { midSentence } from './mid-sentence.ts';
import { parts } from './part.ts';

const languages: Record<string, Record<string, string>> = { vi, en };

/** The names of the placeholders of an ICU text. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name!))].sort();

test('every text exists in Vietnamese and in English', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
});

test.each(Object.keys(problems))('%s is told in both languages', (code) => {
  for (const messages of Object.values(languages)) {
    expect(messages[`problem.${code}`]).toEqual(expect.any(String));
  }
});

test('both languages speak of the same members', () => {
  const differing = Object.entries(vi).filter(([id, text]) => {
    const other = languages.en![id] ?? '';
    return String(placeholders(text)) !== String(placeholders(other));
  });
  expect(differing).toEqual([]);
});

test('every text can be read, whatever members the problem brings', () => {
  for (const [locale, messages] of Object.entries(languages)) {
    const failures: unknown[] = [];
    const intl = createIntl({ locale, messages, onError: (error) => failures.push(error) });
    for (const code of Object.keys(problems)) {
      const text = problemText(intl, new Problem({ type: code, title: code, status: 400 }));
      expect(text.length).toBeGreaterThan(10);
    }
    expect(failures).toEqual([]);
  }
});

test('a problem names the day the way offices write it', () => {
  const intl = createIntl({ locale: 'vi', messages: vi });
  const problem = new Problem({
    type: 'unit-not-found',
    title: '',
    status: 404,
    on: '2025-07-01',
  });
  expect(problemText(intl, problem)).toContain('01/07/2025');
});

test('a code nobody has described yet still says something', () => {
  const intl = createIntl({ locale: 'vi', messages: vi });
  expect(problemText(intl, new Problem({ type: 'brand-new', title: '', status: 400 }))).toBe(
    vi['problem.internal'],
  );
});

test('every role has a name', () => {
  expect(Role.options.filter((role) => !Object.hasOwn(vi, `role.${role}`))).toEqual([]);
});

test('a locked account is told for how long', () => {
  const intl = createIntl({ locale: 'vi', messages: vi });
  const locked = (members: object) =>
    problemText(intl, new Problem({ type: 'account-locked', title: '', status: 423, ...members }));
  expect(locked({ retryAfter: 840 })).toContain('Đợi 14 phút');
  expect(locked({})).toContain('Đợi một lát');
});

test('a text stands in one file', async () => {
  const files = await Promise.all(Object.values(parts).map((part) => part.vi()));
  const ids = [frame, ...files.map((file) => file.default)].flatMap((texts) => Object.keys(texts));
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
});

test('a Tổ bảo vệ an ninh, trật tự is a Tổ; only a tổ dân phố is written small', () => {
  // What a title may begin with is looked at within a sentence too; "tổ chức" is another word.
  const small = /(?<!\p{L})tổ(?! dân phố| chức)(?!\p{L})/u;
  expect(Object.entries(vi).filter(([, text]) => small.test(text.normalize('NFC')))).toEqual([]);
  const large = /(?<!\p{L}|^|[.:;,!?(/] ?)Tổ dân phố/u;
  expect(Object.entries(vi).filter(([, text]) => large.test(text.normalize('NFC')))).toEqual([]);
});

test('a Tổ keeps its capital within a sentence, and so does it behind another word', () => {
  expect(midSentence('Tổ đang có')).toBe('Tổ đang có');
  expect(midSentence('Có Tổ chưa có nơi làm việc')).toBe('có Tổ chưa có nơi làm việc');
  expect(midSentence('Tổng số')).toBe('tổng số');
});

test.each(Gap.options)('how many lack something says what is counted: %s', (gap) => {
  const intl = createIntl({ locale: 'vi', messages: vi });
  const of = (level: string) => intl.formatMessage({ id: `gap.counted.${gap}` }, { level });
  expect(of('commune')).toMatch(/^Xã /);
  expect(of('district')).toMatch(/^Huyện /);
  expect(of('village')).toMatch(/^Thôn /);
});

test.each(['home.workplaces', 'table.workplaces', 'groups.housed'])(
  'of workplaces that Tổ have, %s names the Tổ',
  (id) => {
    expect(vi[id]).toMatch(/^Tổ /);
  },
);
