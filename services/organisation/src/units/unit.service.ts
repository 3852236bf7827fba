import {
  type AreaUnit,
  type findUnits,
  type getUnit,
  type getUnitHistory,
  type listUnits,
  type Permission,
  type placeUnits,
  problem,
  type renameUnit,
  UnitKind,
  unitRenamed,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, searchKey } from '@antt/kernel';
import { assertInside, outsideOf, publish, reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertKindOfLevel } from './unit-kind.rules.ts';
import { UnitVersionEntity } from './unit.entity.ts';
import { assertReadableUnit, ownUnit } from './standing-unit.ts';

const listSql = sql(import.meta.url, './list-units.sql');
const profileSql = sql(import.meta.url, './unit-profile.sql');
const historySql = sql(import.meta.url, './unit-history.sql');

@Injectable()
export class UnitService {
  constructor(private readonly db: EntityManager) {}

  /** Names above villages are public; where `areas` are given, only what lies in them is told, on their days. */
  async list(
    question: Input<typeof listUnits>,
    areas: AreaUnit[] | null = null,
  ): Promise<Output<typeof listUnits>> {
    const { on, level, q, cursor, limit, days } = question;
    const { scope, within } = reach('unit.read', question);
    const key = q ? searchKey(q) : null;
    const { kinds, names } = kindsIn(key ?? '');
    const rows = await this.db.query(listSql, [
      on,
      areas ? null : scope,
      within,
      level ?? null,
      key,
      cursor ?? null,
      limit,
      days === 'all',
      kinds,
      names,
      question.kind ?? null,
      question.tag ?? null,
      question.parentId ?? null,
      question.facts === 'all',
      areas && JSON.stringify(areas),
    ]);
    const items = rows.map((row: Record<string, unknown>) => ({
      ...unitOf(row),
      parentName: row.parent_name,
      parentKind: row.parent_kind,
      ...(row.facts ? { facts: row.facts } : {}),
    }));
    const full = rows.length === limit;
    return {
      items,
      nextCursor: full ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ id, on }: Input<typeof getUnit>): Promise<Output<typeof getUnit>> {
    const [row] = await this.db.query(profileSql, [id, on]);
    if (!row) throw problem('unit-not-found', { id, on });
    await assertInside(this.db, 'unit.read', [id], on, problem('unit-not-found', { id, on }));
    const { ancestors, figures, tags, point, bounds } = row;
    return { ...unitOf(row), ancestors, figures, tags, point, bounds };
  }

  async history({ id }: Input<typeof getUnitHistory>): Promise<Output<typeof getUnitHistory>> {
    // A former unit is judged by its last day, any other by today: the area may be younger than the unit.
    const last = await assertReadableUnit(this.db, 'unit.read', id);
    const items: Output<typeof getUnitHistory>['items'] = await this.db.query(historySql, [id]);
    const [quotas, teams] = await Promise.all([
      this.mayRead('quota.read', id, last),
      this.mayRead('team.read', id, last),
    ]);
    const isShown = (what: string) =>
      what === 'quota' ? quotas : what.startsWith('team-') ? teams : true;
    const shown = items.filter(({ what }) => isShown(what));
    return { items: shown, nextCursor: null, total: shown.length };
  }

  private async mayRead(permission: Permission, id: string, on: PlainDate): Promise<boolean> {
    return (await outsideOf(this.db, permission, [id], on)).length === 0;
  }

  rename(command: Input<typeof renameUnit>): Promise<Output<typeof renameUnit>> {
    const { id, name, kind, validFrom } = command;
    return this.db.transaction(async (tx) => {
      const old = await ownUnit(tx, 'unit.write', id, validFrom, { lock: true });
      const renamed = { ...old, name, kind: kind ?? old.kind, searchKey: searchKey(name) };
      if (kind) assertKindOfLevel(renamed, validFrom);
      if (old.validFrom === validFrom) {
        if (old.name !== name || old.kind !== renamed.kind) {
          throw problem('unit-has-one-name-a-day', { id, on: validFrom });
        }
      } else {
        await tx.update(
          UnitVersionEntity,
          { unitId: id, validFrom: old.validFrom },
          { validTo: validFrom },
        );
        await tx.insert(UnitVersionEntity, { ...renamed, validFrom });
        await publish(tx, unitRenamed, command);
      }
      const [row] = await tx.query(profileSql, [id, validFrom]);
      return unitOf(row);
    });
  }

  async place({
    unitIds,
    roots,
    on,
  }: Input<typeof placeUnits>): Promise<Output<typeof placeUnits>> {
    const rows: { id: string; name: string; kind: UnitKind; inside: boolean }[] =
      await this.db.query(
        `select u.id, last.name, last.kind,
              $2::uuid[] is null or u.id in (select id from unit_below($2, $3::date)) as inside
         from unit u
         cross join lateral (select name, kind from unit_version v where v.unit_id = u.id
                              order by v.valid_from <= $3::date desc, v.valid_from desc limit 1) last
        where u.id = any ($1)`,
        [unitIds, roots === 'all' ? null : roots, on],
      );
    return {
      within: rows.filter((row) => row.inside).map((row) => row.id),
      names: Object.fromEntries(rows.map((row) => [row.id, row.name])),
      kinds: Object.fromEntries(rows.map((row) => [row.id, row.kind])),
    };
  }

  async find({ keys }: Input<typeof findUnits>): Promise<Output<typeof findUnits>> {
    const rows: { id: string | null }[] = await this.db.query(
      `select (select v.unit_id from unit_version v
                where v.level = k->>'level' and v.list = k->>'list' and v.code = k->>'code'
                order by v.valid_from desc limit 1) as id
         from jsonb_array_elements($1) with ordinality as key(k, n)
        order by n`,
      [JSON.stringify(keys)],
    );
    return { ids: rows.map((row) => row.id) };
  }
}

/** "thi tran phi dien": people write the kind with the name, which alone is the search key. */
function kindsIn(key: string): { kinds: UnitKind[]; names: string[] } {
  const kinds = UnitKind.options.filter((kind) => key.startsWith(`${searchKey(kind)} `));
  return { kinds, names: kinds.map((kind) => `${key.slice(searchKey(kind).length + 1)}%`) };
}

function unitOf(row: Record<string, unknown>) {
  return {
    id: row.id,
    level: row.level,
    kind: row.kind,
    code: row.code,
    list: row.list,
    name: row.name,
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  } as Output<typeof renameUnit>;
}
