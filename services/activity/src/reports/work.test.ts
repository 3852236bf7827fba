import { getReportWork, type ReportWorkKind, verifyReports } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { activity } from '../service.ts';
import { future, on, reportingProvince } from './test-report.ts';

const service = useService(activity);
const { unit, commune, period, send } = reportingProvince(service);

async function aCommune() {
  const province = await unit('province', 'Bắc Ninh');
  const { communeId, teamIds, villageIds } = await commune(province, 3);
  return { communeId, teamIds, villageIds, periodId: await period(province, { lateFrom: future }) };
}
const officerOf = (communeId: string) => someone('commune-officer', [communeId]);
async function work(who: ReturnType<typeof someone>, days: number) {
  const { entries } = await service.call(getReportWork, { on: addDays(on, days) }, who);
  return entries.map(({ kind, count }): [ReportWorkKind, number] => [kind, count]);
}

test('reporting is reminded of from the end of the window to the due day, and as overdue after it', async () => {
  const { communeId, teamIds, villageIds, periodId } = await aCommune();
  const leader = someone('team-leader', [villageIds[0]!]);
  expect(await work(leader, 0)).toEqual([]);
  expect(await work(leader, 3)).toEqual([['report-due', 1]]);
  expect(await work(leader, 4)).toEqual([['report-overdue', 1]]);
  expect(await work(officerOf(communeId), 4)).toEqual([['report-overdue', 3]]);
  await send(periodId, teamIds[0]!);
  expect(await work(leader, 4)).toEqual([]);
  expect(await work(officerOf(communeId), 4)).toEqual([
    ['report-overdue', 2],
    ['report-to-verify', 1],
  ]);
});

test('who may judge is told of what waits to be verified and accepted, others are not', async () => {
  const { communeId, teamIds, periodId } = await aCommune();
  const officer = officerOf(communeId);
  const { id } = await send(periodId, teamIds[0]!);
  await service.call(verifyReports, { reports: [{ id, version: 1 }] }, officer);
  expect(await work(officer, 4)).toContainEqual(['report-to-accept', 1]);
  const other = await aCommune();
  expect(await work(officerOf(other.communeId), 4)).toEqual([['report-overdue', 3]]);
  expect(await work(someone('auditor'), 4)).toEqual([]);
});
