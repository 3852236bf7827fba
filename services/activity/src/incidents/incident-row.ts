import type { Incident, IncidentField } from '@antt/contracts';
import { today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { severityOf } from './accident-severity.ts';
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
    details: [...detailsOf(fields, row.figures), ...severityDetail(row)],
    knownAt: knownAt.toISOString(),
    reportedAt: reportedAt?.toISOString() ?? null,
    onSceneAt: onSceneAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    reportDelay: minutesBetween(knownAt, reportedAt),
    sceneDelay: minutesBetween(knownAt, onSceneAt),
  };
}

/** How serious an accident was, by what the police found of it; nothing before they said anything. */
function severityDetail({
  kindCode,
  figures,
  knownAt,
}: Pick<Row, 'kindCode' | 'figures' | 'knownAt'>) {
  if (kindCode !== 'traffic-accident') return [];
  const [deaths, injured, injuryPercent, damage] = accidentFields.map((field) => {
    const value = figures[field];
    return typeof value === 'number' ? value : undefined;
  });
  if ([deaths, injured, injuryPercent, damage].every((one) => one === undefined)) return [];
  const accident = {
    ...{ deaths: deaths ?? 0, injured: injured ?? 0, injuryPercent: injuryPercent ?? 0 },
    damage: damage ?? 0,
  };
  const found = severityOf(
    accident,
    today(() => knownAt.getTime()),
  );
  if (found === undefined) return [];
  const label = found ?? { code: 'not-serious', ...notSerious };
  return [
    {
      ...{ code: 'severity', name: 'Mức độ', nameEn: 'Severity', value: label.code },
      ...{ label: label.name, labelEn: label.nameEn },
    },
  ];
}

const accidentFields = ['deaths', 'injured', 'injury-percent', 'damage'] as const;
const notSerious = { name: 'Chưa đến mức nghiêm trọng', nameEn: 'Less than serious' };

function detailsOf(fields: IncidentField[], figures: Incident['figures']): Incident['details'] {
  return fields.flatMap(({ code, name, nameEn, options }) => {
    const value = figures[code];
    if (value === undefined) return [];
    const option = options.find((one) => one.code === value);
    const label = { label: option?.name ?? null, labelEn: option?.nameEn ?? null };
    return [{ code, name, nameEn, value, ...label }];
  });
}
