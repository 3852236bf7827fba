import {
  type Coverage,
  type Feature,
  type FeatureCollection,
  type listFeatures,
  type Permission,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CoverageService } from '../coverage/coverage.service.ts';

const unitSql = sql(import.meta.url, './unit-features.sql');
const placeSql = sql(import.meta.url, './place-features.sql');

/** Outlines in one answer: well below what a message may carry. */
const mostBytes = 600_000;

const levelOf: Partial<Record<FeatureCollection, string>> = {
  provinces: 'province',
  districts: 'district',
  communes: 'commune',
  coverage: 'commune',
  villages: 'village',
};

/** Names and outlines down to communes are public; everything else lies within the area of the sender. */
const permissionOf: Partial<Record<FeatureCollection, Permission>> = {
  villages: 'unit.read',
  teams: 'team.read',
  workplaces: 'workplace.read',
  coverage: 'coverage.read',
};

type Row = Pick<Feature, 'id' | 'geometry' | 'properties'> & {
  sort_key: string;
  nth: number;
  total: number;
};

@Injectable()
export class FeatureService {
  constructor(
    private readonly db: EntityManager,
    private readonly coverage: CoverageService,
  ) {}

  async list(question: Input<typeof listFeatures>): Promise<Output<typeof listFeatures>> {
    const { collection, on, box, ids, cursor, limit } = question;
    const permission = permissionOf[collection];
    const { scope, within } = reach(permission ?? 'unit.read', question);
    const level = levelOf[collection];
    const rows: Row[] = await this.db.query(level ? unitSql : placeSql, [
      on,
      permission ? scope : null,
      within,
      level ?? collection,
      box ?? null,
      ids ?? null,
      cursor ?? null,
      limit,
      ...(level ? [mostBytes] : []),
    ]);
    const figures = collection === 'coverage' ? await this.figuresOf(question) : null;
    const last = rows.at(-1);
    return {
      items: rows.map(({ id, geometry, properties }) => ({
        type: 'Feature',
        id,
        geometry,
        properties: figures ? { ...properties, ...figures.get(id) } : properties,
      })),
      nextCursor: last && last.nth < last.total ? last.sort_key : null,
      total: last?.total ?? 0,
    };
  }

  private async figuresOf({ on, within }: Input<typeof listFeatures>) {
    const { items } = await this.coverage.get({ on, within, level: 'commune' });
    return new Map(items.map((row) => [row.unit.id, flat(row)]));
  }
}

function flat({ villages, coveredVillages, teams, members, workplaces, gaps }: Coverage) {
  return {
    villages,
    coveredVillages,
    teamsNorm: teams.norm,
    teamsDecided: teams.decided,
    teamsActive: teams.active,
    membersDecided: members.decided,
    teamsWithWorkplace: workplaces.teamsWith,
    workplaces: workplaces.total,
    gaps: gaps.join(','),
  };
}
