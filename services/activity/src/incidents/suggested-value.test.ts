import { listSuggestedValues, withdrawIncident } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readIncidentKinds } from '../incident-kinds/incident-kind-file.ts';
import { readIndicators } from '../indicators/catalogue.ts';
import { activity } from '../service.ts';
import { teamLog } from './test-log.ts';

const service = useService(activity);
const { place, record, plain, leave } = teamLog(service);

type Days = { from: string; to: string };
const september = { from: '2026-09-01', to: '2026-09-30' };

/** "numerator" or "numerator/denominator" of each indicator asked about. */
async function suggested(teamId: string, codes: string[], days: Days = september) {
  const { items } = await service.call(listSuggestedValues, { ...days, teamId });
  const valueOf = new Map(
    items.map(({ indicatorCode, numerator, denominator }) => [
      indicatorCode,
      denominator === null ? `${numerator}` : `${numerator}/${denominator}`,
    ]),
  );
  return codes.map((code) => valueOf.get(code));
}

const tip = (teamId: string, channel: string, said: object = {}) =>
  record(teamId, {
    ...{ kindCode: 'tip', figures: { 'first-channel': channel, topic: 'business' }, ...said },
  });
const patrol = (teamId: string, personId: string, { police = true, at = '20:00' } = {}) =>
  service.db.query(`insert into duty values ($1, $2, $3, 'patrol', $4, $5, $6, 1, false)`, [
    randomUUID(),
    personId,
    teamId,
    police,
    `2026-09-10T${at}+07:00`,
    '2026-09-10T23:30+07:00',
  ]);

test('every kind feeds indicators that exist, has a source, and proves no breach by what a team writes', () => {
  const indicators = new Map(readIndicators().map((one) => [one.code, one]));
  for (const { feeds, fields, citation } of readIncidentKinds()) {
    expect(citation).not.toBe('');
    for (const { indicator, counts, field, where } of feeds) {
      expect(indicators.get(indicator)).toMatchObject({ zeroTolerance: false });
      const codes = fields.map(({ code }) => code);
      expect(counts !== 'field' || codes.includes(field!)).toBe(true);
      for (const one of where) expect(codes).toContain(one.field);
    }
    for (const { type, options, most } of fields) {
      expect(type === 'choice' ? options.length > 1 : options.length === 0).toBe(true);
      expect(['count', 'money'].includes(type)).toBe(most !== null);
    }
  }
});

test('an indicator that teams report of themselves is fed, or it is about what no log holds', () => {
  const fed = new Set(
    readIncidentKinds().flatMap(({ feeds }) => feeds.map((one) => one.indicator)),
  );
  const unfed = readIndicators()
    .filter(
      ({ source, levels, code }) => source === 'team' && levels.includes('team') && !fed.has(code),
    )
    .map(({ code }) => code);
  expect(unfed).toEqual([]);
});

test('reporting BR-10: a tip counts once, by where it came first', async () => {
  const [here, there] = [await place(), await place()];
  const { id } = await tip(here.teamId, 'team');
  await tip(here.teamId, 'hotline');
  await tip(there.teamId, 'team', { sameAsId: id });
  expect(await suggested(here.teamId, ['ND1.03', 'ND4.05'])).toEqual(['1', '2']);
  expect(await suggested(there.teamId, ['ND1.03'])).toEqual(['0']);
});

test('a tip that repeats another one leads to the first, not to a repetition', async () => {
  const { teamId } = await place();
  const first = await tip(teamId, 'team');
  const again = await tip(teamId, 'team', { sameAsId: first.id });
  await expect(tip(teamId, 'team', { sameAsId: again.id })).rejects.toMatchObject({
    type: 'same-incident-is-a-repetition',
  });
  const deed = await plain(teamId, 'good-deed');
  await expect(tip(teamId, 'team', { sameAsId: deed.id })).rejects.toMatchObject({
    type: 'same-incident-not-found',
  });
  // when the first one is taken out, the repetition is what is left of it
  await service.call(withdrawIncident, { id: first.id, reason: 'Ghi nhầm Tổ nhận tin' });
  expect(await suggested(teamId, ['ND1.03'])).toEqual(['1']);
});

test('reporting BR-16: a gun that was handed in counts as handed in, and as no violation', async () => {
  const { teamId } = await place();
  await plain(teamId, 'weapon-surrender', { type: 'gun', items: 3 });
  expect(await suggested(teamId, ['ND4.04', 'ND4.03'])).toEqual(['3', undefined]);
});

test('reporting BR-12: every incident counts for ND1.02, a fire for ND3.01 alone and where the team was called', async () => {
  const { teamId } = await place();
  await plain(teamId, 'incident', { nature: 'theft', timely: true });
  await plain(teamId, 'incident', { nature: 'public-order' });
  await plain(teamId, 'fire-rescue', { members: 2, mobilised: true, timely: true });
  await plain(teamId, 'fire-rescue', { members: 2, mobilised: true });
  await plain(teamId, 'fire-rescue', { members: 1, timely: true });
  expect(await suggested(teamId, ['ND1.02', 'ND3.01'])).toEqual(['1/2', '1/2']);
});

