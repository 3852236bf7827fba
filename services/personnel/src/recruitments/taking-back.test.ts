import {
  completeApplication,
  type Principal,
  type Recruitment,
  type RecruitmentAct,
  type RecruitmentStep,
  takeBackRecruitmentStep,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { recruiting } from './test-recruitment.ts';

const service = useService(personnel);
const { place } = territory(service);
const { plan, take, apply, check, issue, posted, council } = recruiting(service);
const { meeting, listed, proposed, decided, ask } = recruiting(service);
const reason = 'Ghi nhầm sang đợt khác';

const commandOf = ({ id, acts }: Recruitment, step: RecruitmentStep) => ({
  id: randomUUID(),
  recruitmentId: id,
  step,
  recordedAt: acts.find(({ act }) => act.step === step)?.recordedAt ?? '2026-02-02T00:00:00Z',
  reason,
});
const takeBack = async (id: string, step: RecruitmentStep, as?: Principal) =>
  service.call(takeBackRecruitmentStep, commandOf(await ask(id), step), as);

test('an act that was recorded by mistake is taken back, kept with who did it and why, and taken anew', async () => {
  const { communeId } = await place();
  const { id, candidates } = await listed(communeId, 1);
  const of = candidates[0]!.id;
  const wrong = meeting({ [of]: 2 });
  const met = await take(id, wrong);
  expect(met).toMatchObject({ revocable: ['met'], takenBack: [] });
  const officer = someone('commune-officer', [communeId]);
  const back = await takeBack(id, 'met', officer);
  expect(back).toMatchObject({
    stage: 'list-posted',
    next: ['met'],
    result: null,
    candidates: [{ listed: true, votes: null }],
    takenBack: [{ act: wrong, reason, takenBackBy: officer.username, listed: [] }],
  });
  expect(back.acts.map(({ act }) => act.step)).not.toContain('met');
  const again = await take(id, meeting({ [of]: 8 }));
  expect(again).toMatchObject({ stage: 'met', candidates: [{ votes: 8 }] });
  expect(again.takenBack).toHaveLength(1);
  // On a day before the meeting there was nothing to take back.
  expect((await ask(id, '2026-03-23')).takenBack).toEqual([]);
});

test('what is taken back is told to the audit log, once', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  const command = commandOf(await issue(id), 'issued');
  const first = await service.call(takeBackRecruitmentStep, command);
  expect(await service.call(takeBackRecruitmentStep, command)).toEqual(first);
  const told = await service.db.query(
    `select payload from outbox where subject = 'event.personnel.recruitment-step-taken-back.v1'
        and payload->>'id' = $1`,
    [id],
  );
  expect(told).toEqual([{ payload: { id, communeId, step: 'issued', on: '2026-02-03', reason } }]);
  await expect(
    service.call(takeBackRecruitmentStep, { ...command, reason: 'Một lý do khác' }),
  ).rejects.toMatchObject({ type: 'id-reused' });
});

test('a recruitment can be taken back act by act, down to its files, and never under them', async () => {
  const here = await place();
  const { id, candidates } = await proposed(here, 2);
  expect((await ask(id)).revocable).toEqual(['notified', 'proposed']);
  for (const step of ['proposed', 'notified', 'minutes-signed', 'met'] as const) {
    await takeBack(id, step);
  }
  expect((await ask(id)).candidates).toMatchObject(
    candidates.map(() => ({ votes: null, outcome: null, teamId: null, position: null })),
  );
  for (const step of ['council-set', 'list-posted', 'list-approved', 'posted'] as const) {
    await takeBack(id, step);
  }
  const now = await ask(id);
  expect(now).toMatchObject({ stage: 'issued', revocable: [] });
  expect(now.candidates.map((one) => one.listed)).toEqual([false, false]);
  const approval = now.takenBack.find(({ act }) => act.step === 'list-approved');
  expect(approval?.listed).toEqual(candidates.map((one) => one.id).sort());
  // The parts of a file are open again.
  await service.call(completeApplication, { id: candidates[0]!.id, dossier: ['cv'] });
  await expect(takeBack(id, 'issued')).rejects.toMatchObject({
    type: 'recruitment-has-files',
    body: { on: '2026-02-03', count: 2 },
  });
});

