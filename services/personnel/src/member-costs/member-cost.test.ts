import { listMemberCosts, type PolicyDocumentInput, PolicyDocument } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { monthly, payFixture, policy } from '../payrolls/test-pay.ts';
import { personnel } from '../service.ts';

const service = useService(personnel);
const { unit, team, tag, place } = payFixture(service);

async function adopted(communeId: string, document: PolicyDocumentInput, from = '2026-01-01') {
  const number = `${communeId.slice(0, 4)}/2026/NQ-HĐND`;
  await service.db.query(
    `insert into policy (id, instrument, units, status, valid_from, document, adopted_by)
     values ($1, $2, $3, 'adopted', $4, $5, 'test')`,
    [
      ...[randomUUID(), JSON.stringify({ number }), [communeId], from],
      JSON.stringify(PolicyDocument.parse(document)),
    ],
  );
  return number;
}

const costOf = async (communeId: string, on = '2026-11-30') => {
  const answer = await service.call(
    listMemberCosts,
    { on, within: communeId },
    someone('finance-officer', [communeId]),
  );
  return { ...answer, item: answer.items[0]! };
};

test('a member costs twelve months and what is paid once a year', async () => {
  const here = await place();
  const number = await adopted(
    here.communeId,
    policy([
      monthly({ leader: 1_500_000, deputy: 1_400_000, ordinary: 1_300_000 }),
      {
        code: 'operation',
        item: 'team-operation',
        label: 'Kinh phí hoạt động của Tổ',
        basis: { per: 'team-year', paidIn: 1 },
        rates: [{ value: { vnd: 5_000_000 } }],
      },
      {
        code: 'new-year',
        item: 'monthly-support',
        label: 'Hỗ trợ mỗi năm một lần',
        basis: { per: 'year', paidIn: 2 },
        rates: [{ value: { vnd: 600_000 } }],
      },
    ]),
  );
  const { item, policies } = await costOf(here.communeId);
  expect(item.members?.leader).toEqual({ allowance: 18_600_000, insurance: 0, state: 0 });
  expect(item.members?.deputy.allowance).toBe(17_400_000);
  expect(item.members?.ordinary.allowance).toBe(16_200_000);
  expect(item.team).toBe(5_000_000);
  expect(item.deputiesPerTeam).toBe(1);
  expect(policies).toEqual([number]);
});

test('insurance comes on top, the share of the State apart; duty is not in it', async () => {
  const here = await place();
  await adopted(
    here.communeId,
    policy([
      monthly(1_000_000),
      {
        code: 'social',
        item: 'social-insurance',
        label: 'Hỗ trợ đóng BHXH tự nguyện',
        rates: [{ when: { socialInsurance: ['own'] }, value: { vnd: 100_000 } }],
      },
      {
        code: 'share',
        item: 'social-insurance',
        fund: 'state',
        label: 'Phần Nhà nước hỗ trợ',
        rates: [{ value: { vnd: 33_000 } }],
      },
      {
        code: 'night',
        item: 'night-duty',
        label: 'Trực đêm',
        basis: { per: 'duty', duty: 'night' },
        rates: [{ value: { vnd: 50_000 } }],
      },
    ]),
  );
  const { item } = await costOf(here.communeId);
  expect(item.members?.ordinary).toEqual({
    ...{ allowance: 12_000_000, insurance: 1_200_000, state: 396_000 },
  });
});

test('a commune of unlike teams costs their mean, one without a team what its own tags give', async () => {
  const communeId = await unit('commune', 'Đồng Kỳ');
  const near = await unit('village', 'Đồng Tâm', communeId);
  const far = await unit('village', 'Na Lu', communeId);
  await team([near]);
  await team([far]);
  await tag(far, ['border']);
  const rates = [
    { when: { tags: ['border'] }, value: { vnd: 2_000_000 } },
    { value: { vnd: 1_000_000 } },
  ];
  await adopted(communeId, policy([{ ...monthly(0), rates }]));
  expect((await costOf(communeId)).item.members?.leader.allowance).toBe(18_000_000);

  const empty = await unit('commune', 'Tân Sỏi');
  await tag(empty, ['border']);
  await adopted(empty, policy([{ ...monthly(0), rates }]));
  expect((await costOf(empty)).item.members?.leader.allowance).toBe(24_000_000);
});

test('rates of the day count; where nothing pays, the cost is not known', async () => {
  const here = await place();
  await adopted(here.communeId, policy([monthly(1_000_000)]));
  expect((await costOf(here.communeId, '2025-12-31')).item.members).toBeNull();
  expect((await costOf(here.communeId, '2026-01-01')).item.members).not.toBeNull();
});

test('who reads policies elsewhere reads no cost here', async () => {
  const [here, there] = [await place(), await place()];
  await adopted(here.communeId, policy([monthly(1_000_000)]));
  const answer = await service.call(
    listMemberCosts,
    { on: '2026-11-30' },
    someone('finance-officer', [there.communeId]),
  );
  expect(answer.items.map(({ commune }) => commune.id)).toEqual([there.communeId]);
});
