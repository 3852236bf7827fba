import {
  acceptReports,
  getReport,
  getWorkingCalendars,
  listReports,
  returnReport,
  sendReport,
  verifyReports,
} from '@antt/contracts';
import { connectBus } from '@antt/service-kit';
import { someone, StandIn, useService } from '@antt/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { activity } from '../service.ts';
import { past, refusal, reportingProvince, withValue } from './test-report.ts';

const service = useService(activity);
const { unit, commune, period, filled, sending, send } = reportingProvince(service);

let connection: NatsConnection;
beforeAll(async () => {
  connection = await connectBus(service.bus.url, 'personnel');
  const days = { off: [], worked: [] };
  new StandIn(connection).answer(getWorkingCalendars, ({ unitIds }) => ({
    country: days,
    items: unitIds.map((unitId) => ({ unitId, ...days })),
  }));
});
afterAll(() => connection.close());

async function aReport() {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds, villageIds } = await commune(provinceId, 1);
  const periodId = await period(provinceId);
  const senderId = teamIds[0]!;
  const { id } = await send(periodId, senderId);
  const officer = someone('commune-officer', [communeId]);
  return { id, provinceId, communeId, villageIds, periodId, senderId, officer };
}
type Report = Awaited<ReturnType<typeof aReport>>;
const verify = ({ id, officer }: Report, version = 1) =>
  service.call(verifyReports, { reports: [{ id, version }] }, officer);
const accept = ({ id, officer }: Report, version = 1) =>
  service.call(acceptReports, { reports: [{ id, version }] }, officer);
const giveBack = (
  { id, officer }: Report,
  version = 1,
  reason = 'Số ca tuần tra chưa đúng sổ trực',
) => service.call(returnReport, { id, version, reason }, officer);
const one = ({ periodId, senderId }: Report) => service.call(getReport, { periodId, senderId });
const close = ({ periodId }: Report) =>
  service.db.query('update reporting_period set late_from = $2, closes_from = $2 where id = $1', [
    ...[periodId, past],
  ]);

test('a report is verified, then accepted, each step told of once', async () => {
  const report = await aReport();
  expect(await refusal(accept(report))).toMatchObject({ type: 'report-step-not-open' });
  expect((await verify(report)).items).toEqual([{ id: report.id, version: 1, state: 'verified' }]);
  expect(await verify(report)).toMatchObject({ items: [{ state: 'verified' }] });
  expect((await accept(report)).items).toEqual([{ id: report.id, version: 1, state: 'accepted' }]);
  expect(await accept(report)).toMatchObject({ items: [{ state: 'accepted' }] });
  const told = await service.db.query(
    `select subject from outbox where payload->>'id' = $1 order by id`,
    [report.id],
  );
  expect(told.map(({ subject }: { subject: string }) => subject)).toEqual([
    'event.activity.report-sent.v1',
    'event.activity.report-verified.v1',
    'event.activity.report-accepted.v1',
  ]);
});

test('reporting BR-39: a report is returned with a reason, and never judged by who sent it', async () => {
  const report = await aReport();
  expect(await refusal(giveBack(report, 1, '   '))).toMatchObject({ type: 'invalid-input' });
  const own = await sending(report.periodId, report.senderId, { follows: 1 });
  await service.call(sendReport, own, report.officer);
  const judged = { type: 'report-is-reviewed-by-another' };
  expect(await refusal(verify(report, 2))).toMatchObject(judged);
  expect(await refusal(giveBack(report, 2))).toMatchObject(judged);
  const colleague = { ...report, officer: someone('commune-officer', [report.communeId]) };
  expect(await giveBack(colleague, 2)).toMatchObject({ state: 'returned' });
  expect(await one(report)).toMatchObject({
    ...{ state: 'returned', returnReason: 'Số ca tuần tra chưa đúng sổ trực', returns: 1 },
  });
});

test('reporting BR-38: a return leaves a report in time; coming back after the new due day does not', async () => {
  const report = await aReport();
  await giveBack(report);
  await close(report);
  await service.db.query(
    `update report set first_sent_at = $2::timestamptz - interval '1 day' where id = $1`,
    [report.id, past],
  );
  expect(await one(report)).toMatchObject({ state: 'returned', inTime: true, daysLate: 0 });
  const again = { ...report };
  await service.db.query(
    `update report set resubmit_by = now() - interval '1 hour' where id = $1`,
    [report.id],
  );
  expect(await one(report)).toMatchObject({ inTime: false });
  expect(await send(report.periodId, report.senderId, { follows: 1 })).toMatchObject({
    ...{ version: 2, late: true, state: 'submitted' },
  });
  expect(await one(again)).toMatchObject({ inTime: false, daysLate: 0, resubmitBy: null });
});

