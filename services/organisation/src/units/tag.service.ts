import {
  type defineTag,
  type endUnitTag,
  type listTags,
  type listUnitTags,
  problem,
  type Tag,
  tagDefined,
  type tagUnit,
  unitTagEnded,
  unitTagged,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { assertEverywhere, publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/instrument.service.ts';
import { assertReadableUnit, ownUnit } from './standing-unit.ts';
import { TagEntity, UnitTagEntity } from './unit.entity.ts';

@Injectable()
export class TagService {
  constructor(private readonly db: EntityManager) {}

  async vocabulary(): Promise<Output<typeof listTags>> {
    const items = await this.db.find(TagEntity, { order: { family: 'asc', code: 'asc' } });
    return { items, nextCursor: null, total: items.length };
  }

  /** The vocabulary belongs to the whole installation. */
  define(tag: Input<typeof defineTag>): Promise<Tag> {
    return this.db.transaction(async (tx) => {
      assertEverywhere('unit.write');
      await tx.upsert(TagEntity, tag, ['code']);
      await publish(tx, tagDefined, tag);
      return tag;
    });
  }

  async list({ id }: Input<typeof listUnitTags>): Promise<Output<typeof listUnitTags>> {
    await assertReadableUnit(this.db, 'unit.read', id);
    const items: Output<typeof listUnitTags>['items'] = await this.db.query(
      `select t.tag, t.valid_from as "validFrom", t.valid_to as "validTo",
              t.instrument_id as "instrumentId", i.number as "instrumentNumber"
         from unit_tag t left join instrument i on i.id = t.instrument_id
        where t.unit_id = $1 order by t.valid_from desc, t.tag`,
      [id],
    );
    return { items, nextCursor: null, total: items.length };
  }

  tag(command: Input<typeof tagUnit>): Promise<Output<typeof tagUnit>> {
    const { id, tag, validFrom, instrumentId } = command;
    return this.db.transaction(async (tx) => {
      const unit = await ownUnit(tx, 'unit.write', id, validFrom, { lock: true });
      const known = await tx.findOneBy(TagEntity, { code: tag });
      if (!known) throw problem('tag-not-found', { tag });
      if (!known.levels.includes(unit.level)) {
        throw problem('tag-not-of-level', { tag: known.name, level: unit.level, name: unit.name });
      }
      if (instrumentId) await instrumentInForce(tx, instrumentId, validFrom);
      const given = { tag, validFrom, validTo: null, instrumentId };
      const rows = await tx.findBy(UnitTagEntity, { unitId: id, tag });
      const standing = rows.find(
        (row) => row.validFrom <= validFrom && (row.validTo === null || validFrom < row.validTo),
      );
      if (standing?.validFrom === validFrom && standing.instrumentId === instrumentId) return given;
      if (known.family) await this.endFamily(tx, command, known.family);
      await tx.insert(UnitTagEntity, { ...given, unitId: id });
      await publish(tx, unitTagged, command);
      return given;
    });
  }

  /** What was set for later stays, and is found by the constraint. */
  private async endFamily(
    tx: EntityManager,
    { id, tag, validFrom }: Input<typeof tagUnit>,
    family: string,
  ): Promise<void> {
    const ended: { tag: string }[] = await tx
      .query(
        `update unit_tag set valid_to = $3
        where unit_id = $1 and tag in (select code from tag where family = $4 and code <> $2)
          and valid_from < $3 and (valid_to is null or $3 < valid_to)
       returning tag`,
        [id, tag, validFrom, family],
      )
      .then(([rows]: [{ tag: string }[]]) => rows);
    for (const { tag } of ended) await publish(tx, unitTagEnded, { id, tag, validTo: validFrom });
  }

  end(command: Input<typeof endUnitTag>): Promise<Output<typeof endUnitTag>> {
    const { id, tag, validTo } = command;
    return this.db.transaction(async (tx) => {
      await ownUnit(tx, 'unit.write', id, validTo, { lock: true });
      const rows = await tx.findBy(UnitTagEntity, { unitId: id, tag });
      const key = { unitId: id, tag };
      const standing = rows.find(
        (row) => row.validFrom <= validTo && (row.validTo === null || validTo < row.validTo),
      );
      if (!standing) {
        // Said again: it ended then.
        if (rows.some((row) => row.validTo === validTo)) return { tag, validTo, removed: false };
        throw problem('unit-tag-not-found', { id, tag, on: validTo });
      }
      const { validFrom } = standing;
      const removed = validFrom === validTo;
      if (removed) await tx.delete(UnitTagEntity, { ...key, validFrom });
      else await tx.update(UnitTagEntity, { ...key, validFrom }, { validTo });
      await publish(tx, unitTagEnded, command);
      return { tag, validTo, removed };
    });
  }
}
