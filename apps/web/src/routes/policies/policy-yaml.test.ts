import { PolicyDocument } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { readYaml, writeYaml } from './policy-yaml.ts';

const policy = PolicyDocument.parse({
  name: 'Mức hỗ trợ',
  certainty: 'gazette',
  proration: 'half-month',
  lines: [
    {
      code: 'monthly',
      item: 'monthly-support',
      label: 'Hỗ trợ hằng tháng',
      article: 'Điều 4 khoản 1',
      rates: [
        { when: { positions: ['leader'] }, value: { vnd: 1_800_000 } },
        { value: { times: '0.5', of: [{ table: 'base-wage' }] }, certainty: 'inferred' },
      ],
    },
    {
      code: 'night',
      item: 'night-duty',
      label: 'Trực đêm',
      basis: { per: 'duty', duty: 'night', leastHours: 4 },
      rates: [
        { when: { days: { from: '2024-07-01', to: '2026-07-01' } }, value: { vnd: 100_000 } },
        {
          value: {
            vnd: 50_000,
            seniority: { fromMonths: 24, step: 10_000, mostSteps: 3 },
          },
        },
      ],
      cap: { most: 10, sharedWith: ['monthly'] },
      round: { to: 1_000, mode: 'up' },
    },
  ],
  exclusive: [{ lines: ['monthly', 'night'], keep: 'highest' }],
  sources: [{ title: 'Công báo', certainty: 'gazette' }],
});

test('a policy written as a file and read again is the same policy', async () => {
  const text = await writeYaml(policy);
  expect(await readYaml(text)).toEqual({ document: policy });
});

test('a file says no more than people would write', async () => {
  const text = await writeYaml(policy);
  expect(text).toContain('vnd: 1800000');
  expect(text).not.toMatch(/prorated|needsOrder|fund|includes|note|ofLines/u);
});

test('a file of the platform, a policy beside its scenarios, is read, too', async () => {
  const text = `province: Hà Nội\npolicy:\n${(await writeYaml(policy)).replace(/^/gmu, '  ')}`;
  expect(await readYaml(text)).toEqual({ document: policy });
});

test('a file that is no policy tells each place that is wrong', async () => {
  const read = await readYaml(`
name: Mức chi
certainty: sure
lines:
  - code: monthly
    item: monthly-support
    label: Hỗ trợ
    rates:
      - { when: { position: [leader] }, value: { vnd: 1500000 } }
      - { value: { vnd: một triệu } }
      - { when: {} }
`);
  expect(read).toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({ path: 'certainty', code: 'not-one-of' }),
      { path: 'lines.0.rates.0.when', code: 'unknown-member', about: 'position' },
      expect.objectContaining({ path: 'lines.0.rates.1.value.vnd', code: 'wrong-type' }),
      { path: 'lines.0.rates.2.value', code: 'missing', about: 'value' },
    ]),
  });
});

test('what cannot be read as YAML tells the line', async () => {
  expect(await readYaml('name: x\nlines: [ {')).toMatchObject({
    faults: [{ path: '', code: 'unreadable' }],
  });
});
