import { bytes, ownerOf } from '@antt/kernel';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { events, importKinds, operations, Permission, permissionsOf, problems } from './index.ts';

/** Parts of messages that have a name are shown once, not in every message that speaks of them. */
const named: Record<string, unknown> = {};

function shape(type: z.ZodType): unknown {
  if (type === bytes) return 'bytes';
  const {
    $defs,
    $schema: _,
    ...shown
  } = z.toJSONSchema(type, {
    unrepresentable: 'any',
    io: 'input',
    override: ({ jsonSchema }) => {
      // A format says that it is a text, and zod writes its expression at every place that has it.
      if (['uuid', 'date', 'date-time'].includes(jsonSchema.format ?? '')) {
        delete jsonSchema.pattern;
        delete jsonSchema.type;
      }
      // Nor are the bounds of exact whole numbers said at every whole number.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  Object.assign(named, $defs);
  return shown;
}

test('every change of a message shows in review', () => {
  const declared = Object.fromEntries([
    ...operations.map(({ subject, http, allow, input, output }) => [
      subject,
      { http, allow, input: shape(input), output: shape(output) },
    ]),
    ...events.map(({ subject, payload }) => [subject, { payload: shape(payload) }]),
  ]);
  // One line a message: what a commit changes is read at a glance, and the file stays small.
  const lines = Object.entries({ ...declared, ...named })
    .map(([name, one]) => `${name} ${JSON.stringify(one)}`)
    .sort();
  expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
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
