import {
  type decideRemoval,
  type listRemovals,
  problem,
  type Removal,
  removalDecided,
  removalRequested,
  type requestRemoval,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { communeRefs } from '../people/commune-ref.ts';
import { assertPerson, communeOf, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { RemovalEntity } from './removal.entity.ts';
import { remove } from './what-goes.ts';

/** Records go on request, by two people's will, and leave a tombstone. */
@Injectable()
export class RemovalService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listRemovals>): Promise<Output<typeof listRemovals>> {
    const { on, within, personId } = question;
    const scope = await peopleScope(this.db, 'person.write', on);
    const inside = await peopleWithin(this.db, within, on);
    const rows = await this.db.find(RemovalEntity, {
      where: {
        ...(scope ? { communeId: In(scope) } : {}),
        ...(personId ? { personId } : {}),
      },
      order: { decidedAt: { direction: 'desc', nulls: 'first' }, requestedAt: 'desc' },
    });
    const found = rows.filter(({ communeId }) => !inside || inside.includes(communeId));
    const items = await shown(this.db, found);
    return { items, nextCursor: null, total: items.length };
  }

  request(command: Input<typeof requestRemoval>): Promise<Removal> {
    const { id, personId, reason, evidence } = command;
    return this.db.transaction(async (tx) => {
      await assertPerson(tx, 'person.write', personId, today());
      const known = await tx.findOneBy(RemovalEntity, { id });
      if (known) {
        sameAgain<Partial<RemovalEntity>>(known, command);
        return one(tx, id);
      }
      const communeId = await communeOf(tx, personId, today());
      const { username: requestedBy, accountId: requesterId } = currentPrincipal();
      await tx.insert(RemovalEntity, { ...command, communeId, requestedBy, requesterId });
      await publish(tx, removalRequested, { id, personId, communeId, reason, evidence });
      return one(tx, id);
    });
  }

  decide({ id, outcome, note }: Input<typeof decideRemoval>): Promise<Removal> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(RemovalEntity, { where: { id }, lock });
      if (!found) throw problem('removal-not-found', { id });
      const { personId, communeId } = found;
      if (found.outcome) {
        // The record may be gone: the area that it was in answers for it.
        const scope = await peopleScope(tx, 'person.remove', today());
        if (scope && !scope.includes(communeId))
          throw problem('person-not-found', { id: personId });
        if (found.outcome === outcome && found.note === note) return one(tx, id);
        throw problem('removal-is-decided', { id });
      }
      await assertPerson(tx, 'person.remove', personId, today());
      const { username: decidedBy, accountId: deciderId } = currentPrincipal();
      const row = { outcome, note, decidedBy, deciderId, decidedAt: () => 'now()' };
      await tx.update(RemovalEntity, { id }, row);
      if (outcome === 'approved') await remove(tx, personId);
      await publish(tx, removalDecided, { id, personId, communeId, outcome });
      return one(tx, id);
    });
  }
}

async function one(tx: EntityManager, id: string): Promise<Removal> {
  return (await shown(tx, [await tx.findOneByOrFail(RemovalEntity, { id })]))[0]!;
}

async function shown(db: EntityManager, rows: RemovalEntity[]): Promise<Removal[]> {
  const ids = rows.map(({ communeId }) => communeId);
  const communes = await communeRefs(db, ids, today());
  return rows.map((row) => told(row, communes.get(row.communeId) ?? null));
}

function told(row: RemovalEntity, commune: Removal['commune']): Removal {
  const { requesterId: _, deciderId: __, requestedAt, decidedAt, ...rest } = row;
  return {
    ...rest,
    commune,
    outcome: rest.outcome ?? null,
    decidedBy: rest.decidedBy ?? null,
    note: rest.note ?? '',
    requestedAt: requestedAt!.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
