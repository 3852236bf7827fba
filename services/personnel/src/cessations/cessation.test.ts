import {
  decideCessation,
  getCessation,
  getPerson,
  judgeDuplicate,
  listCessations,
  listPostings,
  proposeCessation,
  recordRefusal,
  recordReminder,
  recognise,
  revealCessationBasis,
  undoCessation,
  withdrawReminder,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { decision, territory } from '../test-territory.ts';

const service = useService(personnel);
const { team, place, person, member } = territory(service);

type Proposal = Input<typeof proposeCessation>;
const proposal = (postingId: string, said: Partial<Proposal> = {}): Proposal => ({
  id: randomUUID(),
  postingId,
  ground: 'resignation',
  conduct: null,
  letterOn: '2025-03-03',
  proposedOn: '2025-03-07',
  villageHead: 'Trần Văn Bình',
  frontHead: 'Lê Thị Cúc',
  basis: null,
  note: '',
  accept: [],
  reason: '',
  dryRun: false,
  ...said,
});
const ending = (id: string, said: Partial<Input<typeof decideCessation>> = {}) => ({
  id,
  decision: decision('2025-03-12'),
  validFrom: '2025-03-12',
  accept: [],
  reason: '',
  dryRun: false,
  ...said,
});
const propose = (postingId: string, said: Partial<Proposal> = {}) =>
  service.call(proposeCessation, proposal(postingId, said));

async function refuse(personId: string, refusedOn: string, goodReason = false) {
  await service.call(recordRefusal, {
    id: randomUUID(),
    personId,
    refusedOn,
    duty: 'Tuần tra đêm theo phân công của Công an xã',
    reasonGiven: 'Bận việc nhà',
    goodReason,
  });
}

async function remind(personId: string, signedOn: string): Promise<string> {
  const id = randomUUID();
  const number = `${id.slice(0, 6)}/CAX`;
  const text = 'Nhắc nhở thực hiện nhiệm vụ';
  await service.call(recordReminder, { id, personId, number, signedOn, text });
  return id;
}

test('a resignation ends the posting on the day of the decision, and earlier days stay', async () => {
  const here = await place();
  const { personId, posting } = await member(here, { position: 'leader' });
  const { id } = await propose(posting.id);
  const decided = await service.call(decideCessation, ending(id));
  expect(decided).toMatchObject({ state: 'decided', validFrom: '2025-03-12', findings: [] });
  const asked = (on: string) => service.call(getPerson, { id: personId, on });
  expect(await asked('2025-03-11')).toMatchObject({ state: 'serving', position: 'leader' });
  expect(await asked('2025-03-12')).toMatchObject({ state: 'left', until: '2025-03-12' });
});

test('the clocks tell what was late: five working days for the proposal, five for the decision', async () => {
  const here = await place();
  const { posting } = await member(here);
  // Monday 3 March 2025 + 5 working days = Monday 10 March; proposed on Tuesday.
  const said = await propose(posting.id, { letterOn: '2025-03-03', proposedOn: '2025-03-11' });
  expect(said).toMatchObject({ proposalDueOn: '2025-03-10', decisionDueOn: '2025-03-18' });
  const listed = (on: string) =>
    service.call(listCessations, { on, personId: posting.personId, limit: 10 });
  expect((await listed('2025-03-18')).items).toMatchObject([
    { proposalLate: true, decisionLate: false },
  ]);
  expect((await listed('2025-03-19')).items).toMatchObject([{ decisionLate: true }]);
  await service.call(
    decideCessation,
    ending(said.id, { decision: decision('2025-03-17'), validFrom: '2025-03-17' }),
  );
  expect((await listed('2025-04-01')).items).toMatchObject([{ decisionLate: false }]);
});

test('holidays are no working days of the clocks', async () => {
  const { posting } = await member(await place());
  // 30 April and 1 May 2025 are holidays, 2 May is a day off in exchange; 3 and 4 May are a weekend.
  const said = await propose(posting.id, { letterOn: '2025-04-28', proposedOn: '2025-04-29' });
  expect(said).toMatchObject({ proposalDueOn: '2025-05-08', decisionDueOn: '2025-05-09' });
});

test('conduct needs two refusals without good reason and two reminders before the proposal', async () => {
  const here = await place();
  const { personId, posting } = await member(here);
  const conduct = { ground: 'conduct', conduct: 'refusals', letterOn: null } as const;
  await refuse(personId, '2025-01-10');
  await refuse(personId, '2025-02-10', true);
  await remind(personId, '2025-01-15');
  await remind(personId, '2025-03-07');
  const told = await propose(posting.id, { ...conduct, dryRun: true });
  expect(told.findings).toEqual([
    expect.objectContaining({ rule: 'refusals-too-few', severity: 'hard', count: 1, limit: 2 }),
    expect.objectContaining({ rule: 'reminders-too-few', severity: 'hard', count: 1, limit: 2 }),
  ]);
  await expect(propose(posting.id, conduct)).rejects.toMatchObject({
    type: 'cessation-rule-broken',
  });
  await refuse(personId, '2025-02-20');
  await remind(personId, '2025-02-25');
  expect(await propose(posting.id, conduct)).toMatchObject({ findings: [] });
});

test('abuse of duty needs no refusals, but the reminders; one withdrawn stops the decision', async () => {
  const here = await place();
  const { personId, posting } = await member(here);
  const abuse = { ground: 'conduct', conduct: 'abuse', letterOn: null } as const;
  await remind(personId, '2025-01-15');
  const second = await remind(personId, '2025-02-15');
  const { id } = await propose(posting.id, abuse);
  await service.call(withdrawReminder, { id: second, reason: 'Ghi nhầm người' });
  await expect(service.call(decideCessation, ending(id))).rejects.toMatchObject({
    type: 'cessation-rule-broken',
    body: { findings: [{ rule: 'reminders-too-few' }] },
  });
});

test.each([
  ['health', 'medical-document-missing', 'medical'],
  ['offence', 'offence-decision-missing', 'prosecution'],
] as const)('on the ground of %s a paper is required', async (ground, rule, kind) => {
  const { posting } = await member(await place());
  const said = { ground, letterOn: null };
  await expect(propose(posting.id, said)).rejects.toMatchObject({
    body: { findings: [{ rule }] },
  });
  const basis = { kind, number: '15/BV', signedOn: '2025-03-01', issuer: '' };
  expect(await propose(posting.id, { ...said, basis })).toMatchObject({ findings: [] });
});

test('a proposal without the heads of village and Front is accepted with a reason only', async () => {
  const { posting } = await member(await place());
  const alone = { villageHead: '' };
  await expect(propose(posting.id, alone)).rejects.toMatchObject({
    type: 'cessation-rule-not-accepted',
  });
  const accept = ['co-signers-missing' as const];
  await expect(propose(posting.id, { ...alone, accept })).rejects.toMatchObject({
    type: 'cessation-acceptance-without-reason',
  });
  const { id } = await propose(posting.id, {
    ...alone,
    accept,
    reason: 'Thôn chưa bầu trưởng thôn',
  });
  // what was accepted once is not asked again
  expect(await service.call(decideCessation, ending(id))).toMatchObject({ findings: [] });
});

test('a death ends the posting on its day, whenever the decision is signed', async () => {
  const { personId, posting } = await member(await place());
  const { id } = await propose(posting.id, { ground: 'death', letterOn: null });
  await service.call(decideCessation, ending(id, { validFrom: '2025-03-02' }));
  expect(await service.call(getPerson, { id: personId, on: '2025-03-02' })).toMatchObject({
    state: 'left',
  });
});

test('members of a team that still stands do not cease by its dissolution', async () => {
  const here = await place();
  const { posting } = await member(here);
  const { id } = await propose(posting.id, { ground: 'team-dissolved', letterOn: null });
  await expect(service.call(decideCessation, ending(id))).rejects.toMatchObject({
    body: { findings: [{ rule: 'team-still-active' }] },
  });
  await service.db.query(`update team set dissolved_on = '2025-03-12' where id = $1`, [
    here.teamId,
  ]);
  await service.db.query('select place_teams(array[$1]::uuid[])', [here.teamId]);
  expect(await service.call(decideCessation, ending(id))).toMatchObject({ state: 'decided' });
});

test('a cessation is taken back while nothing stands on it, and the place is held again', async () => {
  const here = await place(1);
  const { personId, posting } = await member(here);
  const { id } = await propose(posting.id);
  await service.call(decideCessation, ending(id));
  const reason = 'Thành viên rút đơn, có quyết định thu hồi';
  expect(await service.call(undoCessation, { id, reason })).toMatchObject({ state: 'withdrawn' });
  expect(await service.call(getPerson, { id: personId, on: '2025-06-01' })).toMatchObject({
    state: 'serving',
    until: null,
  });
  const { items } = await service.call(listPostings, { personId, limit: 10 });
  expect(items).toMatchObject([{ validTo: null, endDecision: null }]);
});

test('a cessation is not taken back once somebody else has the place, or the person serves again', async () => {
  const here = await place(1);
  const { personId, posting } = await member(here);
  const { id } = await propose(posting.id);
  await service.call(decideCessation, ending(id));
  const reason = 'Thu hồi quyết định';
  const again = (who: string) =>
    service.call(recognise, {
      ...{ id: randomUUID(), personId: who, teamId: here.teamId, position: 'ordinary' as const },
      ...{ validFrom: '2025-04-01', decision: decision(), accept: [], reason: '', dryRun: false },
    });
  const heir = await again(await person(here.communeId));
  await expect(service.call(undoCessation, { id, reason })).rejects.toMatchObject({
    type: 'member-quota-exceeded',
  });
  await service.db.query('delete from posting where id = $1', [heir.id]);
  await again(personId);
  await expect(service.call(undoCessation, { id, reason })).rejects.toMatchObject({
    type: 'posting-has-later-changes',
    body: { on: '2025-04-01' },
  });
});

test('a posting has one cessation at a time', async () => {
  const { posting } = await member(await place());
  const { id } = await propose(posting.id);
  await expect(propose(posting.id)).rejects.toMatchObject({ type: 'posting-has-one-cessation' });
  await service.call(undoCessation, { id, reason: 'Rút đề xuất' });
  await expect(propose(posting.id)).resolves.toMatchObject({ state: 'proposed' });
  await expect(service.call(decideCessation, ending(id))).rejects.toMatchObject({
    type: 'cessation-was-withdrawn',
  });
});

test('a dry run of the decision tells and writes nothing; the same decision twice is one', async () => {
  const { posting } = await member(await place());
  const { id } = await propose(posting.id);
  const early = ending(id, { validFrom: '2025-03-10', dryRun: true });
  expect((await service.call(decideCessation, early)).findings).toMatchObject([
    { rule: 'ends-before-decision', severity: 'soft' },
  ]);
  const command = ending(id);
  const once = await service.call(decideCessation, command);
  expect(await service.call(decideCessation, command)).toEqual(once);
  await expect(
    service.call(decideCessation, { ...command, validFrom: '2025-03-13' }),
  ).rejects.toMatchObject({ type: 'id-reused' });
});

test('why somebody ceases is for who sees the profile; papers on health are told with a reason', async () => {
  const here = await place();
  const { posting } = await member(here);
  const basis = { kind: 'medical', number: '15/BV', signedOn: '2025-03-01', issuer: 'BV' } as const;
  const said = { ground: 'health', letterOn: null, basis, note: 'Suy tim' } as const;
  const { id } = await propose(posting.id, said);
  const on = '2025-03-20';
  const ask = (role: Parameters<typeof someone>[0]) =>
    service.call(getCessation, { id, on }, someone(role, [here.communeId]));
  expect(await ask('team-leader')).toMatchObject({
    ground: null,
    basis: null,
    note: null,
    withheld: true,
    revealable: false,
  });
  expect(await ask('area-officer')).toMatchObject({ ground: 'health', basis: null, note: null });
  expect(await ask('commune-officer')).toMatchObject({ ground: 'health', revealable: true });
  const officer = someone('commune-officer', [here.communeId]);
  const reason = 'Đối chiếu hồ sơ cho thôi';
  expect(await service.call(revealCessationBasis, { id, reason }, officer)).toMatchObject({
    basis,
    note: 'Suy tim',
  });
  await expect(
    service.call(revealCessationBasis, { id, reason }, someone('area-officer', [here.communeId])),
  ).rejects.toMatchObject({ type: 'not-allowed' });
  const facts = JSON.stringify(await service.db.query('select payload from outbox'));
  expect(facts).not.toContain('Suy tim');
  expect(facts).not.toContain('15/BV');
});

test('why somebody ceases in one commune is not for who sees profiles in another', async () => {
  const [mine, other] = [await place(), await place()];
  const { posting } = await member(mine);
  const basis = { kind: 'medical', number: '15/BV', signedOn: '2025-03-01', issuer: 'BV' } as const;
  const said = { ground: 'health', letterOn: null, basis, note: 'Suy tim' } as const;
  const { id } = await propose(posting.id, said);
  const leader = someone('team-leader', [mine.communeId]);
  leader.grants.push(...someone('commune-officer', [other.communeId]).grants);
  const on = '2025-03-20';
  const withheld = { ground: null, conduct: null, withheld: true };
  for (const question of [{}, { personId: posting.personId }, { within: mine.communeId }]) {
    const listed = await service.call(listCessations, { on, limit: 10, ...question }, leader);
    expect(listed.items).toMatchObject([{ id, ...withheld }]);
  }
  expect(await service.call(getCessation, { id, on }, leader)).toMatchObject({
    ...{ ...withheld, note: null, reason: null, revealable: false },
  });
  const reveal = { id, reason: 'Đối chiếu hồ sơ cho thôi' };
  await expect(service.call(revealCessationBasis, reveal, leader)).rejects.toMatchObject({
    type: 'not-allowed',
  });
});

test('the papers behind a cessation are read and decided on after a merger of two records', async () => {
  const here = await place();
  const { personId: gone, posting } = await member(here);
  const kept = await person(here.communeId);
  const basis = { kind: 'medical', number: '15/BV', signedOn: '2025-03-01', issuer: 'BV' } as const;
  const { id } = await propose(posting.id, {
    ground: 'health',
    letterOn: null,
    basis,
    note: 'Sốt',
  });
  await service.call(judgeDuplicate, {
    ...{ id: randomUUID(), personIds: [gone, kept], judgement: 'same', keptId: kept },
    reason: 'Đối chiếu căn cước',
  });
  const on = '2025-03-20';
  expect(await service.call(getCessation, { id, on })).toMatchObject({
    ...{ personId: kept, ground: 'health', findings: [] },
  });
  const reveal = { id, reason: 'Đối chiếu hồ sơ cho thôi' };
  expect(await service.call(revealCessationBasis, reveal)).toMatchObject({ basis, note: 'Sốt' });
  expect(await service.call(decideCessation, ending(id))).toMatchObject({ state: 'decided' });
});

test('cessations of another commune are neither listed nor found nor proposed', async () => {
  const [mine, other] = [await place(), await place()];
  const { posting } = await member(other);
  const officer = someone('commune-officer', [mine.communeId]);
  await expect(service.call(proposeCessation, proposal(posting.id), officer)).rejects.toMatchObject(
    { type: 'person-not-found' },
  );
  const { id } = await propose(posting.id);
  const on = '2025-03-20';
  expect(await service.call(listCessations, { on, limit: 10 }, officer)).toMatchObject({
    items: [],
    total: 0,
  });
  for (const ask of [
    () => service.call(getCessation, { id, on }, officer),
    () => service.call(decideCessation, ending(id), officer),
    () => service.call(undoCessation, { id, reason: 'Thu hồi' }, officer),
  ]) {
    await expect(ask()).rejects.toMatchObject({ type: 'person-not-found' });
  }
});

test('a leader is head of the civil-defence team until the title ends', async () => {
  const here = await place();
  const { personId, posting } = await member(here, { position: 'leader' });
  const { id } = await propose(posting.id);
  await service.call(decideCessation, ending(id));
  const other = await team([here.villageId]);
  expect(other).toBeTruthy();
  const on = (day: string) => service.call(listPostings, { on: day, personId, limit: 10 });
  expect((await on('2025-03-11')).items).toMatchObject([{ civilDefence: 'head' }]);
  expect((await on('2025-03-12')).items).toEqual([]);
});
