import {
  type Figure,
  figureRecorded,
  figureWithdrawn,
  type listFigures,
  problem,
  type recordFigure,
  type withdrawFigure,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertReadableUnit, ownUnit } from './standing-unit.ts';
import { UnitFigureEntity } from './unit.entity.ts';

@Injectable()
export class FigureService {
  constructor(private readonly db: EntityManager) {}

  async list({ id }: Input<typeof listFigures>): Promise<Output<typeof listFigures>> {
    await assertReadableUnit(this.db, 'unit.read', id);
    const rows = await this.db.find(UnitFigureEntity, {
      where: { unitId: id },
      order: { measuredOn: 'desc', kind: 'asc' },
    });
    return { items: rows.map(figureOf), nextCursor: null, total: rows.length };
  }

  /** A figure that stands for the day is replaced only by who says that it corrects it. */
  record(command: Input<typeof recordFigure>): Promise<Figure> {
    const { id, kind, value, measuredOn, source, corrects } = command;
    return this.db.transaction(async (tx) => {
      await ownUnit(tx, 'unit.write', id, measuredOn, { lock: true });
      const known = await tx.findOneBy(UnitFigureEntity, { unitId: id, kind, measuredOn });
      const figure = { kind, value, measuredOn, source };
      const was = known ? Number(known.value) : null;
      if (was === value && known!.source === source) return figure;
      if (known && !corrects) {
        throw problem('figure-is-recorded-otherwise', { kind, on: measuredOn, value: was });
      }
      await tx.upsert(
        UnitFigureEntity,
        { unitId: id, kind, measuredOn, value: String(value), source },
        ['unitId', 'kind', 'measuredOn'],
      );
      await publish(tx, figureRecorded, { ...figure, unitId: id, was });
      return figure;
    });
  }

  withdraw(command: Input<typeof withdrawFigure>): Promise<Output<typeof withdrawFigure>> {
    const { id, kind, measuredOn } = command;
    return this.db.transaction(async (tx) => {
      await ownUnit(tx, 'unit.write', id, measuredOn, { lock: true });
      const known = await tx.findOneBy(UnitFigureEntity, { unitId: id, kind, measuredOn });
      if (!known) return { withdrawn: false };
      await tx.delete(UnitFigureEntity, { unitId: id, kind, measuredOn });
      await publish(tx, figureWithdrawn, { ...figureOf(known), unitId: id });
      return { withdrawn: true };
    });
  }
}

function figureOf({ kind, value, measuredOn, source }: UnitFigureEntity): Figure {
  return { kind, value: Number(value), measuredOn, source };
}
