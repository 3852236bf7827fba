import {
  type endIndicator,
  type getIndicator,
  type Indicator,
  indicatorEnded,
  indicatorSet,
  type listIndicators,
  type listIndicatorVersions,
  problem,
  type setIndicator,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMayLayDown, endFormer } from '../laying-down.ts';
import { IndicatorEntity } from './indicator.entity.ts';
import { indicatorsOf } from './indicators-of.ts';

type Laid = Omit<Indicator, 'validTo'>;

/** Indicators as data: shipped, and laid down by provinces from days on. */
@Injectable()
export class IndicatorService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listIndicators>): Promise<Output<typeof listIndicators>> {
    const items = await indicatorsOf(this.db, question);
    return { items, nextCursor: null, total: items.length };
  }

  async get(question: Input<typeof getIndicator>): Promise<Indicator> {
    const { code, on, within } = question;
    const [indicator] = await indicatorsOf(this.db, question);
    if (!indicator) throw problem('indicator-not-found', { code, on, unitId: within ?? null });
    return indicator;
  }

  async listVersions({
    code,
  }: Input<typeof listIndicatorVersions>): Promise<Output<typeof listIndicatorVersions>> {
    const rows = await this.db.find(IndicatorEntity, {
      where: { code },
      order: { validFrom: 'DESC', unitId: 'ASC' },
    });
    const names: { id: string; name: string }[] = await this.db.query(
      `select distinct on (unit_id) unit_id as id, kind || ' ' || name as name from unit_version
        where unit_id = any ($1) order by unit_id, valid_from desc`,
      [rows.map(({ unitId }) => unitId)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const items = rows.map((row) => ({ ...row, unitName: nameOf.get(row.unitId ?? '') ?? '' }));
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setIndicator>): Promise<Indicator> {
    return this.db.transaction(async (tx) => {
      await assertMayLayDown(tx, command.unitId, command.validFrom);
      const known = await tx.findOneBy(IndicatorEntity, { id: command.id });
      if (known) return sameAgain<Indicator>(known, { ...command, inUse: true });
      const set = await this.lay(tx, { ...command, inUse: true });
      await publish(tx, indicatorSet, set);
      return set;
    });
  }

  /** A version of its own that is not in use: what is shipped goes on for the other provinces. */
  end({ id, code, unitId, validFrom, citation }: Input<typeof endIndicator>): Promise<Indicator> {
    return this.db.transaction(async (tx) => {
      await assertMayLayDown(tx, unitId, validFrom);
      const known = await tx.findOneBy(IndicatorEntity, { id });
      if (known)
        return sameAgain<Indicator>(known, { code, unitId, validFrom, citation, inUse: false });
      const [held] = (
        await indicatorsOf(tx, { on: validFrom, code, within: unitId ?? undefined })
      ).filter((one) => unitId !== null || one.unitId === null);
      if (!held) throw problem('indicator-not-found', { code, on: validFrom, unitId });
      const { validTo: _, ...definition } = held;
      const laid = { ...definition, id, unitId, validFrom, citation, certainty: null };
      const ended = await this.lay(tx, { ...laid, inUse: false });
      await publish(tx, indicatorEnded, ended);
      return ended;
    });
  }

  private async lay(tx: EntityManager, laid: Laid): Promise<Indicator> {
    const { code, unitId, validFrom } = laid;
    const thing = { code, unit_id: unitId };
    const validTo = await endFormer(tx, 'indicator', thing, validFrom);
    const indicator = { ...laid, validTo };
    await tx.insert(IndicatorEntity, indicator as never);
    return indicator;
  }
}
