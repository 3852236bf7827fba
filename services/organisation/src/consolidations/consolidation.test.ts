import {
  getCoverage,
  listCommuneConsolidations,
  listConsolidations,
  listGaps,
  listWork,
  reorganise,
  setConsolidationTerm,
  setQuota,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { TeamEntity, TeamVillageEntity } from '../teams/team.entity.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision } = territory(service);

const [eve, on, later] = ['2026-06-30', '2026-07-01', '2026-09-01'];

async function team(code: string, villageIds: string[], foundedOn = '2024-08-01') {
  const id = randomUUID();
  const named = { code: `${code}-${id.slice(0, 6)}`, name: `Tổ ${code}`, searchKey: '' };
  const paper = { decisionNumber: '', decisionSignedOn: null };
  await service.given(TeamEntity, { id, ...named, foundedOn, dissolvedOn: null, ...paper });
  for (const villageId of villageIds) {
    const dated = { teamId: id, villageId, validFrom: foundedOn, validTo: null };
    await service.given(TeamVillageEntity, dated);
  }
  return id;
}

/** A commune of six villages and five teams (one of two villages), of which villages 1+2+3 and 5+6 are joined. */
async function joined() {
  const province = await unit('province', 'Bắc Ninh');
  const commune = await unit('commune', 'Lục Sơn', province);
  const villages: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6]) villages.push(await unit('village', `Thôn ${n}`, commune));
  const [v1, v2, v3, v4, v5, v6] = villages as [string, string, string, string, string, string];
  const teams = {
    one: await team('1', [v1]),
    pair: await team('2', [v2, v3], '2024-09-01'),
    four: await team('4', [v4]),
    five: await team('5', [v5]),
    six: await team('6', [v6], '2025-01-01'),
  };
  const quota = async (members: number, validFrom: string, teams = 5) => {
    const instrumentId = await decision(undefined, validFrom);
    const figures = { teams, members, validFrom };
    const command = { id: randomUUID(), unitId: commune, instrumentId, ...figures };
    await service.call(setQuota, command as Input<typeof setQuota>);
  };
  await quota(17, '2024-07-01');
  const begun = (name: string) => ({
    id: randomUUID(),
    level: 'village' as const,
    kind: 'thôn' as const,
    list: 'village',
    code: randomUUID().slice(0, 8),
    name,
    parentId: commune,
  });
  const [east, west] = [begun('Đông'), begun('Tây')];
  const whole = (successorId: string, ...ids: string[]) =>
    ids.map((predecessorId) => ({ predecessorId, successorId, share: 1 }));
  await service.call(reorganise, {
    id: randomUUID(),
    on,
    title: 'Thôn 2026',
    instrumentId: await decision(`NQ-${randomUUID()}`, '2026-06-20'),
    founded: [east, west],
    ended: [v1, v2, v3, v5, v6],
    lineage: [...whole(east.id, v1, v2, v3), ...whole(west.id, v5, v6)],
  } as Input<typeof reorganise>);
  return { province, commune, teams, east, west, quota };
}

const groups = async (day: string, within: string, who?: ReturnType<typeof someone>) =>
  (await service.call(listConsolidations, { on: day, within, limit: 100 }, who)).items.sort(
    (a, b) => a.villages[0]!.name.localeCompare(b.villages[0]!.name),
  );

test('teams of joined villages stay, and wait together from the day of the act', async () => {
  const { province, commune, teams } = await joined();
  expect(await groups(eve, province)).toEqual([]);
  const [west, east] = (await groups(on, province)).sort((a, b) =>
    b.villages[0]!.name.localeCompare(a.villages[0]!.name),
  );
  expect(east).toMatchObject({
    commune: { id: commune, name: 'Lục Sơn' },
    villages: [{ name: 'Đông', kind: 'thôn' }],
    since: on,
    act: { title: 'Thôn 2026' },
    step: 'provincial-decision',
    basis: null,
    until: null,
    overdue: false,
    proposal: { teamId: teams.pair, name: 'Tổ bảo vệ ANTT thôn Đông' },
  });
  expect(east!.teams.map(({ id, villages }) => [id, villages])).toEqual([
    [teams.one, 1],
    [teams.pair, 2],
  ]);
  // 17 members of five teams: the first two by code have one more.
  expect(east!.teams.map(({ share }) => share)).toEqual([4, 4]);
  expect(west!.proposal).toEqual({ teamId: teams.five, name: 'Tổ bảo vệ ANTT thôn Tây' });
  expect(west!.teams.map(({ share }) => share)).toEqual([3, 3]);
});

