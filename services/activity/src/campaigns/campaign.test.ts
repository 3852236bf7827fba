import {
  type CampaignPlan,
  getCampaign,
  listCampaigns,
  listLaunches,
  recordLaunch,
  setCampaign,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../reports/test-report.ts';
import { content, item, scoredProvince, template } from '../scoring/test-campaign.ts';
import { activity } from '../service.ts';
import { dated, daysOf, gapsOf, roundFault } from './round.rules.ts';
import { readScoreTemplates } from './template-file.ts';

const service = useService(activity);
const { unit, campaign, lay, open, ranking } = scoredProvince(service);

/** The special campaign as its plan dates it. */
const special = (changes: Partial<CampaignPlan> = {}): CampaignPlan => ({
  ...{ id: randomUUID(), unitId: null, name: 'Thi đua đặc biệt', plannedOn: '2024-08-01' },
  ...{ from: '2024-08-19', to: '2025-08-19', citation: 'Kế hoạch', certainty: 'A' },
  ...{ combination: 'by-days', launchBefore: '2024-09-25', launchInclusive: false },
  rounds: [
    { id: randomUUID(), number: 1, name: 'Đợt 1', theme: '', from: null, to: '2025-02-03' },
    { id: randomUUID(), number: 2, name: 'Đợt 2', theme: '', from: '2025-02-04', to: '2025-05-19' },
  ],
  ...changes,
});
const simple = template([content('A', [item('A1', { max: 10 })])]);

test('BR-01 every round lies within its campaign', () => {
  expect(roundFault(special())).toBeNull();
  const late = special();
  late.rounds[1]!.to = '2025-08-20';
  expect(roundFault(late)).toEqual({ number: 2, fault: 'outside-campaign' });
  const turned = special();
  turned.rounds[1]!.to = '2025-02-03';
  expect(roundFault(turned)).toEqual({ number: 2, fault: 'ends-before-it-begins' });
});

test('BR-02, law BR-73: rounds never overlap, and days without one are said: 92 of the special campaign', () => {
  const overlapping = special();
  overlapping.rounds[1]!.from = '2025-02-03';
  expect(roundFault(overlapping)).toEqual({ number: 2, fault: 'overlaps' });
  expect(gapsOf(special(), dated(special()))).toEqual([
    { warning: 'days-without-round', from: '2025-05-20', to: '2025-08-19', days: 92 },
  ]);
});

test('BR-03 the rounds of the special campaign have 169 and 105 days', () => {
  expect(dated(special()).map(daysOf)).toEqual([169, 105]);
});

test('BR-04 a round without a first day begins with the plan, or with the campaign where that is later', () => {
  expect(dated(special())[0]!.from).toBe('2024-08-19');
  expect(dated(special({ plannedOn: '2024-09-05' }))[0]!.from).toBe('2024-09-05');
});

test('BR-05 a ceremony "trước ngày 25/9" is in time on the 24th and late on the 25th, unless the day counts', async () => {
  const provinceId = await unit('province', 'Bắc Giang', null, { to: '2025-07-01' });
  const districtId = await unit('district', 'Hiệp Hòa', provinceId, { to: '2025-07-01' });
  const launch = (id: string, heldOn: string) =>
    service.call(recordLaunch, { id, unitId: districtId, heldOn, manner: 'own', note: '' });
  const strict = await service.call(setCampaign, special({ unitId: provinceId }));
  expect((await launch(strict.id, '2024-09-24')).daysLate).toBe(0);
  expect((await launch(strict.id, '2024-09-25')).daysLate).toBe(1);
  const plan = special({ unitId: provinceId, launchInclusive: true });
  const inclusive = await service.call(setCampaign, plan);
  expect((await launch(inclusive.id, '2024-09-25')).daysLate).toBe(0);
  expect(await refusal(launch(inclusive.id, '2024-07-31'))).toMatchObject({
    type: 'launch-outside-campaign',
  });
});

test('BR-06 a ceremony within another event satisfies as one of its own, and the latest record holds', async () => {
  const provinceId = await unit('province', 'Bắc Giang', null, { to: '2025-07-01' });
  const districtId = await unit('district', 'Lục Nam', provinceId, { to: '2025-07-01' });
  await unit('district', 'Lạng Giang', provinceId, { to: '2025-07-01' });
  const { id } = await service.call(setCampaign, special({ unitId: provinceId }));
  const of = { id, unitId: districtId, note: '' };
  await service.call(recordLaunch, { ...of, heldOn: '2024-09-30', manner: 'own' });
  await service.call(recordLaunch, { ...of, heldOn: '2024-09-20', manner: 'within-another' });
  const { items } = await service.call(listLaunches, { id });
  expect(items).toMatchObject([
    { unitName: 'huyện Lạng Giang', heldOn: null, daysLate: null },
    { unitName: 'huyện Lục Nam', heldOn: '2024-09-20', manner: 'within-another', daysLate: 0 },
  ]);
});

test('BR-07 a round keeps the template that it was opened with', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { id, roundId } = await campaign(provinceId, [simple]);
  expect(await open(roundId)).toMatchObject({
    state: 'open',
    templates: [{ subject: 'team', version: 1 }],
  });
  await lay(id, template([content('B', [item('B1', { max: 20 })])]));
  const { templates } = await service.call(getCampaign, { id });
  expect(templates.map(({ version }) => version)).toEqual([2, 1]);
  expect((await open(roundId)).templates).toEqual([{ subject: 'team', version: 1 }]);
});

