import { type Achievement, type AwardFinding, type AwardSubject, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { awardRuleOn } from '../award-forms/award-forms-of.ts';
import { readable as readableIncident } from '../incidents/incident.service.ts';
import { type Standing, standingFindings } from './award.rules.ts';

/** Where somebody who is to be commended lies, and whose results speak for or against it. */
export type Place = {
  subject: AwardSubject;
  unitId: string;
  teamId: string | null;
  /** Head of a team (Tổ trưởng). */
  isHead: boolean;
  /** Residential areas of a team or of the team of a member; the unit itself. */
  units: string[];
};

type About = Pick<Achievement, 'subject' | 'subjectId' | 'to'> & {
  from: PlainDate;
  incidentId: string | null;
};

/** Finds the subject of an achievement by what activity knows of it; refuses whom it does not know. */
export async function placeOf(
  db: EntityManager,
  about: About,
  proposedOn: PlainDate,
): Promise<Place> {
  const { subject, subjectId, incidentId } = about;
  if (subject === 'citizen') {
    const absent = problem('achievement-of-a-citizen-has-a-record');
    if (!incidentId || subjectId) throw absent;
    const { commune } = await readableIncident(db, incidentId);
    if (!commune) throw absent;
    return { subject, unitId: commune.id, teamId: null, isHead: false, units: [] };
  }
  if (subject === 'unit') return unitPlace(db, subjectId!, about.to);
  if (subject === 'team') return teamPlace(db, subjectId!, about.to, proposedOn);
  const posting = await postingOf(db, about);
  const place = await teamPlace(db, posting.teamId, posting.on, proposedOn);
  return { ...place, subject, isHead: posting.position === 'leader' };
}

async function unitPlace(db: EntityManager, id: string, on: PlainDate): Promise<Place> {
  const [unit] = await db.query(
    `select from unit_version where unit_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
    [id, on],
  );
  if (!unit) throw problem('unit-not-found', { id, on });
  return { subject: 'unit', unitId: id, teamId: null, isHead: false, units: [id] };
}

async function teamPlace(
  db: EntityManager,
  id: string,
  on: PlainDate,
  proposedOn: PlainDate,
): Promise<Place> {
  const [team]: { unitId: string | null; stood: boolean; units: string[] }[] = await db.query(
    `select (select commune_id from team_place($1, $3)) as "unitId",
            exists (select from team_commune c where c.team_id = $1 and c.valid_from <= $2
                       and (c.valid_to is null or $2 < c.valid_to)) as stood,
            array(select village_id from team_village v where v.team_id = $1 and v.valid_from <= $2
                     and (v.valid_to is null or $2 < v.valid_to) order by 1) as units
       from team where id = $1`,
    [id, on, proposedOn],
  );
  if (!team?.unitId) throw problem('team-not-found', { id });
  if (!team.stood) throw problem('team-did-not-stand', { id, on });
  const { unitId, units } = team;
  return { subject: 'team', unitId, teamId: id, isHead: false, units };
}

/** The posting of a member within the days of the achievement, the last one, with the last day of both. */
async function postingOf(db: EntityManager, { subjectId, from, to }: About) {
  const [posting]: { teamId: string; position: string; on: PlainDate }[] = await db.query(
    `select team_id as "teamId", position, least($3::date, valid_to - 1) as "on" from posting
      where person_id = $1 and not gone and valid_from <= $3 and (valid_to is null or $2 < valid_to)
      order by valid_from desc limit 1`,
    [subjectId, from, to],
  );
  if (!posting) throw problem('person-is-no-member', { id: subjectId, from, to });
  return posting;
}

/** What was recorded of units for a year: of class and of safety each the latest. */
export function standingsOf(
  db: EntityManager,
  units: readonly string[],
  year: number,
  on: PlainDate,
): Promise<Standing[]> {
  return db.query(
    `select one.id as "unitId", coalesce(v.kind || ' ' || v.name, '') as "unitName", $2::int as year,
            c.movement_class as "movementClass", c.class_number as "classNumber", c.class_on as "classOn",
            s.safety, s.safety_number as "safetyNumber", s.safety_on as "safetyOn"
       from unnest($1::uuid[]) with ordinality one (id, place)
       left join lateral (select kind, name from unit_version where unit_id = one.id and valid_from <= $3
                           order by valid_from desc limit 1) v on true
       left join lateral (select * from unit_standing where unit_id = one.id and year = $2
                             and movement_class is not null order by recorded_at desc limit 1) c on true
       left join lateral (select * from unit_standing where unit_id = one.id and year = $2
                             and safety is not null order by recorded_at desc limit 1) s on true
      order by one.place`,
    [units, year, on],
  );
}

/** Levels of the units whose results count, for the year that they are judged by. */
export async function levelsOf(db: EntityManager, units: readonly string[]): Promise<string[]> {
  const rows: { level: string }[] = await db.query(
    'select distinct level from unit where id = any ($1::uuid[])',
    [units],
  );
  return rows.map(({ level }) => level);
}

type Days = { to: PlainDate; on: PlainDate };
type Weighed = { year: number; isUnexpected: boolean; kind: Achievement['kind'] };

/** What speaks against commending somebody for a year, by the rule of a day (reporting BR-72). */
export async function findingsFor(
  db: EntityManager,
  place: Place,
  { year, isUnexpected, kind, to, on }: Weighed & Days,
): Promise<AwardFinding[]> {
  const rule = await awardRuleOn(db, on, place.unitId);
  const standings = await standingsOf(db, place.units, year, to);
  const { subject, isHead } = place;
  return standingFindings(rule, standings, { subject, isHead, isUnexpected, kind });
}

/** What is said of a proposal that results bar: the first of them in words, and all. */
export function barredBy(findings: readonly AwardFinding[]) {
  const { finding, unitName, year, number, decidedOn, citation } = findings[0]!;
  return problem('award-proposal-is-barred', {
    ...{ fault: finding, unitName, year, number, decidedOn, citation, findings },
  });
}
