import { correctIncident, type IncidentKind, recordIncident } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readIncidentKinds } from '../../services/activity/src/incident-kinds/incident-kind-file.ts';
import {
  actFault,
  figureFault,
  momentFault,
} from '../../services/activity/src/incidents/incident.rules.ts';
import { loadIncidents } from './load-incidents.ts';

type Sent = { path: string; body: Record<string, unknown> };

/** A gateway that knows two teams of each commune, one of them with too few members; keeps what it is sent. */
function gateway() {
  const sent: Sent[] = [];
  const known = { id: randomUUID(), version: 1, reportedAt: '2026-11-02T13:04:00.000Z' };
  const facts = {
    ...{
      teamId: randomUUID(),
      kindCode: 'incident',
      knownAt: '2026-11-02T13:00:00.000Z',
      lon: null,
    },
    ...{ onSceneAt: null, place: '', lat: null, outOfArea: false, summary: '', acts: [] },
    ...{ figures: {}, sameAsId: null },
  };
  const answer = (path: string) => {
    if (path === '/activity-copies') return { agree: true };
    if (path.startsWith('/incidents')) return { items: [{ ...known, ...facts }] };
    const place = path.split('within=')[1]!.slice(0, 36);
    const team = (n: number) => `${place.slice(0, 35)}${n}`;
    if (path.startsWith('/map-points')) {
      return { items: [1, 2].map((n) => ({ id: team(n), lon: 106.5, lat: 21.4 })) };
    }
    const postings = [1, 1, 1, 2].map((n) => ({ teamId: team(n), validTo: null }));
    return { items: postings };
  };
  const client = {
    get: (path: string) => Promise.resolve(answer(path)),
    post: (path: string, body: Record<string, unknown>) => {
      sent.push({ path, body });
      return Promise.resolve({});
    },
  };
  return { sent, client: client as never };
}

test('every record of the demo keeps the rules of the log, and says that it is invented', async () => {
  const { sent, client } = gateway();
  const count = await loadIncidents({ province: client, commune: client, leader: client }, () =>
    randomUUID(),
  );
  const kinds = new Map(readIncidentKinds().map((kind) => [kind.code, kind as IncidentKind]));
  const records = sent.filter(({ path }) => path === '/incidents');
  expect(records).toHaveLength(count);
  expect(count).toBeGreaterThan(50);
  for (const { body } of records) {
    const { kindCode, acts, figures, summary, place, ...rest } = recordIncident.input.parse(body);
    const kind = kinds.get(kindCode)!;
    const { knownAt, reportedAt, onSceneAt } = rest;
    expect(momentFault(kind, { knownAt, reportedAt, onSceneAt }, Date.now())).toBeNull();
    expect(actFault(acts)).toBeNull();
    expect(figureFault(kind, figures, { mayJudge: false, serving: 3 })).toBeNull();
    expect([summary, place].every((text) => text.includes('(minh họa)'))).toBe(true);
  }
  const [correction] = sent.filter(({ path }) => path.endsWith('/corrections'));
  const { id } = { id: correction!.path.split('/')[2] };
  expect(correctIncident.input.safeParse({ ...correction!.body, id }).error).toBeUndefined();
});

test('loaded again the demo records the same, under the same ids', async () => {
  const communes = new Map<string, string>();
  const idOf = (code: string) => {
    communes.set(code, communes.get(code) ?? randomUUID());
    return communes.get(code)!;
  };
  const load = async () => {
    const { sent, client } = gateway();
    await loadIncidents({ province: client, commune: client, leader: client }, idOf);
    return sent.filter(({ path }) => path === '/incidents').map(({ body }) => body);
  };
  expect(await load()).toEqual(await load());
});
