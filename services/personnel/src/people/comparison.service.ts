import {
  type Comparison,
  comparisonUndone,
  duplicateJudged,
  type judgeDuplicate,
  type listComparisons,
  type listDuplicates,
  type PersonRow,
  problem,
  type undoComparison,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, In, IsNull } from 'typeorm';
import { shareHolds } from '../payrolls/shared-holds.ts';
import { ComparisonEntity } from './comparison.entity.ts';
import { move, moveBack, stateOf } from './moving.ts';
import { assertPerson, peopleScope, peopleWithin } from './person-scope.ts';
import { PersonEntity } from './person.entity.ts';
import { PersonService } from './person.service.ts';

const pairsSql = sql(import.meta.url, './likely-pairs.sql');
const listSql = sql(import.meta.url, './list-duplicates.sql').replace(
  '/* pairs */',
  () => `\n${pairsSql}\n`,
);

type Pair = {
  firstId: string;
  secondId: string;
  similarity: number;
  twoDays: boolean;
  total: number;
};

const cursorOf = ({ twoDays, similarity, firstId, secondId }: Pair) =>
  [twoDays ? 1 : 0, similarity, firstId, secondId].join(' ');

function readCursor(text: string): [boolean, number, string, string] {
  const [days, alike, ...ids] = text.split(' ');
  const isRead =
    /^[01]$/.test(days ?? '') &&
    /^[01](\.\d+)?$/.test(alike ?? '') &&
    ids.length === 2 &&
    ids.every((id) => /^[0-9a-f-]{36}$/.test(id));
  if (!isRead) throw problem('invalid-input', { errors: [{ path: 'cursor', message: 'unknown' }] });
  return [days === '1', Number(alike), ids[0]!, ids[1]!];
}