test('a returned report that comes again in time stays in time, though its period has closed', async () => {
  const report = await aReport();
  await service.db.query(
    `update report set first_sent_at = $2::timestamptz - interval '1 day' where id = $1`,
    [report.id, past],
  );
  await giveBack(report);
  await close(report);
  expect(await send(report.periodId, report.senderId, { follows: 1 })).toMatchObject({
    late: false,
  });
  expect(await one(report)).toMatchObject({ state: 'submitted', inTime: true, version: 2 });
});

test('reporting BR-40, law BR-70: a locked report changes by a correction alone, and counts as it was until that is accepted', async () => {
  const report = await aReport();
  await verify(report);
  await accept(report);
  await close(report);
  expect(await one(report)).toMatchObject({ state: 'locked', acceptedVersion: 1 });
  expect(await refusal(giveBack(report))).toMatchObject({ type: 'report-is-locked' });
  const values = withValue(await filled(), 'ND1.03', 7);
  const correction = { follows: 1, values };
  expect(await refusal(send(report.periodId, report.senderId, correction))).toMatchObject({
    type: 'report-correction-has-a-reason',
  });
  const reason = 'Ghi nhầm số tin của tháng trước';
  await send(report.periodId, report.senderId, { ...correction, reason });
  expect(await one(report)).toMatchObject({
    ...{ state: 'submitted', version: 2, acceptedVersion: 1, changedSinceAcceptance: true },
  });
  await verify(report, 2);
  await accept(report, 2);
  const { acceptedVersion, changedSinceAcceptance, versions, state } = await one(report);
  expect([acceptedVersion, changedSinceAcceptance, state]).toEqual([2, false, 'locked']);
  expect(versions.map(({ number, reason: why }) => [number, why])).toEqual([
    [2, reason],
    [1, ''],
  ]);
  const [row] = await service.db.query('select recounted_at from report where id = $1', [
    report.id,
  ]);
  expect(row.recounted_at).not.toBeNull();
});

test('an acceptance is taken back with a return while the period is open', async () => {
  const report = await aReport();
  await verify(report);
  await accept(report);
  await giveBack(report);
  expect(await one(report)).toMatchObject({ state: 'returned', acceptedVersion: null });
});

test('what came in the meantime is not judged unseen', async () => {
  const report = await aReport();
  await send(report.periodId, report.senderId, { follows: 1 });
  expect(await refusal(verify(report))).toMatchObject({
    ...{ type: 'report-has-another-version', version: 2, follows: 1 },
  });
});

test('several are verified together, or none of them', async () => {
  const provinceId = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds } = await commune(provinceId, 3);
  const periodId = await period(provinceId);
  const sent = [];
  for (const teamId of teamIds) sent.push(await send(periodId, teamId));
  const officer = someone('commune-officer', [communeId]);
  const reports = sent.map(({ id, version }) => ({ id, version }));
  const wrong = reports.map((seen, n) => ({ ...seen, version: n === 2 ? 5 : 1 }));
  await refusal(service.call(verifyReports, { reports: wrong }, officer));
  const verified = () => service.call(listReports, { periodId, limit: 100, state: 'verified' });
  expect((await verified()).total).toBe(0);
  await service.call(verifyReports, { reports }, officer);
  expect((await verified()).total).toBe(3);
});

test("nobody judges from below or from beside: not the team's leader, not another commune, not a commune its own", async () => {
  const report = await aReport();
  const leader = someone('team-leader', report.villageIds);
  const reports = [{ id: report.id, version: 1 }];
  expect(await refusal(service.call(verifyReports, { reports }, leader))).toMatchObject({
    type: 'not-allowed',
  });
  const other = await aReport();
  expect(await refusal(verify({ ...report, officer: other.officer }))).toMatchObject({
    type: 'report-not-found',
  });
  const movement = await period(report.provinceId, { kindCode: 'BC-01' });
  const values = await filled(4, 'BC-01', 'commune');
  const { id } = await send(movement, report.communeId, { values });
  expect(await refusal(verify({ ...report, id }))).toMatchObject({ type: 'outside-area' });
  const province = someone('provincial-administrator', [report.provinceId]);
  expect((await verify({ ...report, id, officer: province })).items).toHaveLength(1);
});
