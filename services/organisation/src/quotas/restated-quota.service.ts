import type { listQuotas, Restatement } from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { RestatementService } from '../restatements/restatement.service.ts';

type Question = Input<typeof listQuotas> & { restate: PlainDate };
type Answer = Output<typeof listQuotas>;
type Active = { id: string | null; is_total: boolean; active: number; apportioned?: string[] };

const told = ['villages', 'teams', 'members', 'leaders', 'deputies', 'ordinary'] as const;

/** Quotas of a day in the communes of another: nobody decided these, so they name what they are made of. */
@Injectable()
export class RestatedQuotaService {
  constructor(
    private readonly db: EntityManager,
    private readonly restatements: RestatementService,
  ) {}

  async list({ cursor, limit, ...question }: Question): Promise<Answer> {
    const asked = { ...question, level: 'commune' as const, permission: 'quota.read' as const };
    const [{ items, total, unplaced }, rows, norms] = await Promise.all([
      this.restatements.list(asked),
      this.restatements.coverage<Active>(asked),
      this.restatements.normsOf(asked),
    ]);
    const active = new Map(rows.map((row) => [row.is_total ? null : row.id, row]));
    const decided = items.filter(({ teams, members }) => teams !== null || members !== null);
    const decisions = await this.decisionsOf(decided, question.on);
    const all = decided.map(({ unit, of, ...numbers }) => {
      const { apportioned = [] } = active.get(unit.id) ?? {};
      const norm = norms.get(unit.id);
      const shared = told.filter((name) => numbers[name]?.exact === false);
      return {
        id: unit.id,
        unitId: unit.id,
        instrumentId: decisions.get(unit.id) ?? null,
        villages: numbers.villages?.value ?? null,
        teams: numbers.teams?.value ?? 0,
        members: numbers.members?.value ?? 0,
        leaders: numbers.leaders?.value ?? null,
        deputies: numbers.deputies?.value ?? null,
        ordinary: numbers.ordinary?.value ?? null,
        note: '',
        validFrom: null,
        validTo: null,
        unit: { code: unit.code, name: unit.name, kind: unit.kind },
        parent:
          unit.parentId === null
            ? null
            : { id: unit.parentId, name: unit.parentName!, kind: unit.parentKind! },
        active: active.get(unit.id)?.active ?? 0,
        norm: norm ? { teams: norm.teams, members: norm.members } : null,
        serving: null,
        surplus: null,
        restated: {
          apportioned: [
            ...shared,
            ...(apportioned.includes('teams.active') ? ['active'] : []),
            ...(norm && !norm.sure ? ['norm'] : []),
          ],
          of,
        },
      };
    });
    const start = cursor ? all.findIndex(({ id }) => id === cursor) + 1 : 0;
    const page = all.slice(start, limit === undefined ? undefined : start + limit);
    return {
      items: page,
      nextCursor: start + page.length < all.length ? page.at(-1)!.id : null,
      total: all.length,
      totals: {
        villages: total.villages?.value ?? 0,
        teams: total.teams?.value ?? 0,
        members: total.members?.value ?? 0,
        // Of one decision the teams are those of the rows that it makes, as where nothing is restated.
        active: question.instrumentId
          ? all.reduce((sum, row) => sum + row.active, 0)
          : (active.get(null)?.active ?? 0),
      },
      unplaced,
    };
  }

  /** The decision of a row where all that it is made of cite the same one. */
  private async decisionsOf(
    rows: readonly Pick<Restatement, 'unit' | 'of'>[],
    on: PlainDate,
  ): Promise<Map<string, string>> {
    const known: { unit_id: string; instrument_id: string }[] = await this.db.query(
      `select unit_id, instrument_id from quota where unit_id = any ($1)
          and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
      [rows.flatMap(({ of }) => of.map(({ id }) => id)), on],
    );
    const cited = new Map(known.map((row) => [row.unit_id, row.instrument_id]));
    return new Map(
      rows.flatMap(({ unit, of }) => {
        const [one, ...others] = new Set(of.flatMap(({ id }) => cited.get(id) ?? []));
        return one && others.length === 0 ? [[unit.id, one] as const] : [];
      }),
    );
  }
}