/** Are two records of one person? Somebody judges; what was judged is kept and can be taken back. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly db: EntityManager,
    private readonly people: PersonService,
  ) {}

  async likely(question: Input<typeof listDuplicates>): Promise<Output<typeof listDuplicates>> {
    const { on, within, cursor, limit } = question;
    const scope = await peopleScope(this.db, 'person.write', on);
    const inside = await peopleWithin(this.db, within, on);
    const after = cursor === undefined ? [null, null, null, null] : readCursor(cursor);
    const pairs: Pair[] = await this.db.query(listSql, [on, scope, inside, limit, ...after]);
    const ids = pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]);
    const people = await this.people.rows(ids, on);
    const items = pairs.map(({ firstId, secondId, similarity }) => {
      const both: [PersonRow, PersonRow] = [people.get(firstId)!, people.get(secondId)!];
      return { people: both, similarity };
    });
    const last = pairs.at(-1);
    const nextCursor = last && pairs.length === limit ? cursorOf(last) : null;
    return { items, nextCursor, total: pairs[0]?.total ?? 0 };
  }

  judge(command: Input<typeof judgeDuplicate>): Promise<Comparison> {
    const { id, judgement, keptId, reason } = command;
    const [firstId, secondId] = [...command.personIds].sort() as [string, string];
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(ComparisonEntity, { id });
      const said = { firstId, secondId, judgement, keptId, reason };
      if (known)
        return shown(sameAgain<Partial<ComparisonEntity>>(known, said) as ComparisonEntity);
      const lock = { mode: 'pessimistic_write' } as const;
      await tx.find(PersonEntity, {
        where: { id: In([firstId, secondId]) },
        order: { id: 1 },
        lock,
      });
      for (const one of [firstId, secondId]) {
        await assertPerson(tx, 'person.write', one, today());
      }
      await tx.insert(ComparisonEntity, {
        id,
        ...said,
        moved: {},
        judgedBy: currentPrincipal().username,
      });
      if (keptId)
        await this.merge(tx, id, { keptId, otherId: keptId === firstId ? secondId : firstId });
      const personIds: [string, string] = [firstId, secondId];
      await publish(tx, duplicateJudged, { id, personIds, judgement, keptId, reason });
      return shown(await tx.findOneByOrFail(ComparisonEntity, { id }));
    });
  }

  async list({ personId }: Input<typeof listComparisons>): Promise<Output<typeof listComparisons>> {
    await assertPerson(this.db, 'person.read', personId, today());
    const rows = await this.db.find(ComparisonEntity, {
      where: [{ firstId: personId }, { secondId: personId }],
      order: { judgedAt: 'desc' },
    });
    const ids = rows.flatMap(({ firstId, secondId }) => [firstId, secondId]);
    const names = await this.names(ids);
    const nameOf = (id: string | null) => names.get(id ?? '') ?? null;
    const items = rows.map((row) => {
      const pair: [string | null, string | null] = [nameOf(row.firstId), nameOf(row.secondId)];
      return { ...shown(row), names: pair, keptName: nameOf(row.keptId) };
    });
    return { items };
  }

  /** How records are called that the sender may see; one that was merged is seen where the other one is. */
  private async names(ids: string[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.db.query(
      `select p.id, p.name from person p
         left join lateral person_place(person_survivor(p.id), $2) place on true
        where p.id = any ($1)
          and ($3::uuid[] is null or coalesce(place.commune_id, p.commune_id) = any ($3))`,
      [ids, today(), await peopleScope(this.db, 'person.read', today())],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  undo({ id, reason }: Input<typeof undoComparison>): Promise<Comparison> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(ComparisonEntity, { where: { id }, lock });
      if (!found) throw problem('comparison-not-found', { id });
      const { firstId, secondId, judgement, keptId } = found;
      await assertPerson(tx, 'person.write', keptId ?? firstId, today());
      if (found.undoneAt) return shown(found);
      if (keptId) await this.part(tx, found, keptId);
      else await assertPerson(tx, 'person.write', secondId, today());
      await tx.update(ComparisonEntity, { id }, { undoneAt: () => 'now()' });
      const personIds: [string, string] = [firstId, secondId];
      await publish(tx, comparisonUndone, { id, personIds, judgement, keptId, reason });
      return shown(await tx.findOneByOrFail(ComparisonEntity, { id }));
    });
  }

  private async merge(
    tx: EntityManager,
    id: string,
    { keptId, otherId }: { keptId: string; otherId: string },
  ): Promise<void> {
    const moved = await move(tx, { from: otherId, to: keptId });
    await tx.update(PersonEntity, { id: otherId }, { mergedInto: keptId });
    await shareHolds(tx, { from: otherId, to: keptId });
    await tx.update(ComparisonEntity, { id }, { moved, state: await stateOf(tx, keptId) });
  }

  /** Only as long as the record is what the merger made it: later acts rest on both. */
  private async part(tx: EntityManager, found: ComparisonEntity, keptId: string): Promise<void> {
    const { id, firstId, secondId, moved, state, judgedAt } = found;
    const otherId = keptId === firstId ? secondId : firstId;
    const later = await tx.find(ComparisonEntity, {
      where: [
        { firstId: keptId, judgement: 'same', undoneAt: IsNull() },
        { secondId: keptId, judgement: 'same', undoneAt: IsNull() },
      ],
    });
    const isLater = later.some((one) => one.id !== id && one.judgedAt! > judgedAt!);
    if (isLater || (await stateOf(tx, keptId)) !== state) {
      throw problem('comparison-has-followers', { id });
    }
    await moveBack(tx, otherId, moved);
    await tx.update(PersonEntity, { id: otherId }, { mergedInto: null });
  }
}

function shown({ firstId, secondId, judgedAt, undoneAt, ...row }: ComparisonEntity): Comparison {
  const { id, judgement, keptId, reason, judgedBy } = row;
  return {
    id,
    personIds: [firstId, secondId],
    judgement,
    keptId,
    reason,
    judgedBy,
    judgedAt: judgedAt!.toISOString(),
    undone: Boolean(undoneAt),
  };
}
