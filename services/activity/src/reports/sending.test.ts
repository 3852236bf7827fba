import {
  getReport,
  keepReportDraft,
  listReports,
  sendReport,
  type ReportFault,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { activity } from '../service.ts';
import { future, on, past, refusal, reportingProvince, withValue } from './test-report.ts';

const service = useService(activity);
const { unit, below, team, commune, period, filled, sending, send } = reportingProvince(service);

async function aTeam(terms: Parameters<typeof period>[1] = {}) {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds, villageIds } = await commune(provinceId, 2);
  const periodId = await period(provinceId, terms);
  const [teamId, neighbourId] = [teamIds[0]!, teamIds[1]!];
  return { provinceId, communeId, villageIds, teamId, neighbourId, periodId };
}
const count = async (table: string, periodId: string) =>
  (
    await service.db.query(
      table === 'report_version'
        ? `select count(*)::int as n from report_version v join report r on r.id = v.report_id where r.period_id = $1`
        : `select count(*)::int as n from ${table} where period_id = $1`,
      [periodId],
    )
  )[0].n;

test('a report is sent once, however often its sending is repeated', async () => {
  const { periodId, teamId } = await aTeam();
  const command = await sending(periodId, teamId);
  const sent = await service.call(sendReport, command);
  expect(sent).toMatchObject({ state: 'submitted', version: 1, late: false });
  expect(await service.call(sendReport, command)).toEqual(sent);
  expect([await count('report', periodId), await count('report_version', periodId)]).toEqual([
    ...[1, 1],
  ]);
  const told = await service.db.query(
    `select count(*)::int as n from outbox where payload->>'versionId' = $1`,
    [command.id],
  );
  expect(told).toEqual([{ n: 1 }]);
});

test('of 50 sendings at the same moment one is stored, and all are answered alike', async () => {
  const { periodId, teamId } = await aTeam();
  const command = await sending(periodId, teamId);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => service.call(sendReport, command)),
  );
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await count('report_version', periodId)).toBe(1);
});

test('another report under an id that was sent before is refused', async () => {
  const { periodId, teamId } = await aTeam();
  const command = await sending(periodId, teamId);
  await service.call(sendReport, command);
  const other = { ...command, values: withValue(command.values as never, 'ND1.03', 3) };
  expect(await refusal(service.call(sendReport, other))).toMatchObject({ type: 'id-reused' });
});

test('two phones that send different first reports: the second is told of the first, and both keep theirs', async () => {
  const { periodId, teamId } = await aTeam();
  const answers = await Promise.all(
    [4, 5].map(async (n) => refusal(send(periodId, teamId, { values: await filled(n) }))),
  );
  expect(answers.filter((one) => one === null)).toHaveLength(1);
  expect(answers.find((one) => one !== null)).toMatchObject({
    ...{ type: 'report-has-another-version', version: 1, follows: 0 },
  });
});

test('what was sent before stays when another version follows', async () => {
  const { periodId, teamId } = await aTeam();
  await send(periodId, teamId);
  await send(periodId, teamId, { follows: 1, values: withValue(await filled(), 'ND1.03', 9) });
  const { versions, version, state } = await service.call(getReport, {
    periodId,
    senderId: teamId,
  });
  const tips = versions.map(({ number, values }) => [
    number,
    values.find(({ code }) => code === 'ND1.03')!.numerator,
  ]);
  expect([version, state, tips]).toEqual([
    2,
    'submitted',
    [
      [2, 9],
      [1, 4],
    ],
  ]);
});

async function faults(change: (values: Awaited<ReturnType<typeof filled>>) => object[]) {
  const { periodId, teamId } = await aTeam();
  const values = change(await filled()) as never;
  const { type, findings } = await refusal(send(periodId, teamId, { values }));
  expect([await count('report', periodId), await count('period_form', periodId)]).toEqual([0, 0]);
  return [
    type,
    findings?.map(({ code, fault }: { code: string; fault: ReportFault }) => [code, fault]),
  ];
}

