import { ownerOf } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { events, importKinds, operations, Permission, permissionsOf, problems } from './index.ts';

test('the review of messages leaves out no service', () => {
  // each has a messages.test.ts in its folder here
  const services = new Set(operations.map(ownerOf));
  expect([...services].sort()).toEqual(['activity', 'identity', 'organisation', 'personnel']);
});

test('a subject and a route are declared once', () => {
  const subjects = [...operations, ...events].map((message) => message.subject);
  const routes = operations.flatMap(({ http }) => (http ? [http] : []));
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(new Set(routes).size).toBe(routes.length);
});

test('every operation is allowed to somebody who exists', () => {
  const known = [...Permission.options, 'signed-in', 'everybody', 'services'];
  expect(operations.filter(({ allow }) => !known.includes(allow))).toEqual([]);
});

test('what only services may ask has no route', () => {
  expect(operations.filter(({ allow, http }) => allow === 'services' && http)).toEqual([]);
});

test('every permission is held by some role', () => {
  const held = new Set(Object.values(permissionsOf).flat());
  expect(Permission.options.filter((permission) => !held.has(permission))).toEqual([]);
});

test('only roles that write units, quotas or accounts hold the permission (Law 30/2023/QH15 Art. 14)', () => {
  const holders = (permission: Permission) =>
    Object.entries(permissionsOf)
      .filter(([, permissions]) => permissions.includes(permission))
      .map(([role]) => role);
  expect(holders('quota.write')).toEqual(['provincial-administrator']);
  expect(holders('team.write')).toEqual(['provincial-administrator', 'commune-officer']);
  expect(permissionsOf.auditor.filter((permission) => permission.endsWith('.write'))).toEqual([]);
});

test('a kind of file belongs to a service that takes jobs', () => {
  const services = new Set(operations.map(ownerOf));
  expect(Object.values(importKinds).filter((service) => !services.has(service))).toEqual([]);
});

test('a problem code is kebab-case and its status a client or server error', () => {
  for (const [code, status] of Object.entries(problems)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
  }
});
