import {
  type EquipmentNeed,
  type listEquipment,
  type listEquipmentNeeds,
  type listEquipmentNorms,
  type listEquipmentShortages,
} from '@antt/contracts';
import { compareNames, type Input, type Output, type PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { reach } from '../scope.ts';
import { EquipmentNormEntity } from './equipment.entity.ts';
import { needOf, type Standing } from './equipment.rules.ts';

const listSql = sql(import.meta.url, './list-equipment.sql');
const standingSql = sql(import.meta.url, './equipment-standing.sql');
const fallingDueSql = sql(import.meta.url, './falling-due.sql');

type Place = { id: string; name: string; kind: string };
type Named = { teams: Map<string, { name: string; code: string }>; communes: Map<string, Place> };

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
    const { on, teamId, cursor, limit } = question;
    const { scope, within } = reach('team.read', question);
    const asked = [on, scope, within, teamId ?? null, cursor ?? null, limit];
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
    const { on } = question;
    const standing = await this.standing(on, question);
    const names = await this.names(standing, on);
    const items = standing
      .filter(({ item, short }) => item !== null && short > 0)
      .map((line) => ({
        team: { id: line.team_id, name: names.teams.get(line.team_id)!.name },
        commune: names.communes.get(line.commune_id)!,
        item: line.item!,
        name: line.name,
        unit: line.unit,
        size: line.size!,
        least: line.least,
        most: line.most,
        usable: line.usable,
        due: line.due,
        short: line.short,
        code: names.teams.get(line.team_id)!.code,
      }))
      .sort((a, b) => compareNames(a.code, b.code) || order(a, b))
      .map(({ code: _, ...line }) => line);
    const page = pageOf(items, question);
    const without = standing.filter(({ size }) => size === null);
    const teamsWithoutSize = new Set(without.map((line) => line.team_id)).size;
    return { ...page, teamsWithoutSize };
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
    const names = await this.names(standing, first);
    const needs = new Map<string, EquipmentNeed>();
    for (const line of standing) {
      if (line.item === null) continue;
      const { short, fallsDue, need } = needOf(line, due.get(`${line.team_id}|${line.item}`) ?? 0);
      const key = `${line.commune_id}|${line.item}`;
      const commune = names.communes.get(line.commune_id)!;
      const { item, name, unit } = line;
      const sum = needs.get(key) ?? { commune, item, name, unit, teams: 0, ...none };
      sum.teams += need > 0 ? 1 : 0;
      sum.short += short;
      sum.fallsDue += fallsDue;
      sum.need += need;
      needs.set(key, sum);
    }
    const items = [...needs.values()].filter(({ need }) => need > 0);
    return pageOf(items.sort(byCommune), question);
  }

  private standing(
    on: PlainDate,
    question: { on: PlainDate; within?: string; teamId?: string },
  ): Promise<Standing[]> {
    const { scope, within } = reach('team.read', question);
    return this.db.query(standingSql, [on, scope, within, question.teamId ?? null]);
  }

  private async names(standing: readonly Standing[], on: PlainDate): Promise<Named> {
    const ids = (of: 'team_id' | 'commune_id') => [...new Set(standing.map((line) => line[of]))];
    const teams: { id: string; name: string; code: string }[] = await this.db.query(
      `select id, code, team_name_on(id, $2) as name from team where id = any ($1)`,
      [ids('team_id'), on],
    );
    const communes: Place[] = await this.db.query(
      `select unit_id as id, name, kind from unit_version
        where unit_id = any ($1) and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
      [ids('commune_id'), on],
    );
    return {
      teams: new Map(teams.map((team) => [team.id, team])),
      communes: new Map(communes.map((commune) => [commune.id, commune])),
    };
  }
}

const none = { short: 0, fallsDue: 0, need: 0 };

/** In the order of the decree's table; what a later one adds comes after. */
const table = ['desk', 'meeting-table', 'chair', 'cabinet', 'bed'];
const place = (item: string) => (table.includes(item) ? table.indexOf(item) : table.length);
const order = (a: { item: string }, b: { item: string }) => place(a.item) - place(b.item);

const byCommune = (a: EquipmentNeed, b: EquipmentNeed) =>
  compareNames(a.commune.name, b.commune.name) ||
  a.commune.id.localeCompare(b.commune.id) ||
  order(a, b);

/** These lists are reckoned anew for each page, so a place in them is a number. */
function pageOf<T>(all: T[], { cursor, limit }: { cursor?: string; limit: number }) {
  const start = Number(cursor ?? 0) || 0;
  const next = start + limit;
  return {
    items: all.slice(start, next),
    nextCursor: next < all.length ? String(next) : null,
    total: all.length,
  };
}
