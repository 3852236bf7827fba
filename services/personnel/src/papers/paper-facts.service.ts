import {
  type FormSubject,
  holds,
  type makePaper,
  paperKinds,
  paperSubjects,
  problem,
} from '@antt/contracts';
import type { Input, PlainDate } from '@antt/kernel';
import { assertInside, currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CessationViewService } from '../cessations/cessation-view.service.ts';
import { sights } from '../people/permitted.ts';
import { RecruitmentService } from '../recruitments/recruitment.service.ts';
import type { PaperFacts, PaperPerson } from './paper-facts.ts';

const peopleSql = sql(import.meta.url, './paper-people.sql');
const teamsSql = sql(import.meta.url, './paper-teams.sql');

/** Who and what a subject is about: the commune whose paper it is, its people, its teams. */
type Subject = Pick<PaperFacts, 'recruitment' | 'cessation'> & {
  communeId: string;
  personIds: string[];
  recruitmentId: string | null;
  teamIds: string[];
};

const nothing = { recruitment: null, cessation: null, recruitmentId: null, teamIds: [] };

/** Gathers what a form of Circular 14/2024/TT-BCA says of its subject on a day. */
@Injectable()
export class PaperFactsService {
  constructor(
    private readonly db: EntityManager,
    private readonly recruitments: RecruitmentService,
    private readonly cessations: CessationViewService,
  ) {}

  async facts({ kind, of, on }: Input<typeof makePaper>): Promise<PaperFacts> {
    const subject: FormSubject = paperKinds[kind].of;
    const permission = paperSubjects[subject];
    if (!holds(currentPrincipal(), permission)) throw problem('not-allowed', { permission });
    const { communeId, personIds, recruitmentId, teamIds, ...about } = await this[subject](of, on);
    const [commune, ...above] = await unitsOver(this.db, communeId, on);
    if (!commune) throw problem('unit-not-found', { id: communeId, on });
    return {
      kind,
      on,
      commune,
      above,
      ...about,
      people: await this.people(personIds, recruitmentId, on),
      teams: await this.db.query(teamsSql, [teamIds, on]),
    };
  }

  private async recruitment(id: string, on: PlainDate): Promise<Subject> {
    const recruitment = await this.recruitments.get({ id, on });
    const { communeId, candidates } = recruitment;
    return {
      ...nothing,
      communeId,
      recruitment,
      recruitmentId: id,
      personIds: candidates.filter(({ listed }) => listed).map(({ person }) => person.id),
      teamIds: [...new Set(candidates.flatMap(({ teamId }) => teamId ?? []))],
    };
  }

  private async application(id: string, on: PlainDate): Promise<Subject> {
    const [row]: { recruitmentId: string; personId: string }[] = await this.db.query(
      `select recruitment_id as "recruitmentId", person_id as "personId" from application
        where id = $1 and received_on <= $2`,
      [id, on],
    );
    if (!row) throw problem('application-not-found', { id });
    const subject = await this.recruitment(row.recruitmentId, on);
    return { ...subject, personIds: [row.personId], teamIds: [] };
  }

  private async cessation(id: string, on: PlainDate): Promise<Subject> {
    const cessation = await this.cessations.get({ id, on });
    if (cessation.withheld) throw problem('not-allowed', { permission: paperSubjects.cessation });
    const { commune, personId, team } = cessation;
    if (!commune) throw problem('cessation-not-found', { id });
    return {
      ...nothing,
      communeId: commune.id,
      cessation,
      personIds: [personId],
      teamIds: [team.id],
    };
  }

  private async team(id: string, on: PlainDate): Promise<Subject> {
    // A decision to found or to dissolve is written before or after the team's own days.
    const [row]: { communeId: string }[] = await this.db.query(
      `select commune_id as "communeId" from team_commune where team_id = $1
        order by (valid_from <= $2 and (valid_to is null or $2 < valid_to)) desc, valid_from desc limit 1`,
      [id, on],
    );
    const absent = problem('team-not-found', { id, on });
    if (!row) throw absent;
    await assertInside(this.db, 'team.read', [row.communeId], on, absent);
    return { ...nothing, communeId: row.communeId, personIds: [], teamIds: [id] };
  }

  /** In the order in which the paper names them; the profile only of whose the sender may see. */
  private async people(ids: string[], recruitmentId: string | null, on: PlainDate) {
    const found: (PaperPerson & { communeId: string })[] = await this.db.query(peopleSql, [
      ids,
      recruitmentId,
      on,
    ]);
    const sight = await sights(this.db, on);
    return found.map(({ communeId, ...person }) =>
      sight(communeId)('person-profile.read') ? person : { ...person, ...withheld },
    );
  }
}

const withheld = {
  birthDate: null,
  ethnicity: null,
  religion: null,
  education: null,
  partyJoinedOn: null,
  address: null,
  residentSince: null,
};

/** A unit of a day and those over it, the nearest first. */
export async function unitsOver(db: EntityManager, unitId: string, on: PlainDate) {
  const rows: PaperFacts['commune'][] = await db.query(
    `select v.unit_id as id, v.kind, v.name
       from unit_above($1, $2) a
       join unit_version v on v.unit_id = a.id
        and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
      order by a.steps`,
    [unitId, on],
  );
  return rows;
}
