import {
  type getIncident,
  type Incident,
  type listIncidentPoints,
  type listIncidents,
  listLeaveThroughout,
  type listSuggestedValues,
  problem,
  type SuggestedValue,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Client, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { incidentFilesOf } from './incident-file.service.ts';
import { incidentRows, type Row, shown } from './incident-row.ts';
import { holdsTeam, teamsWithin } from './incident-scope.ts';
import { IncidentCorrectionEntity } from './incident.entity.ts';

const suggestText = sql(import.meta.url, './suggest.sql');

/** Points that a browser clusters in one go. */
const mostPoints = 10_000;

const cursorOf = ({ knownAt, id }: Row) => `${knownAt.toISOString()} ${id}`;

function readCursor(cursor: string | undefined): [string, string] | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = cursor.split(' ');
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw problem('invalid-input', { errors: [{ path: 'cursor', message: 'unknown' }] });
  }
  return [at, id];
}

/** The log of the teams of an area: lists, places on the map, one record, and what records come to for reports. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  async list(question: Input<typeof listIncidents>): Promise<Output<typeof listIncidents>> {
    const { within, cursor, limit, ...asked } = question;
    const teams = await teamsWithin(this.db, 'incident.read', { within });
    const after = readCursor(cursor);
    // One more than asked for tells whether there are more.
    const found = { ...asked, teams, limit: limit + 1, ...(after && { after }) };
    const all = await incidentRows(this.db, found);
    const rows = all.slice(0, limit);
    return {
      items: rows.map(shown),
      nextCursor: all.length > limit ? cursorOf(rows.at(-1)!) : null,
      total: all[0]?.total ?? 0,
    };
  }

  async points(
    question: Input<typeof listIncidentPoints>,
  ): Promise<Output<typeof listIncidentPoints>> {
    const { from, to, within, teamId, kindCode } = question;
    const teams = await teamsWithin(this.db, 'incident.read', { within });
    const rows: (Output<typeof listIncidentPoints>['items'][number] & { lon: number | null })[] =
      await this.db.query(
        `select i.id, i.kind_code as "kindCode", k.task_group as "taskGroup", i.happened_on as "on", i.lon, i.lat
           from incident i join incident_kind k on k.id = i.kind_id
          where i.happened_on between $1 and $2 and i.state = 'standing'
            and ($3::uuid[] is null or i.team_id = any ($3))
            and ($4::uuid is null or i.team_id = $4) and ($5::text is null or i.kind_code = $5)
          order by i.known_at desc limit $6`,
        [from, to, teams, teamId ?? null, kindCode ?? null, mostPoints + 1],
      );
    const told = rows.slice(0, mostPoints);
    const items = told.filter(({ lon }) => lon !== null);
    return { items, unplaced: told.length - items.length, isCut: rows.length > mostPoints };
  }

  async get({ id }: Input<typeof getIncident>): Promise<Output<typeof getIncident>> {
    const incident = await readable(this.db, id);
    const rows = await this.db.find(IncidentCorrectionEntity, {
      where: { incidentId: id },
      order: { correctedAt: 'desc' },
    });
    const history = rows.map(({ incidentId: _, correctedAt, ...row }) => ({
      ...row,
      correctedAt: correctedAt.toISOString(),
    })) as Output<typeof getIncident>['history'];
    return { ...incident, evidence: await incidentFilesOf(this.db, id), history };
  }

  async suggest(
    question: Input<typeof listSuggestedValues>,
  ): Promise<Output<typeof listSuggestedValues>> {
    const { from, to, teamId, within } = question;
    const scope = await teamsWithin(this.db, 'incident.read', { within });
    const wanted =
      teamId === undefined ? scope : scope ? scope.filter((one) => one === teamId) : [teamId];
    const { items: away } = await this.client.call(listLeaveThroughout, {
      ...{ teamIds: wanted, from, to },
    });
    const items: SuggestedValue[] = await this.db.query(suggestText, [
      ...[wanted, from, to],
      ...[away.map(({ teamId: team }) => team), away.map(({ personId }) => personId)],
    ]);
    return { items };
  }
}

/** One record that the sender may read; somebody else's is not there. */
export async function readable(db: EntityManager, id: string): Promise<Incident> {
  const [row] = await incidentRows(db, { teams: null, ids: [id], limit: 1 });
  if (!row || !(await holdsTeam(db, 'incident.read', row.teamId))) {
    throw problem('incident-not-found', { id });
  }
  return shown(row);
}
