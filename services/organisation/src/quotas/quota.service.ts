import { type listQuotas, type Quota, quotaSet, type setQuota } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/standing-instrument.ts';
import { NormService } from '../norms/norm.service.ts';
import { ServingService } from '../servings/serving.service.ts';
import { lockUnits, ownUnit } from '../units/standing-unit.ts';
import { QuotaEntity } from './quota.entity.ts';
import { RestatedQuotaService } from './restated-quota.service.ts';

const listSql = sql(import.meta.url, './list-quotas.sql');

type Item = Output<typeof listQuotas>['items'][number];

@Injectable()
export class QuotaService {
  constructor(
    private readonly db: EntityManager,
    private readonly norms: NormService,
    private readonly servings: ServingService,
    private readonly restated: RestatedQuotaService,
  ) {}

  async list(question: Input<typeof listQuotas>): Promise<Output<typeof listQuotas>> {
    const { on, instrumentId, cursor, limit, restate } = question;
    if (restate !== undefined) return this.restated.list({ ...question, restate });
    const { scope, within } = reach('quota.read', question);
    const [rows, norms, serving] = await Promise.all([
      this.db.query(listSql, [on, scope, within, instrumentId ?? null]) as Promise<
        (Item & { sort_key: string })[]
      >,
      this.norms.sums({ on, scope, within }, 'commune'),
      this.servings.inCommunes(on),
    ]);
    const totals = { villages: 0, teams: 0, members: 0, active: 0 };
    for (const row of rows) {
      totals.villages += row.villages ?? 0;
      totals.teams += row.teams;
      totals.members += row.members;
      totals.active += row.active;
    }
    const start = cursor ? rows.findIndex((row) => row.sort_key > cursor) : 0;
    const rest = start === -1 ? [] : rows.slice(start);
    const page = limit === undefined ? rest : rest.slice(0, limit);
    return {
      items: page.map(({ sort_key: _, ...item }) => ({
        ...item,
        norm: norms.get(item.unitId) ?? null,
        serving: serving?.(item.unitId) ?? null,
      })),
      nextCursor: page.length < rest.length ? page.at(-1)!.sort_key : null,
      total: rows.length,
      totals,
    };
  }

  /** Law 30/2023/QH15 Art. 14.4: the number is the decision's, from its day on. */
  set(command: Input<typeof setQuota>): Promise<Quota> {
    return this.db.transaction(async (tx) => {
      // Quotas of one commune end one another: set at once, they come one after the other.
      await lockUnits(tx, [command.unitId]);
      const known = await tx.findOneBy(QuotaEntity, { id: command.id });
      if (known) return sameAgain(known, command);
      const { unitId, instrumentId, validFrom } = command;
      await ownUnit(tx, 'quota.write', unitId, validFrom);
      await instrumentInForce(tx, instrumentId, validFrom);
      // It ends where the next one is planned, or with the commune; the standing one ends where this begins.
      const [end] = await tx.query(
        `select least((select min(valid_from) from quota where unit_id = $1 and valid_from > $2),
                      (select max(valid_to) from unit_version where unit_id = $1
                       having bool_and(valid_to is not null))) as day`,
        [unitId, validFrom],
      );
      await tx.query(
        `update quota set valid_to = $2 where unit_id = $1 and valid_from < $2
            and (valid_to is null or valid_to > $2)`,
        [unitId, validFrom],
      );
      const quota: Quota = { ...command, validTo: end.day };
      await tx.insert(QuotaEntity, quota);
      await publish(tx, quotaSet, quota);
      return quota;
    });
  }
}
