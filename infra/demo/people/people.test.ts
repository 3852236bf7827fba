import { operations } from '@antt/contracts';
import { today } from '@antt/kernel';
import { beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { grouped } from '../group.ts';
import { beginPeople } from '../member.ts';
import type { DemoClient } from '../client.ts';
import { loadPeople } from './load-people.ts';

type Command = { who: string; path: string; body: Record<string, unknown> };

const idFrom = (text: string) => {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};
const teams = Array.from({ length: 20 }, (_, n) => `T-${String(n).padStart(2, '0')}`);
const positions = ['leader', 'deputy', 'ordinary'];

/** A platform where every commune has twenty teams of three, which keeps what it is told. */
class Platform {
  readonly commands: Command[] = [];
  readonly who: string;

  constructor(who: string, commands: Command[]) {
    this.who = who;
    this.commands = commands;
  }

  get(path: string): Promise<unknown> {
    const [noun, query] = path.split('?');
    const within = new URLSearchParams(query).get('within');
    if (noun === '/teams') {
      return Promise.resolve({ items: teams.map((code) => ({ id: idFrom(within + code), code })) });
    }
    if (noun === '/postings') {
      const items = teams.flatMap((code) =>
        positions.map((position) => ({
          ...{ id: idFrom(`posting ${within} ${code} ${position}`), teamId: idFrom(within + code) },
          ...{ personId: idFrom(`${within} ${code} ${position}`), position },
          ...{ personName: `${position} ${code}`, validFrom: '2024-08-01' },
        })),
      );
      return Promise.resolve({ items });
    }
    if (/^\/courses\//.test(path)) return Promise.reject(new Error('404'));
    return Promise.resolve({ items: [], acts: [], firstMeetingDay: null });
  }

  post(path: string, body: Record<string, unknown>): Promise<object> {
    this.commands.push({ who: this.who, path, body });
    return Promise.resolve({});
  }
}

async function told(): Promise<Command[]> {
  beginPeople();
  const commands: Command[] = [];
  const client = (who: string) => new Platform(who, commands) as unknown as DemoClient;
  const clients = {
    ...{ province: client('tinh'), commune: client('xa'), leader: client('to') },
  };
  await loadPeople(clients, ({ level, code, list }) => idFrom(`${level} ${list} ${code}`));
  return commands;
}

const routes = operations.flatMap(({ http, input }) => {
  const [method, route = ''] = (http ?? '').split(' ');
  const pattern = new RegExp(`^${route.replace(/:(\w+)/g, '(?<$1>[0-9a-f-]{36})')}$`);
  return method === 'POST' ? [{ pattern, input }] : [];
});

let commands: Command[];
beforeAll(async () => {
  commands = await told();
});
const bodies = (pattern: RegExp) =>
  commands.filter(({ path }) => pattern.test(path)).map(({ body }) => body);

test('everything is told in commands that the platform takes', () => {
  for (const { path, body } of commands) {
    const route = routes.find(({ pattern }) => pattern.test(path))!;
    expect([path, Boolean(route)]).toEqual([path, true]);
    const command = { ...route.pattern.exec(path)!.groups, ...body };
    const { error } = route.input.safeParse(command);
    expect([path, body, error?.issues ?? []]).toEqual([path, body, []]);
  }
});

test('the story is the same on every run of a day', async () => {
  const sorted = (all: Command[]) => all.map((one) => JSON.stringify(one)).sort();
  expect(sorted(await told())).toEqual(sorted(commands));
});

test('who is new is marked as invented, and nobody’s number can be somebody’s', () => {
  const people = bodies(/^\/people$/);
  expect(people.length).toBeGreaterThan(20);
  for (const { note, citizenId } of people) {
    expect(note).toBe('Số liệu minh họa');
    expect(citizenId).toMatch(/^099[0-3]\d{8}$/);
  }
});

test('nothing is said to have been done after today, and no shift is approved that is not over', () => {
  const acts = bodies(/\/recruitments\/[^/]*\/steps$/).map(({ act }) => act as { on: string });
  expect(acts.length).toBeGreaterThan(30);
  expect(acts.filter(({ on }) => on > today())).toEqual([]);
  const approved = new Set(bodies(/approvals$/).flatMap(({ ids }) => ids as string[]));
  const shifts = bodies(/^\/shifts\/several$/) as { endsAt: string; members: { id: string }[] }[];
  const states = grouped(shifts, ({ members }) => approved.has(members[0]!.id));
  expect(states.get(true)!.length).toBeGreaterThan(100);
  for (const { endsAt } of states.get(true)!) expect(Date.parse(endsAt)).toBeLessThan(Date.now());
  expect(states.get(false)!.some(({ endsAt }) => Date.parse(endsAt) > Date.now())).toBe(true);
});

test('there is something of everything where the commune’s officer works, by that officer and the team leader', () => {
  const nouns = (who: string) =>
    new Set(commands.filter((one) => one.who === who).map(({ path }) => path.split('/')[1]));
  expect([...nouns('to')]).toEqual(['shifts']);
  expect([...nouns('xa')].sort()).toEqual([
    ...['absences', 'applications', 'cessations', 'claims', 'duty-orders', 'issues', 'people'],
    ...['recruitments', 'severances', 'shifts', 'supervisions'],
  ]);
});
