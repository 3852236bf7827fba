import { createAccount, endGrant, grantRole, type Role } from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { wholeArea } from '../areas/whole-area.ts';
import { identity } from '../service.ts';
import { organisation, unit } from '../test-organisation.ts';
import { factsAbout, people } from '../test-people.ts';

const service = useService(identity, organisation);
const { account, area, signIn, principalOf } = people(service);

const problem = (type: string, members = {}) => ({ body: { type, ...members } });

const province = unit('Bắc Giang');
const district = unit('Lục Ngạn', province);
const other = unit('Sơn Động', province);
const commune = unit('Phì Điền', district);

function grant(accountId: string, areaId: string, role: Role, from = '2024-07-01') {
  return { id: randomUUID(), accountId, areaId, role, from, to: null as string | null };
}

test('a role holds from its first day up to the day it ends', async () => {
  const { id, username } = await account();
  const { accessToken } = await signIn(username);
  const rolesNow = async () => (await principalOf(accessToken)).grants.map(({ role }) => role);
  const tomorrow = grant(id, wholeArea.id, 'auditor', addDays(today(), 1));
  const now = grant(id, wholeArea.id, 'finance-officer', today());
  await service.call(grantRole, tomorrow);
  await service.call(grantRole, now);
  expect(await rolesNow()).toEqual(['finance-officer']);
  await service.call(endGrant, { id: now.id, accountId: id, to: addDays(today(), 1) });
  expect(await rolesNow()).toEqual(['finance-officer']);
  await service.call(endGrant, { id: now.id, accountId: id, to: today() });
  expect(await rolesNow()).toEqual([]);
  const told = (await factsAbout(service, id)).map(({ what, why }) => what ?? why);
  expect(told.slice(1)).toEqual([
    ...['granted', 'roles', 'granted', 'roles'],
    ...['grant-ended', 'roles', 'grant-ended', 'roles'],
  ]);
});

test('the log says which role, where and for which days an account was given, and until when it ended', async () => {
  const { id } = await account();
  const areaId = await area(commune);
  const given = grant(id, areaId, 'area-officer', '2024-08-01');
  await service.call(grantRole, given);
  await service.call(endGrant, { id: given.id, accountId: id, to: '2025-07-01' });
  const told = (await factsAbout(service, id)).filter(({ event }) => event === 'account-changed');
  const said = {
    event: 'account-changed',
    accountId: id,
    grantId: given.id,
    role: 'area-officer',
    areaId,
    areaName: `Khu vực ${areaId}`,
    from: '2024-08-01',
  };
  expect(told).toEqual([
    { ...said, what: 'granted', to: null },
    { ...said, what: 'grant-ended', to: '2025-07-01' },
  ]);
});

test('the same grant twice is one, on overlapping days it is refused', async () => {
  const { id } = await account();
  const first = grant(id, wholeArea.id, 'auditor');
  await service.call(grantRole, first);
  const again = await service.call(grantRole, first);
  expect(again.grants).toHaveLength(1);
  await expect(
    service.call(grantRole, grant(id, wholeArea.id, 'auditor', today())),
  ).rejects.toMatchObject(problem('grant-is-held-once-a-day', { status: 409 }));
  await expect(service.call(grantRole, { ...first, role: 'team-leader' })).rejects.toMatchObject(
    problem('id-reused', { field: 'role' }),
  );
});

test('forty grants of one role at once leave one', async () => {
  const { id } = await account();
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => service.call(grantRole, grant(id, wholeArea.id, 'auditor'))),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a grant that never began is taken back altogether', async () => {
  const { id } = await account();
  const planned = grant(id, wholeArea.id, 'auditor', addDays(today(), 10));
  await service.call(grantRole, planned);
  const after = await service.call(endGrant, { id: planned.id, accountId: id, to: today() });
  expect(after.grants).toMatchObject([{ from: planned.from, to: planned.from }]);
  await expect(
    service.call(endGrant, { id: planned.id, accountId: id, to: addDays(today(), 99) }),
  ).rejects.toMatchObject(problem('invalid-input'));
  await service.call(grantRole, { ...planned, id: randomUUID() });
});

test('what is missing is named', async () => {
  const { id } = await account();
  await expect(
    service.call(grantRole, grant(randomUUID(), wholeArea.id, 'auditor')),
  ).rejects.toMatchObject(problem('account-not-found'));
  await expect(service.call(grantRole, grant(id, randomUUID(), 'auditor'))).rejects.toMatchObject(
    problem('area-not-found'),
  );
  await expect(
    service.call(endGrant, { id: randomUUID(), accountId: id, to: today() }),
  ).rejects.toMatchObject(problem('grant-not-found'));
});

