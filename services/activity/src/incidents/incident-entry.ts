import { coversPoint, type IncidentKind, problem, type recordIncident } from '@antt/contracts';
import type { Input, PlainDate } from '@antt/kernel';
import type { Client } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { incidentKindsOf } from '../incident-kinds/incident-kinds-of.ts';
import { holdsTeam, teamsWithin } from './incident-scope.ts';
import { IncidentEntity } from './incident.entity.ts';
import { actFault, dayOf, figureFault, momentFault } from './incident.rules.ts';

export type Facts = Omit<Input<typeof recordIncident>, 'id'>;
type Entry = Pick<IncidentEntity, 'communeId' | 'kindId' | 'happenedOn' | 'knownAt'> &
  Pick<IncidentEntity, 'reportedAt' | 'onSceneAt'>;

/** Refuses what cannot be so, by name; answers what follows from the facts of a record. */
export async function entryOf(
  db: EntityManager,
  client: Client,
  id: string,
  said: Facts,
): Promise<Entry> {
  const { teamId, knownAt, reportedAt, onSceneAt, figures, acts, lon, lat, outOfArea } = said;
  const on = dayOf(knownAt);
  const communeId = await standingIn(db, teamId, on);
  const kind = await kindOn(db, said.kindCode, { on, communeId });
  const fault =
    momentFault(kind, { knownAt, reportedAt, onSceneAt }, Date.now()) ??
    actFault(acts) ??
    figureFault(kind, figures, {
      mayJudge: await holdsTeam(db, 'incident.verify', teamId),
      serving: await servingIn(db, teamId, on),
    });
  if (fault) throw fault;
  if (lon !== null && lat !== null && !outOfArea) {
    const { covers } = await client.call(coversPoint, { communeId, lon, lat, on });
    if (covers === false) throw problem('incident-lies-outside-the-commune', { on, lon, lat });
  }
  if (said.sameAsId) await assertFirst(db, id, said);
  return {
    ...{ communeId, kindId: kind.id, happenedOn: on, knownAt: new Date(knownAt) },
    reportedAt: reportedAt === null ? null : new Date(reportedAt),
    onSceneAt: onSceneAt === null ? null : new Date(onSceneAt),
  };
}

/** The commune that the team stood in on the day; refuses a team that did not stand then. */
async function standingIn(db: EntityManager, teamId: string, on: PlainDate): Promise<string> {
  const [row] = await db.query(
    `select c.commune_id as "communeId" from team_commune c
      where c.team_id = $1 and c.valid_from <= $2 and (c.valid_to is null or $2 < c.valid_to)`,
    [teamId, on],
  );
  if (!row) throw problem('team-did-not-stand', { id: teamId, on });
  return row.communeId;
}

async function kindOn(
  db: EntityManager,
  code: string,
  { on, communeId }: { on: PlainDate; communeId: string },
): Promise<IncidentKind> {
  const [kind] = await incidentKindsOf(db, { on, within: communeId, code });
  if (!kind) throw problem('incident-kind-not-found', { code, on });
  if (kind.origin === 'duty') throw problem('incident-kind-is-recorded-as-duty', { code });
  return kind;
}

/** How many served in the team that day; null while nobody's posting is known. */
async function servingIn(db: EntityManager, teamId: string, on: PlainDate): Promise<number | null> {
  const [{ serving, known }] = await db.query(
    `select (select count(distinct person_id)::int from team_service(array[$1]::uuid[], $2, $2)) as serving,
            exists (select from posting where not gone) as known`,
    [teamId, on],
  );
  return known ? serving : null;
}

/** A thing is counted with the record that came first: that one stands, is of the same kind and repeats none. */
async function assertFirst(
  db: EntityManager,
  id: string,
  { sameAsId, kindCode }: Facts,
): Promise<void> {
  if (sameAsId === id) throw problem('incident-is-not-the-same-as-itself', { id });
  const first = await db.findOneBy(IncidentEntity, { id: sameAsId! });
  const teams = await teamsWithin(db, 'incident.read', {});
  const isSeen = first && (teams === null || teams.includes(first.teamId));
  if (!isSeen || first.kindCode !== kindCode || first.state !== 'standing') {
    throw problem('same-incident-not-found', { id: sameAsId });
  }
  const followers = await db.countBy(IncidentEntity, { sameAsId: id });
  if (first.sameAsId !== null || followers > 0) {
    throw problem('same-incident-is-a-repetition', { id: sameAsId });
  }
}
