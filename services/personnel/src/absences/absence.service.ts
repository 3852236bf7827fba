import {
  type Absence,
  absenceEnded,
  absenceRecorded,
  type AbsenceRow,
  type endAbsence,
  type listAbsences,
  type listLeaveThroughout,
  problem,
  type recordAbsence,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { decide } from '../decisions/decide.ts';
import { profileSight } from '../people/permitted.ts';
import { assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { placeOf } from '../postings/posting.service.ts';
import { AbsenceEntity } from './absence.entity.ts';

const listSql = sql(import.meta.url, './list-absences.sql');

const leaveSql = sql(import.meta.url, './leave-throughout.sql');

type Row = AbsenceRow & { total: number };

/** Who belongs to a team and does not serve: suspended by decision, or on leave with a reason. */
@Injectable()
export class AbsenceService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listAbsences>): Promise<Output<typeof listAbsences>> {
    const { on, within, personId, kind, cursor, limit } = question;
    const state = question.state ?? (on ? 'running' : null);
    const day = on ?? today();
    if (personId) await assertPerson(this.db, 'person.read', personId, day);
    const rows: Row[] = await this.db.query(listSql, [
      state,
      day,
      personId ? null : await peopleScope(this.db, 'person.read', day),
      await peopleWithin(this.db, within, day),
      personId ?? null,
      kind ?? null,
      cursor ?? null,
      limit,
    ]);
    const last = rows.at(-1);
    const seen = await profileSight(this.db, personId, day);
    return {
      items: rows.map((row) => (seen(row) ? row : { ...row, reason: null })),
      nextCursor: last && rows.length === limit ? last.id : null,
      total: last?.total ?? 0,
    };
  }

  /** Who could not take part in anything of these days (reporting BR-19). */
  async listLeaveThroughout({
    teamIds,
    from,
    to,
  }: Input<typeof listLeaveThroughout>): Promise<Output<typeof listLeaveThroughout>> {
    const items: Output<typeof listLeaveThroughout>['items'] = await this.db.query(leaveSql, [
      teamIds,
      from,
      to,
    ]);
    return { items };
  }

  async record(command: Input<typeof recordAbsence>): Promise<Absence> {
    const { decision, ...facts } = command;
    const { id, personId, validFrom, validTo } = facts;
    await assertPerson(this.db, 'posting.write', personId, today());
    return this.db.transaction(async (tx) => {
      const communeId = await placeOf(tx, await teamOf(tx, personId, validFrom), validFrom);
      const named = decision && (await decide(tx, decision, { communeId, on: validFrom }));
      const absence = { ...facts, decisionId: named?.id ?? null };
      const known = await tx.findOneBy(AbsenceEntity, { id });
      if (known) {
        // An end that was recorded later is no contradiction.
        const { validTo: _, ...wanted } = absence;
        return told(sameAgain(known, wanted));
      }
      await tx.insert(AbsenceEntity, absence);
      await publish(tx, absenceRecorded, { id, personId, validFrom, validTo });
      return told(absence);
    });
  }

  end({ id, validTo }: Input<typeof endAbsence>): Promise<Absence> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(AbsenceEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw problem('absence-not-found', { id });
      const { personId, validFrom } = known;
      await assertPerson(tx, 'posting.write', personId, today());
      if (known.validTo === validTo) return told(known);
      await tx.update(AbsenceEntity, { id }, { validTo });
      await publish(tx, absenceEnded, { id, personId, validFrom, validTo });
      return told({ ...known, validTo });
    });
  }
}

function told({ id, personId, kind, validFrom, validTo }: AbsenceEntity): Absence {
  return { id, personId, kind, validFrom, validTo };
}

/** Only who serves can be absent. */
async function teamOf(tx: EntityManager, personId: string, on: PlainDate): Promise<string> {
  const [row] = await tx.query(
    `select team_id as "teamId" from posting
      where person_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
    [personId, on],
  );
  if (!row) throw problem('person-does-not-serve', { on });
  return row.teamId;
}
