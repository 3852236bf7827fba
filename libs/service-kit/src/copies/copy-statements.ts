import type { CopyNoun, QuotaCopy, TeamCopy, UnitCopy } from '@antt/contracts';

/** What was told, by its noun. */
export type Told = { unit: UnitCopy[]; team: TeamCopy[]; quota: QuotaCopy[] };

/** A statement takes `$1`: what was told, as JSON, or the ids that were asked for. */
type Writing = { takes: 'ids' | 'told'; text: string };

const dated = '"validFrom" date, "validTo" date';
const told = (statement: string): Writing => ({ takes: 'told', text: statement });
const ids = (statement: string): Writing => ({ takes: 'ids', text: statement });

/** The parts of what was told: one row for each element of the field. */
const parts = (field: string, columns: string) =>
  `jsonb_array_elements($1::jsonb) one,
   jsonb_to_recordset(one -> '${field}') as part (${columns}, ${dated})`;

/**
 * How the copy becomes what was told: what belongs to the ids goes, and comes again. An id that the owner
 * does not know any more is left without anything.
 */
export const writings: Record<CopyNoun, readonly Writing[]> = {
  unit: [
    ids(`delete from unit_version where unit_id = any ($1::uuid[])`),
    ids(`delete from unit_parent where unit_id = any ($1::uuid[])`),
    ids(`delete from unit_tag where unit_id = any ($1::uuid[])`),
    told(`insert into unit (id, level)
          select (one ->> 'id')::uuid, one ->> 'level' from jsonb_array_elements($1::jsonb) one
          on conflict (id) do nothing`),
    told(`insert into unit_version (unit_id, kind, code, name, valid_from, valid_to)
          select (one ->> 'id')::uuid, part.kind, part.code, part.name, "validFrom", "validTo"
            from ${parts('versions', 'kind text, code text, name text')}`),
    told(`insert into unit_parent (unit_id, parent_id, valid_from, valid_to)
          select (one ->> 'id')::uuid, "parentId", "validFrom", "validTo"
            from ${parts('parents', '"parentId" uuid')}`),
    told(`insert into unit_tag (unit_id, tag, valid_from, valid_to)
          select (one ->> 'id')::uuid, part.tag, "validFrom", "validTo" from ${parts('tags', 'tag text')}`),
    ids(`select place_teams(array(select distinct team_id from team_village
                                   where village_id = any ($1::uuid[])))`),
  ],
  team: [
    ids(`delete from team_village where team_id = any ($1::uuid[])`),
    told(`insert into team (id, code, name, founded_on, dissolved_on)
          select id, code, name, "foundedOn", "dissolvedOn"
            from jsonb_to_recordset($1::jsonb)
              as one (id uuid, code text, name text, "foundedOn" date, "dissolvedOn" date)
          on conflict (id) do update set code = excluded.code, name = excluded.name,
            founded_on = excluded.founded_on, dissolved_on = excluded.dissolved_on`),
    told(`insert into team_village (team_id, village_id, valid_from, valid_to)
          select (one ->> 'id')::uuid, "villageId", "validFrom", "validTo"
            from ${parts('villages', '"villageId" uuid')}`),
    ids(`select place_teams($1::uuid[])`),
  ],
  quota: [
    ids(`delete from quota where unit_id = any ($1::uuid[])`),
    ids(`delete from surplus where unit_id = any ($1::uuid[])`),
    told(`insert into quota (id, unit_id, number, teams, members, valid_from, valid_to)
          select part.id, (one ->> 'id')::uuid, number, teams, members, "validFrom", "validTo"
            from ${parts('quotas', 'id uuid, number text, teams int, members int')}`),
    told(`insert into surplus (id, unit_id, team_id, members, valid_from, valid_to)
          select part.id, (one ->> 'id')::uuid, "teamId", members, "validFrom", "validTo"
            from ${parts('surpluses', 'id uuid, "teamId" uuid, members int')}`),
  ],
};

export const countText = `
  select (select count(*) from unit) as units, (select count(*) from unit_version) as versions,
         (select count(*) from unit_parent) as parents, (select count(*) from unit_tag) as tags,
         (select count(*) from team) as teams, (select count(*) from team_village) as villages,
         (select count(*) from quota) as quotas, (select count(*) from surplus) as surpluses`;
