import { checkAward, getAward, listAwards, returnAward, sendAwardAgain } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { teamLog } from '../incidents/test-log.ts';
import { refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { awarding } from './test-award.ts';

const service = useService(activity);
const { place, plain } = teamLog(service);
const { stand, achievement, asked, propose, step, appraise, decide, given, read } =
  awarding(service);

/** A team whose residential area is classed well and safe. */
async function wellPlaced() {
  const made = await place();
  await stand(made.villageId);
  return made;
}

test('an award goes from the proposal over the appraisal to the decision, each by somebody else', async () => {
  const { teamId, communeId, officer } = await wellPlaced();
  const [council, chair] = [1, 2].map(() => someone('commune-officer', [communeId]));
  const proposed = await propose(
    achievement('team', teamId),
    { titleCode: 'advanced-team' },
    officer,
  );
  expect(proposed).toMatchObject({
    ...{ state: 'proposed', formName: 'Giấy khen', titleName: 'Tổ tiên tiến', teamId },
    ...{ unitName: 'xã Tân Lập', appraisals: ['commune-council'], agreed: [], findings: [] },
  });
  const early = decide(proposed, { asker: chair! });
  expect(await refusal(early)).toMatchObject({
    ...{ type: 'award-appraisals-missing', missing: ['commune-council'] },
  });
  const appraised = await appraise(proposed, 'commune-council', { asker: council! });
  expect(appraised).toMatchObject({ state: 'appraised', agreed: ['commune-council'] });
  const decided = await decide(appraised, { asker: chair! });
  expect(decided).toMatchObject({
    ...{ state: 'approved', decisionNumber: '120/QĐ-UBND', decidedOn: '2026-06-25' },
  });
  expect(decided.steps.map((one) => [one.step, one.by])).toEqual([
    ['approved', chair!.username],
    ['appraised', council!.username],
    ['proposed', officer.username],
  ]);
});

test('who proposes neither appraises nor returns nor decides', async () => {
  const { teamId, officer } = await wellPlaced();
  const proposed = await propose(achievement('team', teamId), {}, officer);
  const another = { type: 'award-is-judged-by-another' };
  expect(await refusal(appraise(proposed, 'commune-council', { asker: officer }))).toMatchObject(
    another,
  );
  expect(await refusal(decide(proposed, { asker: officer }))).toMatchObject(another);
  const returned = service.call(
    returnAward,
    { ...step(proposed), note: 'Bổ sung biên bản họp' },
    officer,
  );
  expect(await refusal(returned)).toMatchObject(another);
});

test('reporting BR-72: a unit of a low class is not put forward, with the decision and the text that say so', async () => {
  const { teamId, villageId, officer } = await place();
  await stand(villageId, { movementClass: 'average' });
  expect(await refusal(propose(achievement('team', teamId), {}, officer))).toMatchObject({
    ...{ type: 'award-proposal-is-barred', fault: 'class-too-low', year: 2026 },
    ...{ unitName: 'thôn Chằm', number: '45/QĐ-BCĐ', decidedOn: '2026-05-20' },
    citation: expect.stringContaining('§II.9'),
  });
  // a later record corrects the former one
  await stand(villageId, { movementClass: 'good' });
  expect(await propose(achievement('team', teamId), {}, officer)).toMatchObject({ findings: [] });
});

test('law BR-74: what becomes known after the proposal bars the decision', async () => {
  const { teamId, villageId, officer } = await wellPlaced();
  const proposed = await propose(achievement('team', teamId), {}, officer);
  const appraised = await appraise(proposed, 'commune-council');
  await stand(villageId, { safety: 'not-met', safetyNumber: '50/QĐ-UBND' });
  expect(await refusal(decide(appraised))).toMatchObject({
    ...{ type: 'award-proposal-is-barred', fault: 'not-safe', number: '50/QĐ-UBND' },
  });
  expect(await decide(appraised, { approves: false, note: 'Không đạt An toàn' })).toMatchObject({
    state: 'refused',
  });
});

test('a result that nobody recorded bars a team, and is shown before it is proposed', async () => {
  const { teamId, officer } = await place();
  const question = { subject: 'team', subjectId: teamId, to: '2026-06-14', year: 2026 } as const;
  const { findings } = await service.call(
    checkAward,
    { ...question, kind: 'work', isUnexpected: 'false' },
    officer,
  );
  expect(findings.map(({ finding, severity }) => [finding, severity])).toEqual([
    ['class-missing', 'block'],
    ['safety-missing', 'block'],
  ]);
  const refused = propose(achievement('team', teamId), {}, officer);
  expect(await refusal(refused)).toMatchObject({ fault: 'class-missing', number: null });
});

test('a member of a team in a weak area is warned of, and commended only with the reason of who decides', async () => {
  const { people, villageId, officer, teamId } = await place();
  await stand(villageId, { movementClass: 'weak' });
  const proposed = await propose(achievement('person', people[0]!), {}, officer);
  expect(proposed).toMatchObject({ teamId, subjectId: people[0] });
  expect(proposed.findings).toMatchObject([{ finding: 'class-too-low', severity: 'warn' }]);
  const appraised = await appraise(proposed, 'commune-council');
  expect(await refusal(decide(appraised))).toMatchObject({ type: 'award-needs-a-reason' });
  const decided = await decide(appraised, { note: 'Dũng cảm cứu người trong đám cháy' });
  expect(decided.steps[0]).toMatchObject({
    ...{ step: 'approved', note: 'Dũng cảm cứu người trong đám cháy' },
    findings: [{ finding: 'class-too-low' }],
  });
});

test('the head of a team in a weak area is barred, but not where bravery is commended at once', async () => {
  const { people, villageId, officer } = await place();
  await service.db.query(`update posting set position = 'leader' where person_id = $1`, [
    people[1],
  ]);
  await stand(villageId, { movementClass: 'weak' });
  expect(await refusal(propose(achievement('person', people[1]!), {}, officer))).toMatchObject({
    type: 'award-proposal-is-barred',
  });
  const hasty = propose(achievement('person', people[1]!), { isUnexpected: true }, officer);
  expect(await refusal(hasty)).toMatchObject({ type: 'award-proposal-is-barred' });
  const brave = achievement('person', people[1]!, { kind: 'bravery' });
  expect(await propose(brave, { isUnexpected: true }, officer)).toMatchObject({
    findings: [{ severity: 'warn' }],
  });
});

test('who was no member then is not put forward as one; others are named by a record of the log', async () => {
  const { teamId, officer } = await wellPlaced();
  expect(await refusal(propose(achievement('person', randomUUID()), {}, officer))).toMatchObject({
    type: 'person-is-no-member',
  });
  const nobody = achievement('citizen', null);
  expect(await refusal(propose(nobody, { formCode: 'praise' }, officer))).toMatchObject({
    type: 'achievement-of-a-citizen-has-a-record',
  });
  const deed = await plain(teamId, 'good-deed', {}, '2026-06-02');
  const citizen = achievement('citizen', null, { incidentId: deed.id, kind: 'good-deed' });
  expect(await propose(citizen, { formCode: 'praise' }, officer)).toMatchObject({
    ...{ subject: 'citizen', subjectId: null, teamId: null, state: 'appraised', findings: [] },
  });
});

test('reporting BR-73: one achievement cannot carry two approved awards', async () => {
  const { teamId } = await wellPlaced();
  const about = achievement('team', teamId);
  const first = await given(about);
  const second = await appraise(
    await propose(about, { formCode: 'emulation-flag', authority: 'province-chair' }),
    'home-affairs',
  );
  expect(second.others).toMatchObject([{ id: first.id, state: 'approved', name: 'Giấy khen' }]);
  expect(await refusal(decide(second))).toMatchObject({
    type: 'achievement-has-one-approved-award',
  });
  const other = propose({ ...about, summary: 'Một việc khác hẳn' });
  expect(await refusal(other)).toMatchObject({ type: 'id-reused' });
});

test('a proposal that came back says why, and is sent again as another sending', async () => {
  const { teamId, communeId, officer } = await wellPlaced();
  const council = someone('commune-officer', [communeId]);
  const proposed = await propose(achievement('team', teamId), {}, officer);
  await appraise(proposed, 'commune-council', { agrees: false, asker: council });
  const note = 'Bổ sung xác nhận của Công an xã';
  const seen = await read(proposed.id);
  const command = { ...step(seen), note };
  const returned = await service.call(returnAward, command, council);
  expect(returned).toMatchObject({ state: 'returned', returns: 1 });
  expect(await service.call(returnAward, command, council)).toEqual(returned);
  const again = await service.call(
    sendAwardAgain,
    { ...step(returned), summary: 'Hoàn thành tốt, có xác nhận', ...asked({ number: '16/TTr' }) },
    officer,
  );
  expect(again).toMatchObject({
    ...{ state: 'proposed', agreed: [], number: '16/TTr', summary: 'Hoàn thành tốt, có xác nhận' },
  });
  // what the council said of the first sending holds no more
  expect(await appraise(again, 'commune-council', { asker: council })).toMatchObject({
    state: 'appraised',
  });
});

test('what others judge already is not told otherwise under them', async () => {
  const { teamId, officer } = await wellPlaced();
  const about = achievement('team', teamId);
  const award = await propose(about, {}, officer);
  await propose(about, { formCode: 'praise' }, officer);
  const council = someone('commune-officer');
  const returned = await service.call(
    returnAward,
    { ...step(award), note: 'Bổ sung xác nhận' },
    council,
  );
  const again = (summary: string) =>
    service.call(
      sendAwardAgain,
      { ...step(returned), summary, ...asked({ number: '16/TTr' }) },
      officer,
    );
  expect(await refusal(again('Kể lại khác đi'))).toMatchObject({
    type: 'achievement-is-judged-already',
  });
  expect(await again(about.summary)).toMatchObject({ state: 'proposed' });
});

test('an award is seen and judged where its unit lies: a commune decides nothing of the province', async () => {
  const [here, there] = [await wellPlaced(), await place()];
  const about = achievement('team', here.teamId);
  expect(await refusal(propose(about, {}, there.officer))).toMatchObject({
    type: 'unit-not-found',
  });
  const asking = { formCode: 'emulation-flag', authority: 'province-chair' } as const;
  const { id } = await propose(about, asking, here.officer);
  expect(await refusal(service.call(getAward, { id }, there.officer))).toMatchObject({
    type: 'award-not-found',
  });
  expect((await service.call(listAwards, { limit: 9 }, here.leader)).items).toMatchObject([{ id }]);
  const another = someone('commune-officer', [here.communeId]);
  const seen = await read(id);
  expect(await refusal(appraise(seen, 'home-affairs', { asker: another }))).toMatchObject({
    type: 'outside-area',
  });
  expect(await refusal(appraise(seen, 'commune-council'))).toMatchObject({
    type: 'award-appraisal-not-asked',
  });
});

test('a district is asked for nothing once there is none, and a day fits what was done', async () => {
  const { teamId } = await wellPlaced();
  const about = achievement('team', teamId);
  expect(await refusal(propose(about, { authority: 'district-chair' }))).toMatchObject({
    ...{ type: 'award-not-decided-by-authority', name: 'Giấy khen' },
  });
  expect(await refusal(propose(about, { proposedOn: '2026-06-01' }))).toMatchObject({
    ...{ type: 'award-day-does-not-fit', day: '2026-06-01', from: '2026-06-14' },
  });
  expect(await refusal(propose(about, { year: 2025 }))).toMatchObject({
    ...{ type: 'award-year-does-not-fit', years: [2026] },
  });
  expect(await refusal(propose(about, { formCode: null }))).toMatchObject({
    type: 'award-names-a-form-or-title',
  });
});