test('a provincial decision of after the event lets the chair decide, one of before does not (law BR-86)', async () => {
  const { province, quota } = await joined();
  await quota(12, later);
  expect(await groups(on, province)).toMatchObject([
    { step: 'provincial-decision' },
    { step: 'provincial-decision' },
  ]);
  expect(await groups(later, province)).toMatchObject([
    { step: 'chair-decision', basis: { signedOn: later } },
    { step: 'chair-decision' },
  ]);
});

test('teams that wait are no surplus before the term is over, and one after it (law BR-13, BR-85)', async () => {
  const { province, quota } = await joined();
  await quota(9, later, 3);
  await service.call(setConsolidationTerm, {
    ...{
      id: randomUUID(),
      unitId: province,
      endsOn: '2026-12-31',
      instrumentId: null,
      validFrom: on,
    },
  });
  const gaps = async (day: string) =>
    (await service.call(getCoverage, { on: day, within: province, level: 'commune' })).total.gaps;
  expect(await gaps('2026-12-31')).not.toContain('teams-over');
  expect(await gaps('2027-01-01')).toContain('teams-over');
  const listed = async (day: string) => {
    const question = { on: day, within: province, kind: 'teams-over' } as const;
    const { total } = await service.call(listGaps, question as never);
    const { total: due } = await service.call(listWork, { ...question, limit: 100 });
    return [total, due];
  };
  expect(await listed('2026-12-31')).toEqual([0, 0]);
  expect(await listed('2027-01-01')).toEqual([1, 1]);
});

test('after the last day that the province allows the state is a warning', async () => {
  const { province, commune } = await joined();
  const term = (unitId: string, endsOn: string, validFrom: string) =>
    service.call(setConsolidationTerm, {
      id: randomUUID(),
      unitId,
      endsOn,
      instrumentId: null,
      validFrom,
    });
  await term(province, '2026-09-30', on);
  const of = async (day: string) =>
    (await service.call(listCommuneConsolidations, { on: day, within: province })).items;
  expect(await of('2026-09-30')).toMatchObject([
    { waiting: 2, teams: 4, until: '2026-09-30', overdue: false },
  ]);
  expect(await of('2026-10-01')).toMatchObject([{ waiting: 2, overdue: true }]);
  // A commune's own term goes before the province's.
  await term(commune, '2026-12-31', '2026-10-01');
  expect(await of('2026-10-01')).toMatchObject([{ until: '2026-12-31', overdue: false }]);
  expect(await of('2026-09-30')).toMatchObject([{ until: '2026-09-30' }]);
  expect(await groups('2027-01-01', province)).toMatchObject([
    { overdue: true },
    { overdue: true },
  ]);
});

test('a term sent twice is set once; nobody sets one outside the own area', async () => {
  const { province } = await joined();
  const command = {
    id: randomUUID(),
    unitId: province,
    endsOn: '2026-12-31',
    instrumentId: null,
    validFrom: on,
  };
  expect(await service.call(setConsolidationTerm, command)).toEqual(command);
  expect(await service.call(setConsolidationTerm, command)).toEqual(command);
  await expect(
    service.call(setConsolidationTerm, { ...command, endsOn: '2027-01-31' }),
  ).rejects.toMatchObject({ body: { type: 'id-reused' } });
  const elsewhere = someone('provincial-administrator', [await unit('province', 'Lạng Sơn')]);
  await expect(
    service.call(setConsolidationTerm, { ...command, id: randomUUID() }, elsewhere),
  ).rejects.toMatchObject({ body: { type: 'outside-area' } });
});

test('an officer sees the teams of the own commune alone', async () => {
  const [mine, other] = [await joined(), await joined()];
  const officer = someone('commune-officer', [mine.commune]);
  expect(await groups(on, mine.province, officer)).toHaveLength(2);
  expect(await groups(on, other.province, officer)).toEqual([]);
  const { items } = await service.call(listConsolidations, { on, limit: 1 }, officer);
  expect(items).toHaveLength(1);
});
