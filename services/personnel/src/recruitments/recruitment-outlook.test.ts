import { completeApplication, examineSelected, foreseeRecruitment } from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { recruiting } from './test-recruitment.ts';

const service = useService(personnel);
const { unit, place, member } = territory(service);
const { take, council, meeting, listed, proposed, decided, ask, plan, issue } = recruiting(service);

test('whoever drafts a plan sees the free places and the first day on which the council could meet', async () => {
  const here = await place(3);
  await member(here);
  const { communeId } = here;
  const asked = { communeId, draftedOn: '2026-02-02', receiveTo: '2026-02-27' };
  expect(await service.call(foreseeRecruitment, asked)).toEqual({
    quota: 3,
    active: 1,
    vacancies: 2,
    // posted on Monday 2 March
    firstMeetingDay: '2026-03-24',
  });
  const without = await unit('commune', 'Tân Hưng');
  expect(
    await service.call(foreseeRecruitment, { communeId: without, draftedOn: '2026-02-02' }),
  ).toEqual({ quota: null, active: 0, vacancies: 0, firstMeetingDay: null });
  const stranger = someone('commune-officer', [without]);
  await expect(service.call(foreseeRecruitment, asked, stranger)).rejects.toMatchObject({
    type: 'outside-area',
  });
});

test('a council tells how few of it may meet, and a meeting what its votes come to', async () => {
  const { communeId } = await place();
  const { id, candidates } = await listed(communeId, 3, { places: 2 });
  const [one, two, three] = candidates.map((candidate) => candidate.id) as [string, string, string];
  expect(await ask(id)).toMatchObject({ council: { size: 8, least: 5 }, result: null });
  await take(id, meeting({ [one]: 8, [two]: 6, [three]: 6 }));
  const { result } = await ask(id);
  expect(result).toMatchObject({ selected: [one], failed: [], tie: { places: 1 } });
  expect(result?.tie?.ids.sort()).toEqual([two, three].sort());
  expect(await ask(id, '2026-03-02')).toMatchObject({ result: null });
  const reason = 'Hội đồng biểu quyết lại';
  await take(id, { step: 'minutes-signed', on: '2026-03-24', chosen: [three], reason });
  expect((await ask(id)).result).toMatchObject({ selected: [one, three], passed: [two] });
  const other = await plan(communeId);
  await issue(other);
  expect((await take(other, council())).council).toEqual({ size: 8, least: 5 });
});

test('before the decision each proposed candidate is told with what stands in the way, and nothing is done', async () => {
  const here = await place(2);
  const { id, candidates } = await proposed(here, 2);
  const [one, two] = candidates as never as [{ id: string }, { id: string }];
  await service.db.query('update application set background = null where id = $1', [two.id]);
  const examine = async () => {
    const { items } = await service.call(examineSelected, { id, validFrom: '2026-04-10' });
    return new Map(items.map((item) => [item.applicationId, item]));
  };
  const first = await examine();
  expect(first.get(one.id)).toEqual({ applicationId: one.id, findings: [], refusal: null });
  expect(first.get(two.id)?.findings).toMatchObject([
    { rule: 'background-unknown', severity: 'hard' },
  ]);
  await member(here, { from: '2026-04-01' });
  const second = await examine();
  const refused = [...second.values()].filter(({ refusal }) => refusal !== null);
  expect(refused.map(({ refusal }) => refusal)).toMatchObject([
    { type: 'member-quota-exceeded', active: 3, limit: 2 },
  ]);
  expect((await ask(id)).candidates.map(({ postingId }) => postingId)).toEqual([null, null]);
});

test('a decision that is refused says whose file it is about', async () => {
  const here = await place();
  const { id, candidates } = await proposed(here, 2);
  const two = candidates[1]!;
  await service.call(completeApplication, {
    id: two.id,
    health: { issuedOn: '2026-02-05', facility: 'Trung tâm Y tế khu vực', fit: false },
  });
  await expect(take(id, decided(candidates))).rejects.toMatchObject({
    type: 'recognition-rule-broken',
    body: { applicationId: two.id, findings: [{ rule: 'health-unfit' }] },
  });
});
