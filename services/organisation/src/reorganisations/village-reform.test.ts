import {
  beginDraft,
  discardDraft,
  getCoverage,
  getDraft,
  getJobEffects,
  getReorganisation,
  getUnitHistory,
  listInstruments,
  reorganise,
  undoReorganisation,
} from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ofThree } from '../criteria/test-criteria.ts';
import { norms } from '../norms/test-norm.ts';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const upload = importing(service);
const { unit, decision } = territory(service);
const { adopted } = norms(service);

const [eve, on] = ['2026-06-30', '2026-07-01'];
const options = { validFrom: on, list: 'test' };

/** A commune with so many villages, and its code. */
async function commune(name: string, villages: string[], kind: 'xã' | 'phường' = 'xã') {
  const province = await unit('province', `Tỉnh của ${name}`);
  const id = await unit('commune', name, province, { kind });
  for (const village of villages) {
    const own = await unit('village', village, id, {
      kind: kind === 'xã' ? 'thôn' : 'tổ dân phố',
    });
    await service.db.query(
      `insert into unit_figure (unit_id, kind, measured_on, value, source)
       values ($1, 'households', '2026-01-01', 101, 'thử')`,
      [own],
    );
  }
  return { id, code: id.slice(0, 13), province };
}

const head = 'Cấp,Mã xã,Tên cũ,Tên mới,Tỷ lệ,Số nghị quyết,Ngày nghị quyết,Cơ quan ban hành\n';
const file = (...rows: string[]) => ({
  name: 'thôn 2026.csv',
  bytes: new TextEncoder().encode(head + rows.join('\n')),
});

test('one file is one act, by the resolution of each commune', async () => {
  const one = await commune('Lục Sơn', ['Đông', 'Tây', 'Nam']);
  const two = await commune('Bảo Đài', ['Thượng', 'Hạ']);
  const rows = [
    `thôn,${one.code},Đông,Thôn Đông Tây,,05/NQ-HĐND,25/6/2026,`,
    `thôn,${one.code},Tây,Thôn Đông Tây,,05/NQ-HĐND,25/6/2026,`,
    `thôn,${two.code},Thượng,Thôn Hợp Nhất,,11/NQ-HĐND,26/6/2026,HĐND xã Bảo Đài khóa I`,
    `thôn,${two.code},Hạ,Thôn Hợp Nhất,,11/NQ-HĐND,26/6/2026,HĐND xã Bảo Đài khóa I`,
  ];
  const checked = await upload('reorganisations', file(...rows), options, { dryRun: true });
  expect(checked).toMatchObject({ status: 'succeeded', counts: { founded: 2, ended: 4 } });
  const { effects } = await service.call(getJobEffects, { id: checked.id });
  const counts = effects!.communes!.map(({ unit: { name }, was, becomes }) => [name, was, becomes]);
  expect(counts).toEqual([
    ['Bảo Đài', 2, 1],
    ['Lục Sơn', 3, 2],
  ]);
  expect(effects!.decisions.map(({ what, unit: { name } }) => `${what} ${name}`)).toEqual([
    'quota-decision-due Bảo Đài',
    'quota-decision-due Lục Sơn',
  ]);

  const job = await upload('reorganisations', file(...rows), options);
  expect(job).toMatchObject({ status: 'succeeded', errors: 0 });
  const id = job.id.split('.').at(-1)!;
  expect(await service.call(getReorganisation, { id })).toMatchObject({
    instrumentNumber: '05/NQ-HĐND',
    effects,
  });
  const told = (await service.call(getUnitHistory, { id: two.id })).items;
  expect(told.filter(({ what }) => what === 'below-changed')).toMatchObject([
    {
      on,
      instrumentNumber: '11/NQ-HĐND',
      below: { level: 'village', before: 2, after: 1, came: 1, went: 2 },
    },
  ]);
  const { items } = await service.call(listInstruments, { q: 'NQ-HĐND', limit: 50 });
  expect(items.map(({ number, issuer, territory: of }) => [number, issuer, of])).toEqual(
    expect.arrayContaining([
      ['05/NQ-HĐND', 'HĐND xã Lục Sơn', [one.id]],
      ['11/NQ-HĐND', 'HĐND xã Bảo Đài khóa I', [two.id]],
    ]),
  );
  const villages = async (day: string, within: string) =>
    (await service.call(getCoverage, { on: day, within, level: 'commune' })).total.villages;
  expect(await villages(eve, one.province)).toBe(3);
  expect(await villages(on, one.province)).toBe(2);
  expect(await service.call(undoReorganisation, { id })).toMatchObject({ status: 'undone' });
  expect(await villages(on, one.province)).toBe(3);
});