test('BR-08 several campaigns of a province run at once', async () => {
  const provinceId = await unit('province', 'Hưng Yên');
  await campaign(provinceId, [simple], { name: 'Một' });
  await campaign(provinceId, [simple], { name: 'Hai' });
  const { items } = await service.call(listCampaigns, { within: provinceId });
  const own = items.filter(({ unitId }) => unitId === provinceId);
  expect(own.map(({ name }) => name).toSorted()).toEqual(['Hai', 'Một']);
});

test('a campaign of another province is not even told of', async () => {
  const provinceId = await unit('province', 'Hưng Yên');
  const communeId = await unit('commune', 'Xã Văn Giang', provinceId);
  const { id } = await campaign(provinceId, [simple]);
  const own = someone('commune-officer', [communeId]);
  const other = someone('commune-officer', [
    await unit('commune', 'Xã Sóc Sơn', await unit('province', 'Hà Nội')),
  ]);
  expect((await service.call(listCampaigns, {}, own)).items.map((one) => one.id)).toContain(id);
  expect((await service.call(listCampaigns, {}, other)).items.map((one) => one.id)).not.toContain(
    id,
  );
  expect((await service.call(getCampaign, { id }, own)).id).toBe(id);
  expect(await refusal(service.call(getCampaign, { id }, other))).toMatchObject({
    type: 'campaign-not-found',
  });
});

test('an open round keeps its days, a planned one may be moved', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { plan, roundId } = await campaign(provinceId, [simple]);
  const moved = { ...plan, rounds: [{ ...plan.rounds[0]!, to: '2026-07-31' }] };
  expect((await service.call(setCampaign, moved)).rounds[0]).toMatchObject({ to: '2026-07-31' });
  await open(roundId);
  expect(await refusal(service.call(setCampaign, plan))).toMatchObject({
    type: 'campaign-round-is-open',
    number: 1,
  });
});

test('a round without a template cannot be opened, and another province runs its own campaigns', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const other = someone('provincial-administrator', [await unit('province', 'Hà Nội')]);
  const { plan, roundId } = await campaign(provinceId);
  expect(await refusal(open(roundId))).toMatchObject({ type: 'score-template-not-found' });
  expect(await refusal(service.call(setCampaign, plan, other))).toMatchObject({
    type: 'unit-not-found',
  });
  expect(await refusal(ranking(roundId))).toMatchObject({ type: 'score-template-not-found' });
});

test('the shipped templates are defaults of the software and hold together', async () => {
  const shipped = readScoreTemplates();
  expect(shipped.map(({ subject }) => subject)).toEqual(['team', 'commune', 'district']);
  expect(new Set(shipped.map(({ certainty }) => certainty))).toEqual(new Set(['D']));
  const provinceId = await unit('province', 'Bắc Ninh');
  const { id } = await campaign(provinceId);
  expect(await lay(id, shipped[0]!.document)).toMatchObject({ version: 1 });
});

test('a template that nobody could be scored by is refused with what is wrong', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { id } = await campaign(provinceId);
  const fault = async (contents: Parameters<typeof template>[0], changes = {}) => {
    const { type, fault: what, code } = await refusal(lay(id, template(contents, changes)));
    return [type, what, code].slice(1);
  };
  const good = content('A', [item('A1', {})]);
  expect(await fault([good, content('B', [item('A1', {})])])).toEqual(['code-twice', 'A1']);
  expect(await fault([good], { baseMax: 11 })).toEqual(['points-do-not-add-up', '']);
  expect(
    await fault([content('A', [item('A1', { kind: 'ratio-target', indicator: 'ND6.01' })])]),
  ).toEqual(['target-missing', 'A1']);
  expect(await fault([content('A', [item('A1', { kind: 'zero-tolerance' })])])).toEqual([
    'indicator-missing',
    'A1',
  ]);
  expect(await fault([content('A', [item('A1', { kind: 'bool', indicator: 'XX9.01' })])])).toEqual([
    'indicator-unknown',
    'XX9.01',
  ]);
  expect(await fault([good], { tieBreaks: [{ by: 'ND1.02', prefer: 'more' }] })).toEqual([
    'tie-break-not-scored',
    'ND1.02',
  ]);
});
