import {
  compareActivityCopies,
  countCopies,
  countDuties,
  countPostings,
  dutiesChanged,
  type DutyCopy,
  listCopies,
  listDutyCopies,
  listPostingCopies,
  type PostingCopy,
  postingsChanged,
  replayActivityCopies,
} from '@antt/contracts';
import { connectBus } from '@antt/service-kit';
import { eventually, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { activity } from '../service.ts';

const service = useService(activity);

/** What the owners have; a personnel that is up. */
let owned: PostingCopy[] = [];
let approved: DutyCopy[] = [];
let personnel: StandIn;
let close: () => Promise<void>;

beforeAll(async () => {
  const connection = await connectBus(service.bus.url, 'personnel');
  close = () => connection.close();
  personnel = new StandIn(connection);
  const none = { units: 0, versions: 0, parents: 0, tags: 0, teams: 0, villages: 0 };
  personnel.answer(countCopies, () => ({ ...none, quotas: 0, surpluses: 0 }));
  personnel.answer(listCopies, () => ({ ids: [] }));
  personnel.answer(countPostings, () => ({
    postings: owned.length,
    versions: owned.reduce((sum, { version }) => sum + version, 0),
  }));
  personnel.answer(countDuties, () => ({
    duties: approved.length,
    versions: approved.reduce((sum, { version }) => sum + version, 0),
  }));
  personnel.answer(listDutyCopies, ({ after }) => ({ duties: after ? [] : approved }));
  personnel.answer(listPostingCopies, ({ after }) => ({
    postings: owned
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .filter(({ id }) => after === undefined || id > after)
      .slice(0, 2),
  }));
}, 60_000);
afterAll(() => close());
beforeEach(async () => {
  owned = [];
  approved = [];
  await service.db.query('delete from duty');
  await service.db.query('delete from posting');
});

const posting = (facts: Partial<PostingCopy> = {}): PostingCopy => ({
  ...{ id: randomUUID(), personId: randomUUID(), teamId: randomUUID(), version: 1, gone: false },
  ...{ position: 'ordinary' as const, validFrom: '2024-08-01', validTo: null, ...facts },
});
const tell = (...postings: PostingCopy[]) => personnel.tell(postingsChanged, { postings });

/** Tells facts, and one more at last: when that one has arrived, those before it have too. */
async function told(...facts: PostingCopy[][]): Promise<void> {
  for (const postings of facts) await tell(...postings);
  const last = posting();
  await tell(last);
  await eventually(async () => (await copied(last.id)).length > 0);
  await service.db.query('delete from posting where id = $1', [last.id]);
}
const copied = (id: string) =>
  service.db.query(
    `select person_id as "personId", position, valid_to as "validTo", gone from posting where id = $1`,
    [id],
  );
const compared = () => service.call(compareActivityCopies, {});
const served = (teamId: string, from: string, to: string) =>
  service.db.query(
    `select person_id, position, from_on, to_on, days from team_service(array[$1]::uuid[], $2, $3)
      order by from_on`,
    [teamId, from, to],
  );
const leader = async (teamId: string, on: string) =>
  (await service.db.query('select team_leader($1, $2) as id', [teamId, on]))[0].id;

test('facts about a posting that come late or twice leave the newest state', async () => {
  const first = posting();
  const ended = { ...first, validTo: '2025-03-01', version: 7 };
  await told([ended], [first], [ended], [{ ...first, validTo: '2026-01-01', version: 3 }]);
  expect(await copied(first.id)).toMatchObject([{ validTo: '2025-03-01', gone: false }]);
});

test('of one posting that a message tells twice the newest counts', async () => {
  const first = posting({ version: 2 });
  await told([{ ...first, position: 'deputy', version: 5 }, first]);
  expect(await copied(first.id)).toMatchObject([{ position: 'deputy' }]);
});

test('a posting that is gone stays gone when a fact from before comes late', async () => {
  const first = posting();
  await told([{ ...first, gone: true, version: 9 }], [{ ...first, version: 4 }]);
  expect(await copied(first.id)).toMatchObject([{ gone: true }]);
  expect(await served(first.teamId, '2024-08-01', '2024-08-31')).toEqual([]);
});

test('a correction moves the days, and a cessation that is taken back opens the end again', async () => {
  const first = posting({ validTo: '2024-09-01' });
  await told([first], [{ ...first, validFrom: '2024-08-11', version: 2 }]);
  expect(await served(first.teamId, '2024-08-01', '2024-09-30')).toMatchObject([
    { from_on: '2024-08-11', to_on: '2024-08-31', days: 21 },
  ]);
  await told([{ ...first, validTo: null, version: 3 }]);
  expect(await served(first.teamId, '2024-08-01', '2024-09-30')).toMatchObject([
    { from_on: '2024-08-01', to_on: '2024-09-30', days: 61 },
  ]);
});

test('a merger of two records gives the postings of one to the other, and taking it back returns them', async () => {
  const teamId = randomUUID();
  const one = posting({ teamId, validTo: '2024-09-01' });
  const two = posting({ teamId, validFrom: '2024-10-01' });
  const people = async () =>
    (await served(teamId, '2024-08-01', '2024-12-31')).map(
      (row: { person_id: string }) => row.person_id,
    );
  await told([one, two], [{ ...two, personId: one.personId, version: 2 }]);
  expect(await people()).toEqual([one.personId, one.personId]);
  await told([{ ...two, version: 3 }]);
  expect(await people()).toEqual([one.personId, two.personId]);
});

test('who leads a team is told of each day, and nobody between two leaders', async () => {
  const teamId = randomUUID();
  const [first, second] = [
    posting({ teamId, position: 'leader', validTo: '2025-01-01' }),
    posting({ teamId, position: 'leader', validFrom: '2025-02-01' }),
  ];
  await told([first, second, posting({ teamId, position: 'deputy' })]);
  expect(await leader(teamId, '2024-12-31')).toBe(first.personId);
  expect(await leader(teamId, '2025-01-15')).toBeNull();
  expect(await leader(teamId, '2025-02-01')).toBe(second.personId);
});

test('a change that never arrived shows in the comparison, and comes with everything else', async () => {
  const [kept, missed, lost] = [posting(), posting(), posting({ version: 2 })];
  await told([kept, missed]);
  owned = [kept, { ...missed, validTo: '2025-01-01', version: 8 }, lost];
  expect(await compared()).toMatchObject({ agree: false, copy: { postings: 2 } });
  // As many rows as the owner has, but not the same: the sum of versions tells.
  await told([lost]);
  expect(await compared()).toMatchObject({
    agree: false,
    copy: { postings: 3 },
    owner: { postings: 3 },
  });
  expect(await service.call(replayActivityCopies, {})).toMatchObject({ postings: 3 });
  expect(await compared()).toMatchObject({ agree: true });
  expect(await copied(missed.id)).toMatchObject([{ validTo: '2025-01-01' }]);
});

test('what the owner does not know any more is gone after everything was taken again', async () => {
  const [kept, removed] = [posting(), posting({ version: 3 })];
  await told([kept, removed]);
  owned = [kept];
  await service.call(replayActivityCopies, {});
  expect(await copied(removed.id)).toMatchObject([{ gone: true }]);
  expect(await compared()).toMatchObject({ agree: true });
});

const shift = (facts: Partial<DutyCopy> = {}): DutyCopy => ({
  ...{ id: randomUUID(), personId: randomUUID(), teamId: randomUUID(), version: 1, gone: false },
  ...{ kind: 'patrol' as const, withPolice: false },
  ...{ startsAt: '2026-03-02T20:00:00+07:00', endsAt: '2026-03-02T23:00:00+07:00', ...facts },
});

/** The same for approved duty. */
async function toldDuty(...facts: DutyCopy[][]): Promise<void> {
  for (const duties of facts) await personnel.tell(dutiesChanged, { duties });
  const last = shift();
  await personnel.tell(dutiesChanged, { duties: [last] });
  const has = 'select 1 from duty where id = $1';
  await eventually(async () => (await service.db.query(has, [last.id])).length > 0);
  await service.db.query('delete from duty where id = $1', [last.id]);
}
const onDuty = (teamId: string, from: string, to: string) =>
  service.db.query(
    `select kind, with_police, people, minutes from team_duty(array[$1]::uuid[], $2, $3)
      order by starts_at, kind`,
    [teamId, from, to],
  );

test('several on one patrol are one patrol of so many people, each minute of it once', async () => {
  const teamId = randomUUID();
  const patrol = () => shift({ teamId });
  await toldDuty([patrol(), patrol(), shift({ teamId, withPolice: true })]);
  await toldDuty([shift({ teamId, kind: 'watch' })]);
  expect(await onDuty(teamId, '2026-03-02', '2026-03-02')).toEqual([
    { kind: 'patrol', with_police: true, people: 3, minutes: 180 },
    { kind: 'watch', with_police: false, people: 1, minutes: 180 },
  ]);
});

test('duty is of the day in Viet Nam on which it begins, across midnight and at the edge of the days', async () => {
  const teamId = randomUUID();
  const night = { startsAt: '2026-03-31T22:00:00+07:00', endsAt: '2026-04-01T02:00:00+07:00' };
  const early = { startsAt: '2026-04-01T00:00:00+07:00', endsAt: '2026-04-01T02:00:00+07:00' };
  await toldDuty([shift({ teamId, ...night }), shift({ teamId, ...early })]);
  expect(await onDuty(teamId, '2026-03-01', '2026-03-31')).toMatchObject([{ minutes: 240 }]);
  expect(await onDuty(teamId, '2026-04-01', '2026-04-30')).toMatchObject([{ minutes: 120 }]);
});

test('an approved shift that was replaced counts no more, though its approval comes late or twice', async () => {
  const teamId = randomUUID();
  const first = shift({ teamId });
  const gone = { ...first, gone: true, version: 5 };
  await toldDuty([gone], [first], [first]);
  expect(await onDuty(teamId, '2026-03-02', '2026-03-02')).toEqual([]);
  // the correction counts by itself, once it is approved
  await toldDuty([shift({ teamId, endsAt: '2026-03-02T22:00:00+07:00', version: 6 })]);
  expect(await onDuty(teamId, '2026-03-02', '2026-03-02')).toMatchObject([{ minutes: 120 }]);
});

test('a merger of two records leaves one person on the duty that both were on', async () => {
  const teamId = randomUUID();
  const [one, two] = [shift({ teamId }), shift({ teamId })];
  await toldDuty([one, two], [{ ...two, personId: one.personId, version: 2 }]);
  expect(await onDuty(teamId, '2026-03-02', '2026-03-02')).toMatchObject([{ people: 1 }]);
  await toldDuty([{ ...two, version: 3 }]);
  expect(await onDuty(teamId, '2026-03-02', '2026-03-02')).toMatchObject([{ people: 2 }]);
});

test('duty that never arrived shows in the comparison, and comes with everything else', async () => {
  const [kept, lost] = [shift(), shift({ version: 4 })];
  await toldDuty([kept]);
  approved = [kept, lost];
  expect(await compared()).toMatchObject({ agree: false, copy: { duties: 1 } });
  expect(await service.call(replayActivityCopies, {})).toMatchObject({ duties: 2 });
  expect(await compared()).toMatchObject({ agree: true });
});
