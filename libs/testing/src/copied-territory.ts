import { randomUUID } from 'node:crypto';
import type { ServiceUnderTest } from './service.ts';

export type Dates = { from?: string; to?: string | null };
type Level = 'province' | 'district' | 'commune' | 'village';

const kinds = { province: 'tỉnh', district: 'huyện', commune: 'xã', village: 'thôn' };

/**
 * Units and teams as rows of a service that keeps copies of them, from `since` on (YYYY-MM-DD) unless a test says otherwise:
 * what organisation would tell of them is not what such a test is about.
 */
export function copiedTerritory(service: ServiceUnderTest, since: string) {
  const sql = (text: string, values: unknown[]) => service.db.query(text, values);

  async function unit(
    level: Level,
    name: string,
    parentId: string | null = null,
    { from = since, to = null }: Dates = {},
  ): Promise<string> {
    const id = randomUUID();
    await sql('insert into unit (id, level) values ($1, $2)', [id, level]);
    await sql(
      `insert into unit_version (unit_id, kind, code, name, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, kinds[level], id, name, from, to],
    );
    if (parentId) await below(id, parentId, { from, to });
    return id;
  }

  async function below(
    id: string,
    parentId: string,
    { from = since, to = null }: Dates = {},
  ): Promise<void> {
    await sql(
      'insert into unit_parent (unit_id, parent_id, valid_from, valid_to) values ($1, $2, $3, $4)',
      [id, parentId, from, to],
    );
  }

  /** A team over villages, where they lie that day. */
  async function team(
    villageIds: string[],
    { name = 'Tổ bảo vệ ANTT', from = '2024-07-01', to = null }: Dates & { name?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await sql(
      'insert into team (id, code, name, founded_on, dissolved_on) values ($1, $2, $3, $4, $5)',
      [id, id, name, from, to],
    );
    for (const villageId of villageIds) {
      await sql(
        'insert into team_village (team_id, village_id, valid_from, valid_to) values ($1, $2, $3, $4)',
        [id, villageId, from, to],
      );
    }
    await sql('select place_teams(array[$1]::uuid[])', [id]);
    return id;
  }

  return { unit, below, team };
}
