import {
  listAwardForms,
  listAwardRules,
  listCriticisms,
  listUnitStandings,
  recordCriticism,
  setAwardForm,
  setAwardRule,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { teamLog } from '../incidents/test-log.ts';
import { refusal } from '../reports/test-report.ts';
import { activity } from '../service.ts';
import { awarding } from './test-award.ts';

const service = useService(activity);
const { place } = teamLog(service);
const { stand, achievement, propose } = awarding(service);

test('standings are recorded by who lies over the unit, of class and safety each the latest', async () => {
  const { communeId, villageId, officer } = await place();
  const first = { movementClass: null, classNumber: null, classOn: null } as const;
  await stand(villageId, first, officer);
  const second = { safety: null, safetyNumber: null, safetyOn: null } as const;
  await stand(villageId, { ...second, movementClass: 'excellent' }, officer);
  const { items } = await service.call(
    listUnitStandings,
    { year: 2026, within: communeId, limit: 9 },
    officer,
  );
  expect(items).toMatchObject([
    {
      ...{ unitId: villageId, movementClass: 'excellent', safety: 'met', unitName: 'Chằm' },
      ...{ classNumber: '45/QĐ-BCĐ', safetyNumber: '44/QĐ-UBND', parentName: 'xã Tân Lập' },
    },
  ]);
  expect(await refusal(stand(communeId, {}, officer))).toMatchObject({
    type: 'unit-standing-of-ones-own',
  });
  expect(await refusal(stand(villageId, {}, (await place()).officer))).toMatchObject({
    type: 'unit-not-found',
  });
  // of a year that had not begun on the day of its decision
  expect(await refusal(stand(villageId, { year: 2027 }, officer))).toMatchObject({
    ...{ type: 'unit-standing-year-not-begun', year: 2027, on: '2026-05-20' },
  });
  expect(await refusal(stand(villageId, { safetyOn: '2100-01-01' }, officer))).toMatchObject({
    ...{ type: 'award-day-does-not-fit', day: '2100-01-01' },
  });
  expect(await refusal(stand(villageId, { ...first, ...second }))).toMatchObject({
    type: 'unit-standing-says-something',
  });
});

test('a province sets from a day on what a missing result means, with its source; others keep what ships', async () => {
  const [here, there] = [await place(), await place()];
  const rule: Input<typeof setAwardRule> = {
    ...{ id: randomUUID(), unitId: here.provinceId, certainty: null, citation: 'Hướng dẫn 12' },
    ...{ validFrom: '2026-06-01', mode: 'both', missing: 'warn', individuals: 'warn' },
  };
  await service.call(setAwardRule, rule);
  const rules = async (within: string, on: string) =>
    (await service.call(listAwardRules, { within, on })).items;
  expect(await rules(here.communeId, '2026-06-01')).toMatchObject([
    { mode: 'both', citation: 'Hướng dẫn 12' },
  ]);
  expect(await rules(here.communeId, '2026-05-31')).toMatchObject([{ mode: 'either' }]);
  expect(await rules(there.communeId, '2026-06-01')).toMatchObject([{ mode: 'either' }]);
  expect(await propose(achievement('team', here.teamId))).toMatchObject({
    findings: [{ severity: 'warn' }, { severity: 'warn' }],
  });
  const again = service.call(setAwardRule, { ...rule, id: randomUUID() });
  expect(await refusal(again)).toMatchObject({ type: 'award-rule-has-one-version-a-day' });
  expect(await refusal(service.call(setAwardRule, rule, here.officer))).toMatchObject({
    type: 'not-allowed',
  });
});

test('a province lays down who appraises a form, or does without it', async () => {
  const { provinceId, communeId, teamId, villageId } = await place();
  await stand(villageId);
  const forms = async (on: string) =>
    (await service.call(listAwardForms, { within: communeId, on })).items.map(({ code }) => code);
  const praise: Input<typeof setAwardForm> = {
    ...{ id: randomUUID(), code: 'praise', unitId: provinceId, name: 'Biểu dương', inUse: true },
    ...{ nameEn: 'Praise', citation: 'Quy chế 5/QC', certainty: null, validFrom: '2026-01-01' },
    ...{ kind: 'form', subjects: ['team'] },
    deciders: [
      { authority: 'commune-chair', appraisals: ['commune-police'], campaignAppraisals: [] },
    ],
  };
  await service.call(setAwardForm, praise);
  expect(await propose(achievement('team', teamId), { formCode: 'praise' })).toMatchObject({
    appraisals: ['commune-police'],
  });
  const end = { ...praise, id: randomUUID(), inUse: false, validFrom: '2026-09-01' };
  await service.call(setAwardForm, end);
  expect(await forms('2026-08-31')).toContain('praise');
  expect(await forms('2026-09-01')).not.toContain('praise');
});

test('reporting BR-77: criticism is recorded with its own document number, once', async () => {
  const { teamId, communeId, officer } = await place();
  const said: Input<typeof recordCriticism> = {
    ...{ id: randomUUID(), subject: 'team', subjectId: teamId, authority: 'commune-chair' },
    ...{ number: '31/TB-UBND', decidedOn: '2026-06-30', reason: 'Không thực hiện báo cáo' },
    roundId: null,
  };
  const recorded = await service.call(recordCriticism, said, officer);
  expect(recorded).toMatchObject({ number: '31/TB-UBND', unitName: 'xã Tân Lập' });
  expect(await service.call(recordCriticism, said, officer)).toEqual(recorded);
  const twice = service.call(recordCriticism, { ...said, id: randomUUID() }, officer);
  expect(await refusal(twice)).toMatchObject({ type: 'criticism-number-is-taken' });
  const question = { from: '2026-06-01', to: '2026-06-30', within: communeId, limit: 9 };
  expect(await service.call(listCriticisms, question, officer)).toMatchObject({
    ...{ total: 1, items: [{ id: said.id }] },
  });
  const above = { ...said, id: randomUUID(), authority: 'province-chair' as const };
  expect(await refusal(service.call(recordCriticism, above, officer))).toMatchObject({
    type: 'outside-area',
  });
  expect(await refusal(service.call(recordCriticism, said, someone('auditor')))).toMatchObject({
    type: 'not-allowed',
  });
});