test('a commune with two resolutions and a pair named twice are refused at their rows', async () => {
  const { code } = await commune('Tân Yên', ['Một', 'Hai', 'Ba']);
  const job = await upload(
    'reorganisations',
    file(
      `thôn,${code},Một,Thôn Mới,,01/NQ-HĐND,25/6/2026,`,
      `thôn,${code},Hai,Thôn Mới,,02/NQ-HĐND,25/6/2026,`,
      `thôn,${code},Một,Thôn Mới,,01/NQ-HĐND,25/6/2026,`,
      `thôn,${code},Bốn,Thôn Mới,,01/NQ-HĐND,,`,
    ),
    options,
  );
  expect(job.status).toBe('rejected');
  expect(job.problems.map(({ code: what, at }) => [what, at?.replace(/.*!/, '')])).toEqual(
    expect.arrayContaining([
      ['commune-has-two-resolutions', expect.stringContaining('3')],
      ['pair-repeated', expect.stringContaining('4')],
      ['value-missing', expect.stringContaining('5')],
    ]),
  );
});

test('a thôn under a phường is asked about, and a small village is shown', async () => {
  const { code } = await commune('Chũ', ['Một', 'Hai', 'Ba'], 'phường');
  const instrumentId = await decision(undefined, '2026-06-01');
  const { status, problems, id } = await upload(
    'reorganisations',
    file(`thôn,${code},Một,Thôn Mới,,,,`, `thôn,${code},Hai,Tổ dân phố Lớn,,,,`),
    { ...options, instrumentId },
    { dryRun: true },
  );
  expect(status).toBe('succeeded');
  expect(problems).toMatchObject([
    { code: 'village-kind-unusual', severity: 'warning', unit: 'Thôn Mới' },
  ]);
  const { effects } = await service.call(getJobEffects, { id });
  expect(effects!.decisions.filter(({ what }) => what === 'village-below-standard')).toMatchObject([
    { unit: { name: 'Lớn' }, count: 101 },
    { unit: { name: 'Mới' }, count: 101 },
  ]);
});

test('households of a divided village are added up before they are rounded', async () => {
  const { code, province } = await commune('Lạng', ['Một', 'Hai', 'Ba']);
  const instrumentId = await decision(undefined, '2026-06-01');
  const rows = ['Một', 'Hai', 'Ba'].flatMap((old) => [
    `thôn,${code},${old},Thôn Trên,"0,5",,,`,
    `thôn,${code},${old},Thôn Dưới,"0,5",,,`,
  ]);
  const job = await upload('reorganisations', file(...rows), { ...options, instrumentId });
  expect(job.status).toBe('succeeded');
  const [{ total }] = await service.db.query(
    `select sum(value)::int as total from unit_figure
      where measured_on = $1 and kind = 'households'
        and unit_id in (select id from unit_below(array[$2]::uuid[], $1))`,
    [on, province],
  );
  expect(Math.abs(total - 303)).toBeLessThanOrEqual(1);
});

test('a file without a resolution or an instrument is refused before anything is looked at', async () => {
  const { code } = await commune('Không', ['Một']);
  const job = await upload('reorganisations', file(`thôn,${code},Một,Thôn Mới,,,,`), options);
  expect(job).toMatchObject({ status: 'rejected', problems: [{ code: 'invalid-input' }] });
});

/** Criteria in force of three members a team, and a file that joins two of a commune's three villages. */
async function joining(name: string) {
  const place = await commune(name, ['Một', 'Hai', 'Ba']);
  await adopted(ofThree, [place.province], '2026-01-01');
  const instrumentId = await decision(undefined, '2026-06-01');
  const rows = ['Một', 'Hai'].map((old) => `thôn,${place.code},${old},Thôn Mới,,,,`);
  return { ...place, instrumentId, rows };
}