test('an administrator of an area gives roles inside it and nowhere else', async () => {
  const [mine, far] = [await area(commune), await area(other)];
  const officer = someone('provincial-administrator', [district]);
  const { id } = await account({}, { role: 'team-leader', areaId: mine });
  const give = (areaId: string, role: Role) =>
    service.call(grantRole, grant(id, areaId, role), officer);
  expect((await give(mine, 'commune-officer')).grants).toContainEqual(
    expect.objectContaining({ areaId: mine, role: 'commune-officer' }),
  );
  for (const beyond of [far, wholeArea.id, await area(commune, other), await area(province)]) {
    await expect(give(beyond, 'commune-officer')).rejects.toMatchObject(
      problem('grant-beyond-own-area', { status: 403, areaId: beyond }),
    );
  }
});

test('an area that reaches beyond the own one on any day, past or future, is refused', async () => {
  const [pastElsewhere, futureElsewhere] = [
    await area({ unitId: other, from: '2024-01-01', to: '2025-07-01' }, commune),
    await area(commune, { unitId: other, from: addDays(today(), 40), to: null }),
  ];
  const officer = someone('provincial-administrator', [district]);
  const { id } = await account({}, { role: 'team-leader', areaId: await area(commune) });
  for (const areaId of [pastElsewhere, futureElsewhere]) {
    await expect(
      service.call(grantRole, grant(id, areaId, 'team-leader'), officer),
    ).rejects.toMatchObject(problem('grant-beyond-own-area'));
  }
});

test('an own area that ends some day gives nothing beyond that day', async () => {
  const soon = addDays(today(), 5);
  const officer = someone('provincial-administrator', [
    { unitId: district, from: '2024-01-01', to: soon },
  ]);
  const { id } = await account({}, { role: 'team-leader', areaId: await area(commune) });
  const [open, ending] = [
    await area(commune),
    await area({ unitId: commune, from: '2024-01-01', to: soon }),
  ];
  const admin = someone('provincial-administrator');
  await expect(
    service.call(grantRole, grant(id, open, 'team-leader'), officer),
  ).rejects.toMatchObject({ body: { status: 403 } });
  const { grants } = await service.call(grantRole, grant(id, ending, 'team-leader'), admin);
  expect(grants).toContainEqual(expect.objectContaining({ areaId: ending, role: 'team-leader' }));
});

test('nobody gives a role with permissions they do not hold there', async () => {
  const mine = await area(commune);
  const { id } = await account({}, { role: 'team-leader', areaId: mine });
  for (const role of ['auditor', 'area-officer', 'commune-officer'] as const) {
    await expect(
      service.call(grantRole, grant(id, mine, 'team-leader'), someone(role)),
    ).rejects.toMatchObject({ body: { status: 403 } });
  }
  // audits everywhere, administers one district: the two do not add up to an auditor elsewhere
  const officer = someone('provincial-administrator', [district]);
  const twoRoles = { ...officer, grants: [...officer.grants, ...someone('auditor').grants] };
  const give = (areaId: string) => service.call(grantRole, grant(id, areaId, 'auditor'), twoRoles);
  expect((await give(mine)).grants).toContainEqual(
    expect.objectContaining({ areaId: mine, role: 'auditor' }),
  );
  await expect(give(wholeArea.id)).rejects.toMatchObject(problem('grant-beyond-own-area'));
});

test('a new account is given nothing beyond the own area, and then is not made at all', async () => {
  const officer = someone('provincial-administrator', [district]);
  const command = (areaIds: string[]) => ({
    id: randomUUID(),
    username: `vuot-${randomUUID().slice(0, 8)}`,
    fullName: 'Phạm Văn Minh Họa',
    phone: '',
    grants: areaIds.map((areaId) => ({
      role: 'provincial-administrator' as const,
      areaId,
      from: '2024-07-01',
      to: null,
    })),
  });
  const inside = await area(commune);
  expect(
    (await service.call(createAccount, command([inside]), officer)).account.grants,
  ).toMatchObject([{ areaId: inside, role: 'provincial-administrator' }]);
  const beyond = command([inside, wholeArea.id]);
  await expect(service.call(createAccount, beyond, officer)).rejects.toMatchObject(
    problem('grant-beyond-own-area'),
  );
  expect(await factsAbout(service, beyond.id)).toEqual([]);
});

test('nobody gives roles to the own account nor ends them', async () => {
  const { id, username } = await account({}, { role: 'provincial-administrator' });
  const me = await principalOf((await signIn(username)).accessToken);
  await expect(
    service.call(grantRole, grant(id, wholeArea.id, 'finance-officer'), me),
  ).rejects.toMatchObject(problem('own-account'));
  await expect(
    service.call(endGrant, { id: randomUUID(), accountId: id, to: today() }, me),
  ).rejects.toMatchObject(problem('own-account'));
});