test('numbers that cannot be so are named, and nothing is stored', async () => {
  const set = (code: string, change: object) => (values: { code: string }[]) =>
    values.map((one) => (one.code === code ? { ...one, ...change } : one));
  expect(await faults(set('ND1.03', { numerator: 10_001 }))).toEqual([
    ...['report-values-refused', [['ND1.03', 'too-large']]],
  ]);
  expect(await faults(set('ND6.01', { numerator: 3, denominator: 2 }))).toEqual([
    ...['report-values-refused', [['ND6.01', 'part-exceeds-whole']]],
  ]);
  expect(await faults((values) => values.slice(1))).toMatchObject([
    ...['report-values-refused', [[expect.any(String), 'missing']]],
  ]);
  expect(await faults(set('ND1.03', { denominator: 4 }))).toEqual([
    ...['report-values-refused', [['ND1.03', 'incomplete']]],
  ]);
  expect(await faults((values) => [...values, { ...values[0]!, code: 'ND1.04' }])).toEqual([
    ...['report-values-refused', [['ND1.04', 'not-in-form']]],
  ]);
  expect(await faults(set('ND1.03', { numerator: -1 }))).toEqual(['invalid-input', undefined]);
  expect(await faults(set('ND6.03.2', { numerator: 3 }))).toEqual([
    ...['report-values-refused', [['ND6.03.2', 'contradicts']]],
  ]);
});

test('reporting BR-26: a percentage that differs from its own parts by more than half a point is refused', async () => {
  const { periodId, teamId } = await aTeam();
  const values = await filled();
  const said = (percent: number) =>
    values.map((one) =>
      one.code === 'ND5.05' ? { ...one, numerator: 482, denominator: 874, percent } : one,
    );
  const refused = await refusal(send(periodId, teamId, { values: said(99.17) }));
  expect(refused.findings).toMatchObject([
    { code: 'ND5.05', fault: 'percent-differs', said: '99.17', expected: '55.15' },
  ]);
  expect(await count('report', periodId)).toBe(0);
  expect(await send(periodId, teamId, { values: said(55.2) })).toMatchObject({ version: 1 });
});

test('what differs widely from the last period is asked about once, and kept as asked about', async () => {
  const { provinceId, periodId, teamId } = await aTeam();
  const earlier = await period(provinceId, { to: '2026-05-14' });
  await send(earlier, teamId, { values: withValue(await filled(), 'ND1.03', 10) });
  const values = withValue(await filled(), 'ND1.03', 100);
  const asked = await refusal(send(periodId, teamId, { values }));
  expect(asked).toMatchObject({
    type: 'report-warnings-unconfirmed',
    findings: [{ code: 'ND1.03', fault: 'differs-from-last', said: '100', expected: '10' }],
  });
  await send(periodId, teamId, { values, confirmed: true });
  const report = await service.call(getReport, { periodId, senderId: teamId });
  expect(report.versions[0]!.warnings).toEqual(asked.findings);
  expect(report.former).toMatchObject({ name: '2026-05' });
});

test('a period that has closed or not begun takes no first report', async () => {
  const closed = await aTeam({ lateFrom: past, closesFrom: past });
  expect(await refusal(send(closed.periodId, closed.teamId))).toMatchObject({
    type: 'reporting-period-is-closed',
  });
  const later = await aTeam({ to: '2998-06-14' });
  expect(await refusal(send(later.periodId, later.teamId))).toMatchObject({
    type: 'reporting-period-not-begun',
  });
  const absent = { type: 'reporting-period-not-found' };
  expect(await refusal(send(randomUUID(), closed.teamId))).toMatchObject(absent);
});

test('a late report is taken while the period is open, and says that it is late', async () => {
  const { periodId, teamId } = await aTeam({ lateFrom: past, closesFrom: future });
  expect(await send(periodId, teamId)).toMatchObject({ late: true });
  const { items } = await service.call(listReports, { periodId, limit: 100, timeliness: 'late' });
  expect(items).toMatchObject([{ senderId: teamId, inTime: false }]);
  expect(items[0]!.daysLate).toBeGreaterThan(0);
});

test('what came on paper counts from the day that its receiver says; its sender may not say so', async () => {
  const { periodId, teamId, communeId, villageIds } = await aTeam({
    ...{ lateFrom: past, closesFrom: past },
  });
  const paper = await sending(periodId, teamId, { receivedOn: '2026-06-16' });
  const leader = someone('team-leader', [villageIds[0]!]);
  expect(await refusal(service.call(sendReport, paper, leader))).toMatchObject({
    ...{ type: 'outside-area', permission: 'report.verify' },
  });
  const officer = someone('commune-officer', [communeId]);
  expect(await service.call(sendReport, paper, officer)).toMatchObject({ late: false });
  const report = await service.call(getReport, { periodId, senderId: teamId });
  expect([report.inTime, report.sentAt]).toEqual([true, '2026-06-16T05:00:00.000Z']);
  const later = { ...paper, id: randomUUID(), follows: 1, receivedOn: today() };
  expect(await refusal(service.call(sendReport, later, officer))).toMatchObject({
    type: 'report-comes-on-paper-before-today',
  });
});