test('an act that another rests on stays until that one is taken back', async () => {
  const { communeId } = await place();
  const { id } = await listed(communeId, 1);
  await expect(takeBack(id, 'list-approved')).rejects.toMatchObject({
    type: 'recruitment-step-is-built-on',
    body: { step: 'list-approved', on: '2026-02-27', by: 'list-posted', byOn: '2026-03-02' },
  });
  await expect(takeBack(id, 'met')).rejects.toMatchObject({
    type: 'recruitment-step-changed-meanwhile',
  });
  // Beside the way: nothing was decided by the council yet.
  await takeBack(id, 'council-set');
  await take(id, council());
});

test('who was recognised stays recognised: only what was made public is taken back', async () => {
  const here = await place();
  const { id, candidates } = await proposed(here, 1);
  await take(id, decided(candidates));
  for (const step of ['proposed', 'decided', 'minutes-signed'] as const) {
    await expect(takeBack(id, step)).rejects.toMatchObject({
      type:
        step === 'decided' ? 'recruitment-members-are-recognised' : 'recruitment-step-is-built-on',
    });
  }
  await take(id, posted('result-posted', '2026-04-08'));
  expect((await ask(id)).open).toBe(false);
  expect(await takeBack(id, 'result-posted')).toMatchObject({ open: true, stage: 'decided' });
  await take(id, posted('result-posted', '2026-04-07'));
});

test('a plan that was closed by mistake goes on', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  await issue(id);
  await take(id, { step: 'closed', on: '2026-02-26', reason: 'Không có người nộp hồ sơ' });
  await expect(takeBack(id, 'issued')).rejects.toMatchObject({
    type: 'recruitment-step-is-built-on',
    body: { by: 'closed', byOn: '2026-02-26' },
  });
  expect(await takeBack(id, 'closed')).toMatchObject({ open: true, stage: 'issued' });
  await check((await apply(id, communeId)).id);
});

test('of two who take the same act back at once one does, and an act recorded anew meanwhile stays', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  const seen = await issue(id);
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => service.call(takeBackRecruitmentStep, commandOf(seen, 'issued'))),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { type: 'recruitment-step-changed-meanwhile' },
  });
  expect((await ask(id)).takenBack).toHaveLength(1);
  await issue(id);
  await service.db.query(
    `update recruitment_step set recorded_at = recorded_at + interval '1 minute'
      where recruitment_id = $1`,
    [id],
  );
  await expect(
    service.call(takeBackRecruitmentStep, commandOf(seen, 'issued')),
  ).rejects.toMatchObject({ type: 'recruitment-step-changed-meanwhile' });
  expect((await ask(id)).stage).toBe('issued');
});

test('an act and its taking back at once leave either, never half of both', async () => {
  const { communeId } = await place();
  const { id, candidates } = await listed(communeId, 1);
  const seen = await take(id, meeting({ [candidates[0]!.id]: 8 }));
  const signing: RecruitmentAct = {
    step: 'minutes-signed',
    on: '2026-03-24',
    chosen: [],
    reason: '',
  };
  const [back, signed] = await Promise.allSettled([
    service.call(takeBackRecruitmentStep, commandOf(seen, 'met')),
    take(id, signing),
  ]);
  expect([back.status, signed.status].sort()).toEqual(['fulfilled', 'rejected']);
  const { stage, candidates: now } = await ask(id);
  expect([stage, now[0]!.votes, now[0]!.outcome]).toEqual(
    back.status === 'fulfilled' ? ['list-posted', null, null] : ['minutes-signed', 8, 'selected'],
  );
});

test('a recruitment of another area is not there to take anything back of', async () => {
  const [here, there] = [await place(), await place()];
  const id = await plan(here.communeId);
  const seen = await issue(id);
  const stranger = someone('commune-officer', [there.communeId]);
  const command = commandOf(seen, 'issued');
  const refusalOf = (recruitmentId: string) =>
    service.call(takeBackRecruitmentStep, { ...command, recruitmentId }, stranger).then(
      () => null,
      ({ type, body }) => [type, { ...body, id: null, traceId: null }],
    );
  expect(await refusalOf(id)).toEqual(await refusalOf(randomUUID()));
  expect((await ask(id)).stage).toBe('issued');
});
