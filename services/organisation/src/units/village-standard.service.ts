import {
  type endVillageStandard,
  type listVillageStandards,
  problem,
  type setVillageStandard,
  type VillageStandard,
  villageStandardEnded,
  villageStandardSet,
} from '@antt/contracts';
import { type Input, kindsOf, type Output, type PlainDate } from '@antt/kernel';
import { assertEverywhere, assertInside, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/instrument.service.ts';
import { lockUnits, standingUnit } from './standing-unit.ts';
import { VillageStandardEntity } from './village-standard.entity.ts';

const listSql = sql(import.meta.url, './list-village-standards.sql');

/** The size that villages should have (law BR-88): set by law, or by a council for its own villages. */
@Injectable()
export class VillageStandardService {
  constructor(private readonly db: EntityManager) {}

  /** What the law says of villages is public, as their names and documents are. */
  async list({
    on,
  }: Input<typeof listVillageStandards>): Promise<Output<typeof listVillageStandards>> {
    const items = await this.db.query(listSql, [on ?? null]);
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setVillageStandard>): Promise<VillageStandard> {
    const { id, kind, unitId, instrumentId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      if (unitId) await lockUnits(tx, [unitId]);
      await assertMaySet(tx, unitId, validFrom);
      const known = await tx.findOneBy(VillageStandardEntity, { id });
      if (known) return sameAgain<VillageStandard>(known, command);
      if (!kindsOf('village').includes(kind))
        throw problem('village-standard-not-of-village', { kind });
      if (unitId) await standingUnit(tx, unitId, validFrom);
      if (instrumentId) await instrumentInForce(tx, instrumentId, validFrom);
      const [next] = await tx.query(
        `select min(valid_from) as day from village_standard
          where kind = $1 and unit_id is not distinct from $2 and valid_from > $3`,
        [kind, unitId, validFrom],
      );
      await tx.query(
        `update village_standard set valid_to = $3
          where kind = $1 and unit_id is not distinct from $2 and valid_from < $3
            and (valid_to is null or $3 < valid_to)`,
        [kind, unitId, validFrom],
      );
      const standard: VillageStandard = { ...command, validTo: next.day };
      await tx.insert(VillageStandardEntity, standard);
      await publish(tx, villageStandardSet, standard);
      return standard;
    });
  }

  end({
    id,
    validTo,
  }: Input<typeof endVillageStandard>): Promise<Output<typeof endVillageStandard>> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(VillageStandardEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!known) throw problem('village-standard-not-found', { id });
      const { unitId, validFrom } = known;
      await assertMaySet(tx, unitId, validFrom);
      const removed = validTo === validFrom;
      const ended = { id, validTo, removed };
      if (known.validTo === validTo) return ended;
      if (validTo < validFrom || (known.validTo !== null && known.validTo < validTo)) {
        throw problem('village-standard-ends-outside', { on: validTo, validFrom });
      }
      if (removed) await tx.delete(VillageStandardEntity, { id });
      else await tx.update(VillageStandardEntity, { id }, { validTo });
      await publish(tx, villageStandardEnded, ended);
      return ended;
    });
  }
}

/** A standard for all villages belongs to the whole installation, another one to its unit. */
async function assertMaySet(
  tx: EntityManager,
  unitId: string | null,
  on: PlainDate,
): Promise<void> {
  if (unitId) await assertInside(tx, 'unit.write', [unitId], on);
  else assertEverywhere('unit.write');
}