test('the check of a file tells the norms on the new map, and writes nothing', async () => {
  const { instrumentId, rows, province, code } = await joining('Định Mức');
  const shared = [`thôn,${code},Ba,Thôn Trên,"0,7",,,`, `thôn,${code},Ba,Thôn Dưới,"0,3",,,`];
  const sent = file(...rows, ...shared);
  const checked = await upload(
    'reorganisations',
    sent,
    { ...options, instrumentId },
    { dryRun: true },
  );
  const { effects, touched } = await service.call(getJobEffects, { id: checked.id });
  const sides = { was: { teams: 3, members: 9 }, becomes: { teams: 3, members: 9 } };
  expect(effects!.norms).toMatchObject({ communes: [{ unit: { name: 'Định Mức' }, ...sides }] });
  expect(effects!.norms!.total).toEqual({ ...sides, decided: { teams: null, members: null } });
  expect(effects!.divided).toMatchObject([
    { unit: { name: 'Ba' }, into: [{ unit: { name: 'Trên' }, share: 0.7 }, { share: 0.3 }] },
  ]);
  expect(touched).toHaveLength(3);
  const { total } = await service.call(getCoverage, { on, within: province, level: 'commune' });
  expect([total.villages, total.teams.norm]).toEqual([3, 3]);
});

test('the trial of an act that is written down tells the norms on the new map too', async () => {
  const { id: communeId, instrumentId } = await joining('Gõ Tay');
  const [one, two] = await service.db.query(
    `select v.unit_id as id from unit_version v join unit_parent p using (unit_id)
      where p.parent_id = $1 and v.name in ('Một', 'Hai')`,
    [communeId],
  );
  const successorId = randomUUID();
  const named = { kind: 'thôn' as const, list: 'test', name: 'Mới' };
  const { effects } = await service.call(reorganise, {
    ...{ id: randomUUID(), on, instrumentId, title: 'Sáp nhập hai thôn', dryRun: true },
    founded: [{ ...named, id: successorId, level: 'village', code: 'mới', parentId: communeId }],
    ended: [one.id, two.id],
    lineage: [one, two].map(({ id }) => ({ predecessorId: id, successorId, share: 1 })),
    ...{ changed: [], undecided: 'refuse', outlines: 'none' },
  });
  expect(effects.norms).toMatchObject({
    communes: [
      {
        unit: { name: 'Gõ Tay' },
        was: { teams: 3, members: 9 },
        becomes: { teams: 2, members: 6 },
        decided: { teams: null, members: null },
      },
    ],
  });
});

test('an act begins one draft, filled from the new norms, until it is put aside', async () => {
  const { id: communeId, instrumentId, rows, province } = await joining('Dự Thảo');
  const other = await unit('commune', 'Không đổi', province);
  const job = await upload('reorganisations', file(...rows), { ...options, instrumentId });
  const id = job.id.split('.').at(-1)!;
  const due = async () => (await service.call(getReorganisation, { id })).due;
  expect(await due()).toMatchObject({ unit: { id: province }, communes: 1, draftId: null });
  const note = 'Sắp xếp đơn vị theo 05/NQ-HĐND';
  const begin = () =>
    service.call(beginDraft, {
      ...{ id: randomUUID(), unitId: province, title: 'Giao số lượng', issuer: 'UBND tỉnh' },
      ...{ effectiveFrom: on, start: { from: 'reorganisation', reorganisationId: id, note } },
    } as never);
  const [first, second] = await Promise.all([begin(), begin()]);
  expect(second.id).toBe(first.id);
  expect((await due())!.draftId).toBe(first.id);
  const draft = await service.call(getDraft, { id: first.id });
  expect(draft).toMatchObject({ status: 'draft', number: null, signedOn: null });
  expect(draft.lines).toMatchObject([
    { unitId: communeId, villages: 2, teams: 2, members: 6, norm: { teams: 2, members: 6 }, note },
  ]);
  expect(draft.lines.map(({ unitId }) => unitId)).not.toContain(other);

  await service.call(discardDraft, { id: first.id });
  expect((await due())!.draftId).toBeNull();
  expect((await begin()).id).not.toBe(first.id);
  await service.call(undoReorganisation, { id });
  expect(await due()).toBeNull();
  await expect(begin()).rejects.toMatchObject({ body: { type: 'reorganisation-was-undone' } });
});
