import { PayLine, PayRate, PolicyDocument } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { vietnamese } from '../../test-text.ts';
import { conditionWords } from './condition-words.ts';
import { lineFacts } from './line-words.ts';
import { anchorOf, faultWords, placeWords } from './place-words.ts';
import { valueWords } from './value-words.ts';

const intl = createIntl({ locale: 'vi', messages: vietnamese });
const speech = {
  intl,
  tagName: (code: string) => (code === 'border' ? 'Biên giới' : code),
};
const line = (content: object) =>
  PayLine.parse({
    code: 'monthly',
    item: 'monthly-support',
    label: 'Hỗ trợ hằng tháng',
    rates: [{ value: { vnd: 1 } }],
    ...content,
  });
const policy = PolicyDocument.parse({
  name: 'Mức chi',
  certainty: 'gazette',
  lines: [line({}), line({ code: 'night', label: 'Trực đêm' })],
});
const when = (condition: object) =>
  conditionWords(speech, PayRate.parse({ when: condition, value: { vnd: 1 } }).when);
const value = (content: object) =>
  valueWords(intl, PayRate.parse({ value: content }).value, policy.lines);

test('whom a rate is for is said as resolutions say it', () => {
  expect(when({})).toBeNull();
  expect(when({ positions: ['leader', 'deputy'], classes: [1] })).toBe(
    'Tổ trưởng hoặc Tổ phó; thôn, tổ dân phố loại I',
  );
  expect(when({ education: ['university'], socialInsurance: ['none'] })).toBe(
    'Trình độ Đại học; BHXH: chưa tham gia',
  );
  expect(when({ tags: ['border'], concurrent: false })).toBe(
    'Địa bàn: Biên giới; không kiêm nhiệm',
  );
  expect(when({ monthsServed: { from: 60 } })).toBe('Đã tham gia từ đủ 60 tháng');
});

test('the first day on which a rate no longer applies is said as the last on which it does', () => {
  expect(when({ days: { from: '2024-07-01', to: '2026-07-01' } })).toBe(
    'Từ ngày 01/07/2024 đến hết ngày 30/06/2026',
  );
});

test('an amount is said in đồng, as a product of tables and lines, or as not known', () => {
  expect(value({ vnd: 1_400_000 })).toBe('1.400.000 đ');
  expect(value({ times: '0.8', of: [{ table: 'base-wage' }] })).toBe('0,8 × lương cơ sở');
  expect(value({ times: '1', of: [{ table: 'regional-minimum-wage', key: '3' }] })).toBe(
    '1 × lương tối thiểu vùng III',
  );
  expect(value({ times: '0.1', ofLines: ['monthly', 'night'] })).toBe(
    '0,1 × (“Hỗ trợ hằng tháng” + “Trực đêm”)',
  );
  expect(value({ unknown: 'bài báo bị cắt' })).toBe('chưa rõ: bài báo bị cắt');
});

test('a line tells its limit together with those that share it', () => {
  const night = line({
    code: 'night',
    basis: { per: 'duty', duty: 'night', leastHours: 4 },
    shares: [{ when: { concurrent: true }, times: '0.8' }],
    cap: { most: 7, sharedWith: ['monthly'] },
    round: { to: 1_000, mode: 'up' },
  });
  expect(Object.fromEntries(lineFacts(speech, night, policy.lines))).toMatchObject({
    'policies.line.basis': 'Mỗi đêm từ 22 giờ đến 6 giờ; từ 4 giờ trở lên; có lệnh hoặc kế hoạch',
    'policies.line.shares': '80 % mức chi: Kiêm nhiệm chức danh hưởng ngân sách',
    'policies.line.cap': 'Nhiều nhất 7 đêm, ngày một tháng, tính chung với “Hỗ trợ hằng tháng”',
    'policies.line.round': 'Lên 1.000 đồng',
  });
});

test('a fault names its place and what it concerns', () => {
  expect(placeWords(intl, policy, 'lines.1.rates.0.value')).toBe('Khoản 2 “Trực đêm”, mức 1');
  expect(anchorOf('lines.1.rates.0.when.days')).toBe('lines.1.rates.0');
  expect(anchorOf('lines.1.cap')).toBe('lines.1');
  const about = (code: 'table-value-missing' | 'basis-does-not-fit', about: string) =>
    faultWords(intl, policy, { code, path: 'lines.0', about });
  expect(about('table-value-missing', 'regional-minimum-wage *')).toBe(
    'Bảng chưa có giá trị cho ngày áp dụng: lương tối thiểu của từng người',
  );
  expect(about('basis-does-not-fit', 'team-month')).toBe(
    'Không hợp với cách tính: Theo Tổ, hằng tháng',
  );
});
