import {
  decideConsolidation,
  dissolveTeam,
  listConsolidationDecisions,
  listConsolidations,
  listTeams,
  reorganise,
  undoConsolidation,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { organisation } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(organisation);
const { unit, decision, team } = territory(service);
const [on, day] = ['2026-07-01', '2026-10-01'];

/** Two villages with a team each become one, twice over. */
async function joined() {
  const province = await unit('province', 'Bắc Ninh');
  const commune = await unit('commune', 'Lục Sơn', province);
  const groups = [];
  for (const name of ['Đông', 'Tây']) {
    const old = [
      await unit('village', `${name} 1`, commune),
      await unit('village', `${name} 2`, commune),
    ];
    const teams = [
      await team([old[0]!], { name: `Tổ ${name} 1` }),
      await team([old[1]!], { name: `Tổ ${name} 2` }),
    ];
    groups.push({ name, old, teams: teams as [string, string], id: randomUUID() });
  }
  await service.call(reorganise, {
    id: randomUUID(),
    on,
    title: 'Thôn 2026',
    instrumentId: await decision(undefined, '2026-06-20'),
    founded: groups.map(({ id, name }) => ({
      ...{ id, level: 'village', kind: 'thôn', list: 'village', code: id.slice(0, 8), name },
      parentId: commune,
    })),
    ended: groups.flatMap(({ old }) => old),
    lineage: groups.flatMap(({ id, old }) =>
      old.map((predecessorId) => ({ predecessorId, successorId: id, share: 1 })),
    ),
  } as Input<typeof reorganise>);
  const basedOn = await decision(undefined, '2026-09-01');
  const paper = { number: randomUUID().slice(0, 8), signedOn: '2026-09-28', basedOn };
  const [east, west] = groups as [(typeof groups)[number], (typeof groups)[number]];
  return { province, commune, east, west, paper };
}

type Command = Partial<Input<typeof decideConsolidation>>;
const decide = (command: Command, who?: ReturnType<typeof someone>) =>
  service.call(
    decideConsolidation,
    { id: randomUUID(), on: day, ...command } as Input<typeof decideConsolidation>,
    who,
  );
const waiting = async (within: string, when = day) =>
  (await service.call(listConsolidations, { on: when, within, limit: 50 })).total;
const names = async (within: string, when = day) =>
  (await service.call(listTeams, { on: when, within, limit: 50 })).items
    .map(({ name }) => name)
    .sort();

test('one decision ends the sharing of a whole commune, with the choices of the members', async () => {
  const { province, commune, east, west, paper } = await joined();
  const founded = {
    id: randomUUID(),
    code: randomUUID().slice(0, 8),
    name: 'Tổ bảo vệ ANTT thôn Tây',
  };
  const groups = [
    {
      teamIds: east.teams,
      into: { id: east.teams[0], name: 'Tổ bảo vệ ANTT thôn Đông' },
      choices: [{ teamId: east.teams[1], continuing: 2, leaving: 1, note: 'một người xin thôi' }],
    },
    { teamIds: west.teams, into: founded, choices: [] },
  ];
  expect(await waiting(province)).toBe(2);
  const command = { id: randomUUID(), communeId: commune, decision: paper, groups };
  const checked = await decide({ ...command, dryRun: true });
  expect(checked).toMatchObject({ warnings: [], number: paper.number });
  expect(await waiting(province)).toBe(2);

  const done = await decide(command);
  expect(done).toEqual(checked);
  expect(done.groups).toMatchObject([
    {
      into: { name: 'Tổ bảo vệ ANTT thôn Đông' },
      ended: [{ id: east.teams[1], name: 'Tổ Đông 2' }],
    },
    { into: { id: founded.id }, ended: [expect.anything(), expect.anything()] },
  ]);
  expect(done.groups[0]!.choices).toEqual(groups[0]!.choices);
  expect(await waiting(province)).toBe(0);
  expect(await names(province)).toEqual(['Tổ bảo vệ ANTT thôn Tây', 'Tổ bảo vệ ANTT thôn Đông']);
  expect(await names(province, on)).toHaveLength(4);
  // Twice is once.
  expect(await decide(command)).toEqual(done);
  const { items } = await service.call(listConsolidationDecisions, {
    on: day,
    within: province,
    limit: 9,
  });
  expect(items).toHaveLength(1);
});

test('a decision is undone without a trace while nothing stands on it', async () => {
  const { province, commune, east, paper } = await joined();
  const tables = async () =>
    service.db.query('select teams_as_they_are($1) as teams', [[...east.teams]]);
  const before = await tables();
  const command = {
    communeId: commune,
    decision: paper,
    groups: [{ teamIds: east.teams, into: { id: east.teams[0], name: 'Tổ Đông' }, choices: [] }],
  };
  const { id } = await decide(command);
  expect(await tables()).not.toEqual(before);
  expect(await service.call(undoConsolidation, { id })).toMatchObject({ status: 'undone' });
  expect(await tables()).toEqual(before);
  expect(await waiting(province)).toBe(2);
  expect(await service.call(undoConsolidation, { id })).toMatchObject({ status: 'undone' });

  await expect(decide({ ...command, id })).rejects.toMatchObject({
    body: { type: 'consolidation-was-undone' },
  });
  const again = await decide(command);
  const chair = { number: '9/QĐ', signedOn: '2026-11-01', basedOn: null };
  await service.call(dissolveTeam, {
    id: east.teams[0],
    dissolvedOn: '2026-11-02',
    decision: chair,
  });
  await expect(service.call(undoConsolidation, { id: again.id })).rejects.toMatchObject({
    body: { type: 'consolidation-has-followers' },
  });
});

test('a provincial decision of before the event is a warning that has to be accepted (law BR-86)', async () => {
  const { commune, east, paper } = await joined();
  const old = { ...paper, basedOn: await decision(undefined, '2025-07-01') };
  const groups = [{ teamIds: east.teams, into: { id: east.teams[0] }, choices: [] }];
  const command = { communeId: commune, decision: old, groups };
  const { warnings } = await decide({ ...command, dryRun: true });
  expect(warnings).toMatchObject([{ rule: 'decision-before-village-event', on }]);
  await expect(decide(command)).rejects.toMatchObject({ body: { type: 'team-rule-not-accepted' } });
  const accept = ['decision-before-village-event' as const];
  expect(await decide({ ...command, accept, reason: 'tỉnh chưa ban hành' })).toMatchObject({
    status: 'applied',
  });
});

test('communes of one name may number their decisions alike, in a dry run as in earnest', async () => {
  const [one, two] = [await joined(), await joined()];
  const commandOf = ({ commune, east }: typeof one) => ({
    communeId: commune,
    decision: one.paper,
    groups: [{ teamIds: east.teams, into: { id: east.teams[0], name: 'Tổ Đông' }, choices: [] }],
  });
  await decide(commandOf(one));
  const checked = await decide({ ...commandOf(two), dryRun: true });
  expect(checked).toMatchObject({ warnings: [], number: one.paper.number });
  expect(await waiting(two.province)).toBe(2);
  expect(await decide(commandOf(two))).toMatchObject({ status: 'applied' });
  expect(await waiting(two.province)).toBe(1);
});

test('a decision that contradicts itself, or reaches into another commune, is refused whole', async () => {
  const [mine, other] = [await joined(), await joined()];
  const { communeId, decision: paper } = { communeId: mine.commune, decision: mine.paper };
  const east = { teamIds: mine.east.teams, into: { id: mine.east.teams[0] }, choices: [] };
  const refused = (groups: Command['groups'], path: string, message: string) =>
    expect(decide({ communeId, decision: paper, groups: groups! })).rejects.toMatchObject({
      body: { type: 'invalid-input', errors: [{ path, message }] },
    });
  await refused(
    [east, { ...east, into: { id: randomUUID() } }].map((group, n) => ({
      ...group,
      teamIds: n ? [mine.west.teams[0], mine.east.teams[1]] : group.teamIds,
    })),
    'groups.1.teamIds',
    'twice',
  );
  const choice = { teamId: mine.west.teams[0], continuing: 1, leaving: 0, note: '' };
  await refused([{ ...east, choices: [choice] }], 'groups.0.choices', 'of-another-team');
  const abroad = { teamIds: other.east.teams, into: { id: other.east.teams[0] }, choices: [] };
  await refused([abroad], 'groups.0.teamIds', 'of-another-commune');
  expect(await waiting(mine.province)).toBe(2);
});

test('an officer decides for the own commune alone', async () => {
  const { commune, east, paper } = await joined();
  const groups = [{ teamIds: east.teams, into: { id: east.teams[0] }, choices: [] }];
  const elsewhere = someone('commune-officer', [(await joined()).commune]);
  await expect(
    decide({ communeId: commune, decision: paper, groups }, elsewhere),
  ).rejects.toMatchObject({ body: { type: 'outside-area' } });
});
