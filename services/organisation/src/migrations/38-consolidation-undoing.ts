import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a decision about teams may change of them, as it is; and the way back from it. */
const statements = [
  `create function teams_as_they_are(teams uuid[]) returns jsonb language sql stable as $$
     select jsonb_build_object(
       'team', (select jsonb_agg(to_jsonb(t) order by t.id) from team t where t.id = any (teams)),
       'team_village', (select jsonb_agg(to_jsonb(v) order by v.team_id, v.village_id, v.valid_from)
                          from team_village v where v.team_id = any (teams)),
       'team_workplace', (select jsonb_agg(to_jsonb(w) order by w.team_id, w.workplace_id, w.valid_from)
                            from team_workplace w where w.team_id = any (teams)),
       'team_former_name', (select jsonb_agg(to_jsonb(n) order by n.team_id, n.valid_from)
                              from team_former_name n where n.team_id = any (teams)))
   $$`,
  // Only while all is still as the decision left it, so that nothing later is lost.
  `create function undo_consolidation(undone uuid) returns void language plpgsql as $$
   declare
     c consolidation := (select x from consolidation x where x.id = undone);
     teams uuid[] := array(select (e ->> 'id')::uuid from jsonb_array_elements(c.became -> 'team') e);
   begin
     if teams_as_they_are(teams) <> c.became then
       raise exception 'the teams are no longer as the decision left them'
         using errcode = 'check_violation', constraint = 'consolidation_has_followers';
     end if;
     delete from team_act_ended where act_id = any (c.act_ids);
     delete from team_act where id = any (c.act_ids);
     delete from team_workplace where team_id = any (teams);
     delete from team_village where team_id = any (teams);
     delete from team_former_name where team_id = any (teams);
     delete from team t where t.id = any (teams)
        and not exists (select 1 from jsonb_array_elements(c.was -> 'team') e where (e ->> 'id')::uuid = t.id);
     update team t set name = w.name, search_key = w.search_key, dissolved_on = w.dissolved_on,
            decision_number = w.decision_number, decision_signed_on = w.decision_signed_on
       from jsonb_populate_recordset(null::team, c.was -> 'team') w where w.id = t.id;
     insert into team_village select * from jsonb_populate_recordset(
       null::team_village, coalesce(nullif(c.was -> 'team_village', 'null'), '[]'));
     insert into team_workplace select * from jsonb_populate_recordset(
       null::team_workplace, coalesce(nullif(c.was -> 'team_workplace', 'null'), '[]'));
     insert into team_former_name select * from jsonb_populate_recordset(
       null::team_former_name, coalesce(nullif(c.was -> 'team_former_name', 'null'), '[]'));
     update consolidation set status = 'undone' where id = undone;
   end $$`,
];

export class ConsolidationUndoing38 implements MigrationInterface {
  name = 'ConsolidationUndoing1760000000038';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was decided about teams is not taken back; restore a backup.');
  }
}