test('reporting BR-17: ten visits and tips about businesses are no violation of one', async () => {
  const { teamId } = await place();
  for (let n = 0; n < 10; n += 1) await tip(teamId, 'team');
  expect(await suggested(teamId, ['ND4.05', 'ND4.01'])).toEqual(['10', undefined]);
});

test('reporting BR-20: how serious an accident was follows from what the police found, and feeds no report', async () => {
  const { teamId } = await place();
  const plainOne = await plain(teamId, 'traffic-accident');
  expect(plainOne.details).toEqual([]);
  const { details } = await plain(teamId, 'traffic-accident', { deaths: 1 });
  expect(details.at(-1)).toMatchObject({ code: 'severity', value: 'serious' });
  const { details: dented } = await plain(teamId, 'traffic-accident', { damage: 99_000_000 });
  expect(dented.at(-1)).toMatchObject({ value: 'not-serious' });
  expect(await suggested(teamId, ['ND6.02'])).toEqual([undefined]);
});

test('of mediations the settled ones are counted in all, and a fire once mobilised', async () => {
  const { teamId } = await place();
  for (const outcome of ['success', 'success', 'failure']) {
    await plain(teamId, 'mediation', { outcome });
  }
  await plain(teamId, 'fire-rescue', { members: 4, mobilised: true, timely: true, rescued: 1 });
  await plain(teamId, 'fire-rescue', { members: 2, timely: true, property: 5_000_000_000 });
  const codes = ['ND5.05', 'ND3.01', 'ND3.02', 'ND3.03.1', 'ND3.03.2'];
  expect(await suggested(teamId, codes)).toEqual(['2/3', '1/1', '6', '1', '5000000000']);
});

test('law BR-71: a team without a case has 0 of 0, and everything that is fed has a value', async () => {
  const { teamId } = await place();
  expect(await suggested(teamId, ['ND5.05', 'ND1.03', 'ND6.03.1', 'ND6.01'])).toEqual([
    ...['0/0', '0', '0', '0/5'],
  ]);
});

test('reporting BR-22: three good deeds in a month fill that month and no other', async () => {
  const { teamId } = await place();
  for (const day of ['2026-08-03', '2026-08-20', '2026-08-31']) {
    await plain(teamId, 'good-deed', {}, day);
  }
  const months = { from: '2026-07-20', to: '2026-10-20' };
  // July has 12 days of them and counts neither way
  expect(await suggested(teamId, ['ND7.01'], months)).toEqual(['1/3']);
});

test('patrols come from approved duty: one however many went, and hours once', async () => {
  const { teamId, people } = await place(3);
  await patrol(teamId, people[0]!);
  await patrol(teamId, people[1]!);
  await patrol(teamId, people[1]!, { police: false, at: '23:00' });
  const codes = ['ND6.03.1', 'ND6.03.2', 'ND6.03.3', 'ND6.01'];
  expect(await suggested(teamId, codes)).toEqual(['2', '3', '4', '2/3']);
  const before = { from: '2026-08-01', to: '2026-08-31' };
  expect(await suggested(teamId, codes, before)).toEqual(['0', '0', '0', '0/3']);
});

test('reporting BR-19: of three members one was on leave all the time and two patrolled: 2 of 2', async () => {
  const { teamId, people } = await place(3);
  await patrol(teamId, people[0]!);
  await patrol(teamId, people[1]!);
  expect(await suggested(teamId, ['ND6.01'])).toEqual(['2/3']);
  leave.push({ teamId, personId: people[2]! });
  expect(await suggested(teamId, ['ND6.01', 'ND5.05'])).toEqual(['2/2', '0/0']);
  // somebody else's leave, or of who never served here, changes nothing
  leave.push({ teamId, personId: randomUUID() });
  expect(await suggested(teamId, ['ND6.01'])).toEqual(['2/2']);
});

test('a record of the last evening of a month is of that month in Viet Nam', async () => {
  const { teamId } = await place();
  await plain(teamId, 'residence-check', {}, '2026-08-31');
  const at = '2026-09-01T00:10:00+07:00';
  await record(teamId, {
    kindCode: 'residence-check',
    knownAt: at,
    reportedAt: null,
    onSceneAt: null,
    figures: {},
  });
  expect(await suggested(teamId, ['ND4.07'])).toEqual(['1']);
});

test('of several teams each has its own values, and of somebody else’s none', async () => {
  const [here, there] = [await place(), await place()];
  await plain(here.teamId, 'traffic-guidance');
  const asked = { ...september, within: here.provinceId };
  const { items } = await service.call(listSuggestedValues, asked, here.leader);
  expect(new Set(items.map((one) => one.teamId))).toEqual(new Set([here.teamId]));
  expect(items.find((one) => one.indicatorCode === 'ND6.05.1')).toMatchObject({
    ...{ numerator: 1, denominator: null, sources: 1 },
  });
  const theirs = { ...september, teamId: here.teamId };
  expect((await service.call(listSuggestedValues, theirs, there.leader)).items).toEqual([]);
});
