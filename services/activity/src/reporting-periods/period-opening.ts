import { type ReportingPeriod, reportingPeriodsOpened } from '@antt/contracts';
import type { PlainDate, WorkingCalendar } from '@antt/kernel';
import { idFrom, publish } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { byCode, versionsFor } from '../report-kinds/kinds-of.ts';
import { endOf } from '../report-kinds/term.rules.ts';
import { type PlannedPeriod, plannedPeriods } from './period.rules.ts';

type Days = { from: PlainDate; to: PlainDate };

/** Columns of a period as its contract has them; `p` is `reporting_period`. */
export const periodColumns = `p.id, p.province_id as "provinceId", p.kind_code as "kindCode", p.kind_id as "kindId",
  p.name, p.from_on as "from", p.to_on as "to", p.cut_off_on as "cutOffOn", p.due_on as "dueOn",
  to_json(p.late_from) #>> '{}' as "lateFrom", to_json(p.closes_from) #>> '{}' as "closesFrom",
  p.working_days as "workingDays", p.resubmission_days as "resubmissionDays",
  exists (select from period_form f where f.period_id = p.id) as "inUse"`;

/**
 * Opens a province's periods that have any of the days, of one kind or of all; answers the new ones. Doing it again opens
 * nothing: one at a time, and a period has the id that follows from what it is.
 */
export async function openPeriods(
  tx: EntityManager,
  { provinceId, from, to, code }: Days & { provinceId: string; code?: string | undefined },
  calendar: WorkingCalendar,
): Promise<ReportingPeriod[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('reporting periods'))`);
  const open = await openOf(tx, provinceId);
  const planned = [...byCode(await versionsFor(tx, provinceId, code))].flatMap(([kind, versions]) =>
    plannedPeriods(
      versions,
      { from, to },
      open.filter(({ kindCode }) => kindCode === kind),
      calendar,
    ),
  );
  if (planned.length === 0) return [];
  const opened: ReportingPeriod[] = await tx.query(
    `insert into reporting_period as p (id, province_id, kind_code, kind_id, name, from_on, to_on,
            cut_off_on, due_on, late_from, closes_from, working_days, resubmission_days)
     select id, "provinceId", "kindCode", "kindId", name, "from", "to", "cutOffOn", "dueOn", "lateFrom",
            "closesFrom", "workingDays", "resubmissionDays"
       from jsonb_to_recordset($1::jsonb) as one (id uuid, "provinceId" uuid, "kindCode" text, "kindId" uuid,
         name text, "from" date, "to" date, "cutOffOn" date, "dueOn" date, "lateFrom" timestamptz,
         "closesFrom" timestamptz, "workingDays" int, "resubmissionDays" int)
     returning ${periodColumns}`,
    [JSON.stringify(planned.map((one) => rowOf(provinceId, one)))],
  );
  await publish(tx, reportingPeriodsOpened, {
    provinceId,
    periods: opened.map(({ id, kindCode, name }) => ({ id, kindCode, name })),
  });
  return opened;
}

function openOf(tx: EntityManager, provinceId: string): Promise<(Days & { kindCode: string })[]> {
  return tx.query(
    `select kind_code as "kindCode", from_on as "from", to_on as "to" from reporting_period
      where province_id = $1`,
    [provinceId],
  );
}

function rowOf(provinceId: string, { kind, window, terms }: PlannedPeriod): object {
  const { cutOffOn, dueOn, closesOn, workingDays } = terms;
  const { name, from, to } = window;
  return {
    id: idFrom(`reporting period ${provinceId} ${kind.code} ${from} ${to}`),
    ...{ provinceId, kindCode: kind.code, kindId: kind.id, name, from, to, cutOffOn, dueOn },
    ...{ lateFrom: endOf(dueOn), closesFrom: endOf(closesOn), workingDays },
    resubmissionDays: kind.resubmissionDays,
  };
}

/** Where periods of a kind lie that end on a day or later and that nobody has reported in; they go. */
export async function withdrawUnused(
  tx: EntityManager,
  { code, unitId, from }: { code: string; unitId: string | null; from: PlainDate },
): Promise<{ provinceId: string; from: PlainDate; to: PlainDate; count: number }[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('reporting periods'))`);
  return tx.query(
    `with gone as (
       delete from reporting_period p
        where p.kind_code = $1 and p.to_on >= $2 and ($3::uuid is null or p.province_id = $3)
          and not exists (select from period_form f where f.period_id = p.id)
       returning province_id, from_on, to_on)
     select province_id as "provinceId", min(from_on) as "from", max(to_on) as "to", count(*)::int as count
       from gone group by province_id`,
    [code, from, unitId],
  );
}