test('reporting BR-42: who does not stand on the last day of the period owes nothing; older reports stay with their parent', async () => {
  const provinceId = await unit('province', 'Bắc Giang', null, { to: null });
  const days = { to: '2026-06-01' };
  const former = await unit('commune', 'Xã cũ', provinceId, days);
  const village = await unit('village', 'Thôn cũ', former, days);
  const successor = await unit('commune', 'Xã mới', provinceId, { from: '2026-06-01' });
  await below(village, successor, { from: '2026-06-01', to: null });
  const ended = await team([village], { to: '2026-06-01' });
  const [may, june] = [await period(provinceId, { to: '2026-05-14' }), await period(provinceId)];
  await send(may, ended);
  expect(await refusal(send(june, ended))).toMatchObject({ type: 'sender-does-not-stand', on });
  const { items } = await service.call(listReports, { periodId: may, limit: 100, within: former });
  expect(items).toMatchObject([{ senderId: ended, unitId: former, state: 'submitted' }]);
});

test('a period of another province or of another kind of sender is the wrong one', async () => {
  const { teamId, provinceId, communeId } = await aTeam();
  const elsewhere = await aTeam();
  const wrong = { type: 'sender-not-of-period' };
  expect(await refusal(send(elsewhere.periodId, teamId))).toMatchObject(wrong);
  const movement = await period(provinceId, { kindCode: 'BC-01' });
  expect(await refusal(send(movement, teamId))).toMatchObject(wrong);
  const values = await filled(4, 'BC-01', 'commune');
  expect(await send(movement, communeId, { values })).toMatchObject({ version: 1 });
});

test("a team leader reports for the own team, whose villages are the leader's area, and for no other", async () => {
  const { periodId, teamId, neighbourId, villageIds } = await aTeam();
  const leader = someone('team-leader', [villageIds[0]!]);
  expect(await service.call(sendReport, await sending(periodId, teamId), leader)).toMatchObject({
    version: 1,
  });
  const other = await sending(periodId, neighbourId);
  const absent = { type: 'report-not-found' };
  expect(await refusal(service.call(sendReport, other, leader))).toMatchObject(absent);
  expect(
    await refusal(service.call(getReport, { periodId, senderId: neighbourId }, leader)),
  ).toMatchObject(absent);
  const { items } = await service.call(listReports, { periodId, limit: 100 }, leader);
  expect(items.map(({ senderId }) => senderId)).toEqual([teamId]);
  const elsewhere = await aTeam();
  const officer = someone('commune-officer', [elsewhere.communeId]);
  expect(
    await refusal(service.call(sendReport, await sending(periodId, teamId), officer)),
  ).toMatchObject(absent);
});

test('a draft is kept, counts for nothing, and is gone once the report is sent', async () => {
  const { periodId, teamId } = await aTeam();
  const draft = (await filled()).slice(0, 3);
  const kept = await service.call(keepReportDraft, { periodId, senderId: teamId, values: draft });
  expect(kept).toMatchObject({ state: 'draft', version: 0 });
  expect(await count('period_form', periodId)).toBe(0);
  expect(await service.call(getReport, { periodId, senderId: teamId })).toMatchObject({
    ...{ state: 'draft', draft, inTime: null, versions: [] },
  });
  expect((await send(periodId, teamId)).version).toBe(1);
  expect(await service.call(getReport, { periodId, senderId: teamId })).toMatchObject({
    ...{ state: 'submitted', draft: null },
  });
});

test('who has not reported is in the list as such, and not with zeros', async () => {
  const { periodId, teamId, neighbourId } = await aTeam();
  await send(periodId, teamId);
  const { items, total } = await service.call(listReports, { periodId, limit: 100 });
  expect([total, items.map(({ senderId, state }) => [senderId, state])]).toEqual([
    ...[
      2,
      [
        [teamId, 'submitted'],
        [neighbourId, 'missing'],
      ],
    ],
  ]);
  const missing = await service.call(listReports, { periodId, limit: 100, state: 'missing' });
  expect(missing.items).toMatchObject([{ senderId: neighbourId, version: 0, inTime: null }]);
  const page = await service.call(listReports, { periodId, limit: 1 });
  const next = await service.call(listReports, { periodId, limit: 1, cursor: page.nextCursor! });
  expect([page, next].flatMap((one) => one.items.map(({ senderId }) => senderId))).toEqual([
    ...[teamId, neighbourId],
  ]);
});
