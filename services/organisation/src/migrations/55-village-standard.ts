import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of which kind of the law a village of a local kind is (Law 30/2023/QH15 Art. 2.1). What the law does not name
 * (khu vực, khu dân cư) has a standard only if somebody sets one for it.
 */
const lawfulKind = `
  create function lawful_village_kind(kind text) returns text language sql immutable parallel safe as $$
    select case when kind = any ('{làng,ấp,bản,buôn,bon,phum,sóc,xóm}') then 'thôn'
                when kind = any ('{khu phố,khối phố,khóm,tiểu khu}') then 'tổ dân phố'
                else kind end
  $$`;

/**
 * A size standard is for all villages of a kind, or for those of a unit whose council said so (Decree
 * 185/2026/NĐ-CP Art. 10, law BR-88). The nearest one counts, and of these the one of the local kind.
 */
const statements = [
  `alter table village_standard
     drop constraint village_standard_pkey,
     drop constraint kind_has_one_standard_a_day,
     add column id uuid primary key default gen_random_uuid(),
     add column unit_id uuid,
     add column instrument_id uuid,
     add constraint unit_not_found foreign key (unit_id) references unit (id),
     add constraint instrument_not_found foreign key (instrument_id) references instrument (id),
     add constraint village_kind_has_one_standard_a_day
       exclude using gist (kind with =,
         (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
         daterange(valid_from, valid_to) with &&)`,
  `alter table village_standard alter column id drop default`,
  lawfulKind,
  `create function village_standard_on(day date)
   returns table (village_id uuid, households int, since date)
   language sql stable parallel safe as $$
     with standing as materialized (
       select s.*, u.level from village_standard s left join unit u on u.id = s.unit_id
        where s.valid_from <= day and (s.valid_to is null or day < s.valid_to)
     ), village as materialized (
       select v.unit_id, v.kind from unit_version v
        where v.level = 'village' and v.valid_from <= day and (v.valid_to is null or day < v.valid_to)
     ), reached as (
       select v.unit_id as village, s.households, s.valid_from, s.level, s.kind = v.kind as own
         from standing s join village v on s.kind in (v.kind, lawful_village_kind(v.kind))
        where s.unit_id is null
       union all
       select v.unit_id, s.households, s.valid_from, s.level, s.kind = v.kind as own
         from standing s
        cross join lateral unit_below(array[s.unit_id], day) below
         join village v on v.unit_id = below.id
          and s.kind in (v.kind, lawful_village_kind(v.kind))
        where s.unit_id is not null
     )
     select distinct on (village) village, reached.households, valid_from
       from reached
      order by village, array_position('{commune,district,province}', level) nulls last, own desc
   $$`,
];

export class VillageStandard55 implements MigrationInterface {
  name = 'VillageStandard1760000000055';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Size standards keep their documents; restore a backup.');
  }
}
