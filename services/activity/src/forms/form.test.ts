import { type Form, getForm, listForms, setForm } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { copiedTerritory, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { indicatorsOf } from '../indicators/indicators-of.ts';
import { readReportKinds } from '../report-kinds/report-kind-file.ts';
import { activity } from '../service.ts';
import { codesOf, formFault } from './form.rules.ts';

const service = useService(activity);
const { unit } = copiedTerritory(service, '2020-01-01');

const item = (code: string) => ({
  ...{ code, mandatory: true, min: null, max: 100, outlierPercent: null },
});
const form = (
  unitId: string | null,
  codes: string[],
  changes: Partial<Form> = {},
): Input<typeof setForm> => ({
  ...{ id: randomUUID(), kindCode: 'LL-01', sender: 'team', unitId, certainty: null },
  ...{ citation: 'Hướng dẫn 3/HD-CAT ngày 02/01/2026', validFrom: '2026-02-01' },
  document: { groups: [{ name: 'Kết quả', nameEn: '', items: codes.map(item) }], checks: [] },
  ...changes,
});
const fault = (command: Input<typeof setForm>) =>
  service.call(setForm, command).then(
    () => null,
    ({ body }) => [body.type, body.fault, body.code],
  );

test('the shipped forms can be filled in by who they are for', async () => {
  for (const { document, sender, validFrom, kindCode } of readReportKinds().forms) {
    const indicators = await indicatorsOf(service.db.manager, { on: validFrom });
    const known = new Map(indicators.map((one) => [one.code, one]));
    expect([kindCode, sender, formFault(document, sender, known)]).toEqual([
      ...[kindCode, sender, null],
    ]);
  }
});

test('the force form asks a team for everything that a team reports itself', async () => {
  const { items } = await service.call(listForms, { on: '2026-01-01', kindCode: 'LL-01' });
  const asked = codesOf(items[0]!.document);
  const own = (await indicatorsOf(service.db.manager, { on: '2026-01-01', level: 'team' }))
    .filter(({ source, cycles }) => source === 'team' && cycles.includes('month'))
    .map(({ code }) => code);
  expect(asked.toSorted()).toEqual(own.toSorted());
  const { indicators } = await service.call(getForm, { id: items[0]!.id, on: '2026-01-01' });
  expect(indicators.map(({ code }) => code)).toEqual(asked);
});

test('a province lays down its own form from a day on, the others keep theirs', async () => {
  const [province, other] = [await unit('province', 'Bến Tre'), await unit('province', 'Long An')];
  const command = form(province, ['ND1.03', 'ND6.03.1']);
  const set = await service.call(setForm, command);
  expect(await service.call(setForm, command)).toEqual(set);
  const codes = async (within: string, on: string) => {
    const { items } = await service.call(listForms, { on, within, kindCode: 'LL-01' });
    return codesOf(items[0]!.document).length;
  };
  expect(await codes(province, '2026-02-01')).toBe(2);
  expect(await codes(province, '2026-01-31')).toBeGreaterThan(15);
  expect(await codes(other, '2026-02-01')).toBeGreaterThan(15);
  expect((await fault(form(province, ['ND1.03'])))![0]).toBe('form-has-one-version-a-day');
});

test('what nobody could fill in is refused by the indicator and the reason', async () => {
  const kind = 'form-cannot-be-filled-in';
  expect(await fault(form(null, ['XX9.01']))).toEqual([kind, 'unknown', 'XX9.01']);
  expect(await fault(form(null, ['ND1.03', 'ND1.03']))).toEqual([kind, 'twice', 'ND1.03']);
  // verified figures are not a team's to give, and what the platform reckons is nobody's
  expect(await fault(form(null, ['ND4.01']))).toEqual([kind, 'not-of-sender', 'ND4.01']);
  expect(await fault(form(null, ['TC.01']))).toEqual([kind, 'computed', 'TC.01']);
  const crossing = form(null, ['ND1.03']);
  crossing.document.groups[0]!.items[0]!.min = 200;
  expect(await fault(crossing)).toEqual([kind, 'bounds-cross', 'ND1.03']);
  const checked = form(null, ['ND1.03']);
  checked.document.checks = [
    { left: 'ND1.03', comparison: 'at-least', right: ['ND4.05'], severity: 'warn' },
  ];
  expect(await fault(checked)).toEqual([kind, 'checked-but-absent', 'ND4.05']);
  const [refused] = (await fault(form(null, ['ND2.04.1'], { sender: 'commune' })))!;
  expect(refused).toBe('report-kind-not-found');
});
