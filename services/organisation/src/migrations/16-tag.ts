import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks that resolutions ask for; a province adds its own. */
const vocabulary = `
  insert into tag (code, name, name_en, levels, family) values
    ('mountain', 'Miền núi', 'Mountain', '{district,commune,village}', null),
    ('border', 'Biên giới', 'Border', '{commune,village}', null),
    ('island', 'Hải đảo', 'Island', '{district,commune,village}', null),
    ('key-commune', 'Trọng điểm về ANTT', 'Key for security and order', '{commune}', null),
    ('security-hotspot', 'Phức tạp về ANTT', 'Security hotspot', '{commune,village}', null),
    ('industrial-zone', 'Có khu công nghiệp', 'Industrial zone', '{commune,village}', null),
    ('minority', 'Vùng đồng bào dân tộc thiểu số', 'Minority area', '{commune,village}', null),
    ('especially-difficult', 'Đặc biệt khó khăn', 'Especially difficult', '{commune,village}', null),
    ('urban', 'Đô thị', 'Urban', '{commune,village}', null),
    ('village-class-1', 'Thôn loại I', 'Village class I', '{village}', 'village-class'),
    ('village-class-2', 'Thôn loại II', 'Village class II', '{village}', 'village-class'),
    ('village-class-3', 'Thôn loại III', 'Village class III', '{village}', 'village-class'),
    ('commune-class-1', 'Xã loại I', 'Commune class I', '{commune}', 'commune-class'),
    ('commune-class-2', 'Xã loại II', 'Commune class II', '{commune}', 'commune-class'),
    ('commune-class-3', 'Xã loại III', 'Commune class III', '{commune}', 'commune-class')`;

/** Tags as a vocabulary, dated per unit by an instrument. */
const statements = [
  `create table tag (
    code text primary key,
    name text not null,
    name_en text not null,
    levels text[] not null,
    family text
  )`,
  vocabulary,
  `alter table unit_tag
     add column instrument_id uuid,
     add constraint instrument_not_found foreign key (instrument_id) references instrument (id),
     add constraint unit_bears_a_tag_once_a_day
       exclude using gist (unit_id with =, tag with =, daterange(valid_from, valid_to) with &&)`,
  // Both scope and within narrow; null is everywhere.
  `create function unit_within(scope uuid[], within uuid[], day date) returns table (id uuid)
   language sql stable parallel safe as $$
     select v.unit_id from unit_version v
      where v.valid_from <= day and (v.valid_to is null or day < v.valid_to)
        and (scope is null or v.unit_id in (select b.id from unit_below(scope, day) b))
        and (within is null or v.unit_id in (select b.id from unit_below(within, day) b))
   $$`,
];

export class Tag16 implements MigrationInterface {
  name = 'Tag1760000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Tags keep their instruments; restore a backup.');
  }
}
