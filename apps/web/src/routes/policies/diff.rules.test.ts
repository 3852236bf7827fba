import { PolicyDocument, type PolicyDocumentInput } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { diffOf } from './diff.rules.ts';

const policy = (lines: PolicyDocumentInput['lines'], more: Partial<PolicyDocumentInput> = {}) =>
  PolicyDocument.parse({ name: 'Mức chi', certainty: 'gazette', lines, ...more });
const monthly = (leader: number, others: number) => ({
  code: 'monthly',
  item: 'monthly-support' as const,
  label: 'Hỗ trợ hằng tháng',
  rates: [
    { when: { positions: ['leader' as const] }, value: { vnd: leader } },
    { value: { vnd: others } },
  ],
});
const night = {
  code: 'night',
  item: 'night-duty' as const,
  label: 'Trực đêm',
  basis: { per: 'duty' as const, duty: 'night' as const },
  rates: [{ value: { vnd: 100_000 } }],
};

test('a policy does not differ from itself', () => {
  const same = policy([monthly(1_500_000, 1_200_000), night]);
  expect(diffOf(same, policy([monthly(1_500_000, 1_200_000), night]))).toEqual({
    members: [],
    lines: [],
    unchanged: 2,
  });
});

test('a changed amount is told with the condition that it stands for, the others are not', () => {
  const { lines, unchanged } = diffOf(
    policy([monthly(1_500_000, 1_200_000), night]),
    policy([monthly(1_800_000, 1_200_000), night]),
  );
  expect(unchanged).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]!.rates).toEqual([
    {
      when: { positions: ['leader'] },
      from: expect.objectContaining({ value: { vnd: 1_500_000 } }),
      to: expect.objectContaining({ value: { vnd: 1_800_000 } }),
    },
  ]);
});

test('lines that came and went are told with all their rates', () => {
  const { lines } = diffOf(policy([monthly(2, 1)]), policy([night]));
  expect(lines.map(({ code, from, to, rates }) => [code, !!from, !!to, rates.length])).toEqual([
    ['night', false, true, 1],
    ['monthly', true, false, 2],
  ]);
});

test('a limit, a fund and part months are told as they were and as they are', () => {
  const { members, lines } = diffOf(
    policy([night]),
    policy([{ ...night, fund: 'commune', cap: { most: 10 } }], { proration: 'half-month' }),
  );
  expect(members).toEqual([{ name: 'proration', from: 'calendar-days', to: 'half-month' }]);
  expect(lines[0]!.members.map(({ name }) => name)).toEqual(['fund', 'cap']);
  expect(lines[0]!.rates).toEqual([]);
});

test('rates in another order with the same conditions are the same rates', () => {
  const [first, second] = monthly(2, 1).rates;
  const turned = { ...monthly(2, 1), rates: [second!, first!] };
  expect(diffOf(policy([monthly(2, 1)]), policy([turned])).lines).toEqual([]);
});
