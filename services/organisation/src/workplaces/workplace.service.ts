import {
  type getWorkplace,
  type getWorkplaceHistory,
  type listWorkplaces,
  problem,
} from '@antt/contracts';
import { addDays, type Input, type Output, type PlainDate, searchKey, today } from '@antt/kernel';
import { assertInside, reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { filesOf } from '../files/attached-files.ts';
import { WorkplaceEntity } from './workplace.entity.ts';
import { changedFacts, type State } from './workplace.rules.ts';

const listSql = sql(import.meta.url, './list-workplaces.sql');
const profileSql = sql(import.meta.url, './workplace-profile.sql');
const historySql = sql(import.meta.url, './workplace-history.sql');

type Happening = Output<typeof getWorkplaceHistory>['items'][number];

@Injectable()
export class WorkplaceService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listWorkplaces>): Promise<Output<typeof listWorkplaces>> {
    const { on, q, kind, cursor, limit } = question;
    const { scope, within } = reach('workplace.read', question);
    const rows = await this.db.query(listSql, [
      on,
      scope,
      within,
      cursor ?? null,
      limit,
      q ? searchKey(q) : null,
      kind ?? null,
    ]);
    return {
      items: rows,
      nextCursor: rows.length === limit ? rows[rows.length - 1].sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ id, on: asked }: Input<typeof getWorkplace>): Promise<Output<typeof getWorkplace>> {
    const on = nearest(await this.standing(id), asked);
    const [row] = await this.db.query(profileSql, [id, on]);
    await this.assertReadable(id, row.villageId, on);
    const photos = (await filesOf(this.db, 'workplace', [id])).get(id) ?? [];
    return { ...row, photos };
  }

  async history({
    id,
  }: Input<typeof getWorkplaceHistory>): Promise<Output<typeof getWorkplaceHistory>> {
    const on = nearest(await this.standing(id), today());
    const [{ villageId }] = await this.db.query(profileSql, [id, on]);
    await this.assertReadable(id, villageId, on);
    const rows: Happening[] = await this.db.query(historySql, [id]);
    let before: State | null = null;
    const items = rows.map((row) => {
      const changed = row.what === 'changed' && before ? changedFacts(before, row.state!) : [];
      before = row.state ?? before;
      return { ...row, changed };
    });
    return { items: items.reverse(), nextCursor: null, total: items.length };
  }

  private async assertReadable(id: string, villageId: string, on: PlainDate): Promise<void> {
    const absent = problem('workplace-not-found', { id });
    await assertInside(this.db, 'workplace.read', [villageId], on, absent);
  }

  private async standing(id: string): Promise<WorkplaceEntity> {
    const workplace = await this.db.findOneBy(WorkplaceEntity, { id });
    if (!workplace) throw problem('workplace-not-found', { id });
    return workplace;
  }
}

/** The day itself while the workplace is in use, else its first or its last one. */
function nearest({ validFrom, validTo }: WorkplaceEntity, on: PlainDate): PlainDate {
  if (on < validFrom) return validFrom;
  return validTo !== null && on >= validTo ? addDays(validTo, -1) : on;
}
