import {
  copiesAtOnce,
  type CopyCounts,
  type CopyNoun,
  type listCopies,
  type readCopies,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

const readSql: Record<CopyNoun, string> = {
  unit: sql(import.meta.url, './read-units.sql'),
  team: sql(import.meta.url, './read-teams.sql'),
  quota: sql(import.meta.url, './read-quotas.sql'),
};
const countSql = sql(import.meta.url, './count-copies.sql');
const idsOf: Record<CopyNoun, string> = {
  unit: 'select id from unit',
  team: 'select id from team',
  quota: 'select unit_id as id from quota union select unit_id from transition',
};

/** What other services copy: the whole state of what they name, as it is now. */
@Injectable()
export class CopyService {
  constructor(private readonly db: EntityManager) {}

  async read({ noun, ids }: Input<typeof readCopies>): Promise<Output<typeof readCopies>> {
    const rows = await this.db.query(readSql[noun], [ids]);
    return {
      units: noun === 'unit' ? rows : [],
      teams: noun === 'team' ? rows : [],
      quotas: noun === 'quota' ? rows : [],
    };
  }

  async list({ noun, after }: Input<typeof listCopies>): Promise<Output<typeof listCopies>> {
    const rows: { id: string }[] = await this.db.query(
      `select id from (${idsOf[noun]}) one where $1::uuid is null or id > $1 order by id limit $2`,
      [after ?? null, copiesAtOnce],
    );
    return { ids: rows.map(({ id }) => id) };
  }

  async count(): Promise<CopyCounts> {
    const [counts] = await this.db.query(countSql);
    return counts;
  }
}
