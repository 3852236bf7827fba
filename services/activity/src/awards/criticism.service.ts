import {
  type Criticism,
  criticismRecorded,
  type listCriticisms,
  problem,
  type recordCriticism,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { currentPrincipal, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { roundBy } from '../campaigns/campaigns-of.ts';
import { assertDay, assertOver, bodyOf } from './award-asked.ts';
import { placeOf } from './award-subject.ts';

const listText = sql(import.meta.url, './list-criticisms.sql');

type Asked = {
  within?: string | undefined;
  from?: PlainDate;
  to?: PlainDate;
  id?: string;
  start?: number;
  limit: number;
};

/** Criticism as a recorded outcome with a document of its own (reporting BR-77). */
@Injectable()
export class CriticismService {
  constructor(private readonly db: EntityManager) {}

  async list({
    cursor,
    ...asked
  }: Input<typeof listCriticisms>): Promise<Output<typeof listCriticisms>> {
    const start = Number(cursor ?? 0);
    const rows = await this.rows(this.db, { ...asked, start });
    const items = rows.map(({ total: _, ...row }) => row);
    const total = rows[0]?.total ?? 0;
    const next = start + items.length;
    return { items, nextCursor: items.length > 0 && next < total ? String(next) : null, total };
  }

  record(command: Input<typeof recordCriticism>): Promise<Criticism> {
    const { id, subject, subjectId, authority, number, decidedOn, reason, roundId } = command;
    return this.db.transaction(async (tx) => {
      const about = { subject, subjectId, from: decidedOn, to: decidedOn, incidentId: null };
      assertDay(decidedOn, '2020-01-01');
      const place = await placeOf(tx, about, decidedOn);
      await assertOver(tx, 'award.decide', place, bodyOf(authority, decidedOn));
      if (roundId) await assertBegun(tx, roundId);
      const { unitId, teamId } = place;
      const [known] = await this.rows(tx, { id, limit: 1 });
      if (!known) {
        await tx.query(
          `insert into criticism (id, subject, subject_id, unit_id, team_id, authority, number, decided_on, reason,
                  round_id, recorded_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            ...[id, subject, subjectId, unitId, teamId, authority, number, decidedOn, reason],
            ...[roundId, currentPrincipal().username],
          ],
        );
        await publish(tx, criticismRecorded, command);
      }
      const [row] = await this.rows(tx, { id, limit: 1 });
      if (!row) throw problem('id-reused', { id, field: 'subjectId' });
      const { total: _, ...criticism } = row;
      return sameAgain<Criticism>(criticism, command);
    });
  }

  private rows(db: EntityManager, asked: Asked): Promise<(Criticism & { total: number })[]> {
    const { within, from, to, id, start = 0, limit } = asked;
    const on = today();
    const roots = reach('award.read', within ? { on, within } : { on });
    return db.query(listText, [
      ...[roots.scope, roots.within, on, from ?? null, to ?? null, id ?? null, start, limit],
    ]);
  }
}

/** A round that is only planned may still go. */
async function assertBegun(tx: EntityManager, roundId: string): Promise<void> {
  const { number, state } = await roundBy(tx, roundId);
  if (state === 'planned') throw problem('campaign-round-not-open', { number, state });
}
