import {
  type EquipmentNeed,
  type listEquipment,
  type listEquipmentNeeds,
  type listEquipmentNorms,
  type listEquipmentShortages,
} from '@antt/contracts';
import { compareNames, type Input, type Output, type PlainDate } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { EquipmentNormEntity } from './equipment.entity.ts';
import {
  byItem,
  needOf,
  shortageCursor,
  shortagePlace,
  type ShortagePlace,
  type Standing,
  totalsOf,
} from './equipment.rules.ts';

const listSql = sql(import.meta.url, './list-equipment.sql');
const standingSql = sql(import.meta.url, './equipment-standing.sql');
const fallingDueSql = sql(import.meta.url, './falling-due.sql');

type Place = { id: string; name: string; kind: string };
type Short = Standing & { item: string };

@Injectable()
export class EquipmentService {
  constructor(private readonly db: EntityManager) {}

  async norms({
    on,
  }: Input<typeof listEquipmentNorms>): Promise<Output<typeof listEquipmentNorms>> {
    const all = await this.db.find(EquipmentNormEntity, {
      order: { item: 'asc', sizeFrom: 'asc' },
    });
    const items = all.filter(
      ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo),
    );
    return { items, nextCursor: null, total: items.length };
  }

  async list(question: Input<typeof listEquipment>): Promise<Output<typeof listEquipment>> {
    const { on, teamId, workplaceId, cursor, limit } = question;
    const { scope, within } = reach('team.read', question);
    const place = workplaceId ?? null;
    const asked = [on, scope, within, teamId ?? null, cursor ?? null, limit, place];
    const rows = await this.db.query(listSql, asked);
    return {
      items: rows,
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async shortages(
    question: Input<typeof listEquipmentShortages>,
  ): Promise<Output<typeof listEquipmentShortages>> {
    const { on, cursor, limit } = question;
    const after = shortagePlace(cursor);
    // Counted once, with the first page: the next ones look only at as many teams as fill them where each lacks two.
    const most = after ? Math.ceil(limit / 2) + 1 : null;
    const looked = await this.standing(on, question, { from: after?.code ?? null, most });
    const ahead = looked.filter(isShort).sort(byTeam).filter(isBehind(after));
    const page = ahead.slice(0, limit);
    const teamsLooked = new Set(looked.map((line) => line.team_id)).size;
    const without = looked.filter(({ size }) => size === null);
    const counts = after ?? {
      total: ahead.length,
      teamsWithoutSize: new Set(without.map((line) => line.team_id)).size,
    };
    const full = page.length < ahead.length ? page.at(-1)! : null;
    const last = full ?? (teamsLooked === most ? { code: looked.at(-1)!.code, item: null } : null);
    const { total, teamsWithoutSize } = counts;
    const teams = await this.teamNames(page, on);
    const communes = await this.communes(page, on);
    return {
      items: page.map((line) => ({
        team: { id: line.team_id, name: teams.get(line.team_id)! },
        commune: communes.get(line.commune_id)!,
        item: line.item,
        name: line.name,
        unit: line.unit,
        size: line.size!,
        least: line.least,
        most: line.most,
        usable: line.usable,
        due: line.due,
        short: line.short,
      })),
      nextCursor: last && shortageCursor({ total, teamsWithoutSize, ...last }),
      total,
      teamsWithoutSize,
    };
  }

  async needs(
    question: Input<typeof listEquipmentNeeds>,
  ): Promise<Output<typeof listEquipmentNeeds>> {
    const first = `${question.year}-01-01` as PlainDate;
    const standing = await this.standing(first, { ...question, on: first });
    const ending: { team_id: string; item: string; count: number }[] = await this.db.query(
      fallingDueSql,
      [first, `${question.year + 1}-01-01`, standing.map((line) => line.team_id)],
    );
    const due = new Map(ending.map((line) => [`${line.team_id}|${line.item}`, line.count]));
    const communes = await this.communes(standing, first);
    const needs = new Map<string, EquipmentNeed>();
    for (const line of standing) {
      if (line.item === null) continue;
      const { short, fallsDue, need } = needOf(line, due.get(`${line.team_id}|${line.item}`) ?? 0);
      const key = `${line.commune_id}|${line.item}`;
      const commune = communes.get(line.commune_id)!;
      const { item, name, unit } = line;
      const sum = needs.get(key) ?? { commune, item, name, unit, teams: 0, ...none };
      sum.teams += need > 0 ? 1 : 0;
      sum.short += short;
      sum.fallsDue += fallsDue;
      sum.need += need;
      needs.set(key, sum);
    }
    const items = [...needs.values()].filter(({ need }) => need > 0);
    return { ...pageOf(items.sort(byCommune), question), totals: totalsOf(items) };
  }

  private standing(
    on: PlainDate,
    question: { on: PlainDate; within?: string; teamId?: string },
    { from, most }: { from: string | null; most: number | null } = { from: null, most: null },
  ): Promise<Standing[]> {
    const { scope, within } = reach('team.read', question);
    const asked = [on, scope, within, question.teamId ?? null, from, most];
    return this.db.query(standingSql, asked);
  }

  private async teamNames(lines: readonly Standing[], on: PlainDate): Promise<Map<string, string>> {
    const teams: { id: string; name: string }[] = await this.db.query(
      `select id, team_name_on(id, $2) as name from unnest($1::uuid[]) id`,
      [[...new Set(lines.map((line) => line.team_id))], on],
    );
    return new Map(teams.map(({ id, name }) => [id, name]));
  }

  private async communes(lines: readonly Standing[], on: PlainDate): Promise<Map<string, Place>> {
    const communes: Place[] = await this.db.query(
      `select unit_id as id, name, kind from unit_version
        where unit_id = any ($1) and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
      [[...new Set(lines.map((line) => line.commune_id))], on],
    );
    return new Map(communes.map((commune) => [commune.id, commune]));
  }
}

const none = { short: 0, fallsDue: 0, need: 0 };

const isShort = (line: Standing): line is Short => line.item !== null && line.short > 0;

/** Codes as the database orders them, by their letters' numbers. */
const byCode = (a: { code: string }, b: { code: string }) =>
  Buffer.compare(Buffer.from(a.code), Buffer.from(b.code));
const byTeam = (a: Short, b: Short) => byCode(a, b) || byItem(a, b);

/** Of the team that a page broke off at, the items that were not told. */
const isBehind = (after: ShortagePlace | null) => (line: Short) =>
  !after ||
  line.code !== after.code ||
  (after.item !== null && byItem(line, { item: after.item }) > 0);

const byCommune = (a: EquipmentNeed, b: EquipmentNeed) =>
  compareNames(a.commune.name, b.commune.name) ||
  a.commune.id.localeCompare(b.commune.id) ||
  byItem(a, b);

/** These lists are reckoned anew for each page, so a place in them is a number. */
function pageOf<T>(all: T[], { cursor, limit }: { cursor?: string; limit: number }) {
  const start = Number(cursor ?? 0);
  const next = start + limit;
  return {
    items: all.slice(start, next),
    nextCursor: next < all.length ? String(next) : null,
    total: all.length,
  };
}
