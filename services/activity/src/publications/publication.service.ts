import {
  getInstrument,
  type listPublications,
  type Publication,
  publicationRecorded,
  type PublicationRow,
  publicationWithdrawn,
  problem,
  type recordPublication,
  type withdrawPublication,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import {
  assertInside,
  Client,
  currentPrincipal,
  publish,
  reachEver,
  sameAgain,
  sql,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { PublicationEntity } from './publication.entity.ts';
import { quotasOf } from './quotas-of.ts';

const listText = sql(import.meta.url, './list-publications.sql');
type Row = Omit<PublicationRow, 'recordedAt'> & { recordedAt: Date; total: number };

/** What was published about the force, by the unit whose quota it counts for. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  async list(question: Input<typeof listPublications>): Promise<Output<typeof listPublications>> {
    const { from, to, within, medium, kind, q, state, cursor, limit } = question;
    const roots = reachEver('publication.read', within ? { within } : {});
    const [day, id] = cursor?.split(' ') ?? [];
    // One more than asked for tells whether there are more.
    const all: Row[] = await this.db.query(listText, [
      ...[from ?? null, to ?? null, roots.scope, roots.within, medium ?? null, kind ?? null],
      ...[q || null, state, day ?? null, id ?? null, limit + 1],
    ]);
    const rows = all.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: rows.map(({ total: _, recordedAt, ...row }) => ({
        ...row,
        recordedAt: recordedAt.toISOString(),
      })),
      nextCursor: all.length > limit ? `${last!.publishedOn} ${last!.id}` : null,
      total: all[0]?.total ?? 0,
    };
  }

  async record(said: Input<typeof recordPublication>): Promise<Publication> {
    const { id, unitId, publishedOn, instrumentId } = said;
    if (publishedOn > today()) throw problem('publication-day-to-come', { on: publishedOn });
    // Before the transaction: another service answers.
    if (instrumentId) await this.assertIssued(instrumentId, publishedOn);
    return this.db.transaction(async (tx) => {
      const absent = problem('unit-not-found', { id: unitId, on: publishedOn });
      await assertInside(tx, 'publication.write', [unitId], publishedOn, absent);
      const known = await tx.findOneBy(PublicationEntity, { id });
      if (known) return sameAgain<Publication>(publicationOf(known), said);
      await this.assertLevel(tx, said);
      await tx.insert(PublicationEntity, { ...said, recordedBy: currentPrincipal().username });
      await publish(tx, publicationRecorded, said);
      return said;
    });
  }

  withdraw({ id, reason }: Input<typeof withdrawPublication>) {
    return this.db.transaction(async (tx): Promise<Output<typeof withdrawPublication>> => {
      const absent = problem('publication-not-found', { id });
      const [known] = await tx.find(PublicationEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw absent;
      const { unitId, title, publishedOn } = known;
      await assertInside(tx, 'publication.write', [unitId], publishedOn, absent);
      if (known.withdrawnBecause !== null) {
        sameAgain<object>({ id, reason: known.withdrawnBecause }, { id, reason });
        return { id };
      }
      const by = { withdrawnBecause: reason, withdrawnBy: currentPrincipal().username };
      await tx.update(PublicationEntity, { id }, by);
      await publish(tx, publicationWithdrawn, { id, unitId, title, reason });
      return { id };
    });
  }

  /** What counts for nobody is refused: the medium's quotas say of which units they ask. */
  private async assertLevel(
    tx: EntityManager,
    { unitId, medium, publishedOn }: Publication,
  ): Promise<void> {
    const [unit]: { level: string }[] = await tx.query('select level from unit where id = $1', [
      unitId,
    ]);
    const quotas = await quotasOf(tx, { on: publishedOn, within: unitId });
    const asked = quotas.filter((one) => one.medium === medium);
    const levels: string[] = asked.flatMap((one) => one.levels);
    if (asked.length === 0 || levels.includes(unit!.level)) return;
    throw problem('publication-of-another-level', { medium, level: unit!.level, on: publishedOn });
  }

  /** A portal publishes what is issued: before that there is nothing to do (reporting BR-32). */
  private async assertIssued(id: string, on: PlainDate): Promise<void> {
    const { status, signedOn, number } = await this.client.call(getInstrument, { id });
    if (status !== 'final' || on < signedOn)
      throw problem('document-not-issued', { id, number, on, signedOn });
  }
}

function publicationOf(known: PublicationEntity): Publication {
  const {
    recordedBy: _,
    recordedAt: __,
    withdrawnBecause: ___,
    withdrawnBy: ____,
    ...said
  } = known;
  return said;
}
