import {
  appraiseProposal,
  beginDraft,
  discardDraft,
  getDraft,
  getProposal,
  listProposals,
  resendProposal,
  sendProposal,
  takeProposals,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit } = territory(service);

let province: string;
let commune: string;

beforeEach(async () => {
  province = await unit('province', 'Bắc Giang');
  commune = await unit('commune', 'Tân Lập', province);
});

const officer = () => someone('commune-officer', [commune]);
const figures = (teams: number) => ({
  villages: null,
  teams,
  members: teams * 3,
  leaders: null,
  deputies: null,
  ordinary: null,
});
const asked = (teams: number) => ({
  ...figures(teams),
  effectiveFrom: '2026-01-01',
  reason: 'Thôn mới đông dân',
  paperNumber: '12/TTr-UBND',
  fileIds: [],
});

async function sent(teams = 8) {
  const id = randomUUID();
  await service.call(sendProposal, { id, unitId: commune, ...asked(teams) }, officer());
  return id;
}

async function draft() {
  const id = randomUUID();
  const facts = { title: 'Giao số lượng', issuer: 'UBND tỉnh', effectiveFrom: '2026-01-01' };
  const start = { from: 'nothing' };
  await service.call(beginDraft, { id, unitId: province, ...facts, start } as never);
  return id;
}

test('a commune proposes for itself only', async () => {
  const id = await sent();
  const { items, counts } = await service.call(listProposals, {
    on: '2026-01-01',
    within: commune,
    limit: 100,
  });
  expect(items).toMatchObject([{ id, unitName: 'Tân Lập', teams: 8, status: 'sent' }]);
  expect(counts).toEqual({ sent: 1, accepted: 0, returned: 0 });
  const other = await unit('commune', 'Sa Lý', province);
  await expect(
    service.call(sendProposal, { id: randomUUID(), unitId: other, ...asked(3) }, officer()),
  ).rejects.toMatchObject({ body: { type: 'unit-not-found' } });
});

test('a commune has one open proposal, however often it is sent', async () => {
  const command = { id: randomUUID(), unitId: commune, ...asked(8) };
  const by = officer();
  const first = await service.call(sendProposal, command, by);
  expect(await service.call(sendProposal, command, by)).toEqual(first);
  await expect(
    service.call(sendProposal, { ...command, id: randomUUID() }, by),
  ).rejects.toMatchObject({ body: { type: 'commune-has-one-open-proposal' } });
});

test('a returned proposal is mended and sent again; its history tells why', async () => {
  const id = await sent();
  const back = { id, verdict: 'return' as const, figures: null };
  await expect(service.call(appraiseProposal, { ...back, reason: '' })).rejects.toMatchObject({
    body: { type: 'proposal-needs-a-reason' },
  });
  await service.call(appraiseProposal, { ...back, reason: 'Thiếu số hộ' });
  await service.call(resendProposal, { id, ...asked(7) }, officer());
  await service.call(appraiseProposal, { id, verdict: 'accept', figures: null, reason: '' });
  const proposal = await service.call(getProposal, { id });
  expect(proposal).toMatchObject({ status: 'accepted', accepted: { teams: 7, members: 21 } });
  expect(proposal.steps.map(({ step, reason }) => [step, reason])).toEqual([
    ['sent', 'Thôn mới đông dân'],
    ['returned', 'Thiếu số hộ'],
    ['sent', 'Thôn mới đông dân'],
    ['accepted', ''],
  ]);
});

test('a proposal is appraised once; the second verdict is refused', async () => {
  const id = await sent();
  const accept = { id, verdict: 'accept' as const, figures: null, reason: '' };
  await service.call(appraiseProposal, accept);
  expect(await service.call(appraiseProposal, accept)).toMatchObject({ status: 'accepted' });
  await expect(
    service.call(appraiseProposal, { ...accept, verdict: 'return', reason: 'Chưa hợp lý' }),
  ).rejects.toMatchObject({ body: { type: 'proposal-is-appraised' } });
});

test('accepted proposals become lines of the next draft with one command', async () => {
  const id = await sent(8);
  await service.call(appraiseProposal, {
    id,
    verdict: 'accept',
    figures: figures(6),
    reason: 'Theo định mức',
  });
  const draftId = await draft();
  expect((await service.call(getDraft, { id: draftId })).proposals).toBe(1);
  expect(await service.call(takeProposals, { id: draftId })).toEqual({ taken: 1 });
  expect(await service.call(takeProposals, { id: draftId })).toEqual({ taken: 0 });
  const { lines, proposals } = await service.call(getDraft, { id: draftId });
  expect(proposals).toBe(0);
  expect(lines).toMatchObject([{ teams: 6, members: 18, version: 2 }]);
  expect((await service.call(getProposal, { id })).steps.map(({ step }) => step)).toEqual([
    'sent',
    'changed',
    'taken',
  ]);
  // A draft put aside gives them back to the next one.
  await service.call(discardDraft, { id: draftId });
  expect((await service.call(getDraft, { id: await draft() })).proposals).toBe(1);
});

test('positions that do not add up are not proposed', async () => {
  const wrong = { ...asked(8), leaders: 8, deputies: 8, ordinary: 9 };
  await expect(
    service.call(sendProposal, { id: randomUUID(), unitId: commune, ...wrong }, officer()),
  ).rejects.toMatchObject({ body: { type: 'quota-positions-add-up' } });
});
