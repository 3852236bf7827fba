import type { Incident, IncidentField } from '@antt/contracts';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { minutesBetween } from './incident.rules.ts';

const listText = sql(import.meta.url, './list-incidents.sql');

export type Row = Omit<
  Incident,
  'details' | 'knownAt' | 'reportedAt' | 'onSceneAt' | 'recordedAt' | 'reportDelay' | 'sceneDelay'
> & {
  fields: IncidentField[];
  knownAt: Date;
  reportedAt: Date | null;
  onSceneAt: Date | null;
  recordedAt: Date;
  total: number;
};

type Question = {
  from?: string | undefined;
  to?: string | undefined;
  teams: string[] | null;
  teamId?: string | undefined;
  kindCode?: string | undefined;
  state?: string | undefined;
  q?: string | undefined;
  ids?: string[];
  after?: [string, string];
  limit: number;
};

export function incidentRows(db: EntityManager, question: Question): Promise<Row[]> {
  const { from, to, teams, teamId, kindCode, state, q, ids, after, limit } = question;
  return db.query(listText, [
    ...[from ?? null, to ?? null, teams, teamId ?? null, kindCode ?? null, state ?? null],
    ...[q?.trim() || null, ids ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  ]);
}

/** As it is told, with how long it took to report and to be there. */
export function shown({ total: _, fields, ...row }: Row): Incident {
  const { knownAt, reportedAt, onSceneAt, recordedAt } = row;
  return {
    ...row,
    details: detailsOf(fields, row.figures),
    knownAt: knownAt.toISOString(),
    reportedAt: reportedAt?.toISOString() ?? null,
    onSceneAt: onSceneAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    reportDelay: minutesBetween(knownAt, reportedAt),
    sceneDelay: minutesBetween(knownAt, onSceneAt),
  };
}

function detailsOf(fields: IncidentField[], figures: Incident['figures']): Incident['details'] {
  return fields.flatMap(({ code, name, nameEn, options }) => {
    const value = figures[code];
    if (value === undefined) return [];
    const option = options.find((one) => one.code === value);
    const label = { label: option?.name ?? null, labelEn: option?.nameEn ?? null };
    return [{ code, name, nameEn, value, ...label }];
  });
}
