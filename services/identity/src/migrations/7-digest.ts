import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What an account may do on a day, as `Principal` has it; asked with every request.
  `create function grants_on(account uuid, day date) returns jsonb
   language sql stable parallel safe as $$
     select coalesce(jsonb_agg(
              jsonb_build_object(
                'role', g.role,
                'areaId', g.area_id,
                'units', case when r.whole then to_jsonb('all'::text) else coalesce(u.units, '[]') end)
              order by g.id), '[]')
       from role_grant g
       join area r on r.id = g.area_id
       left join lateral (
         select jsonb_agg(
                  jsonb_build_object('unitId', u.unit_id, 'from', u.valid_from, 'to', u.valid_to)
                  order by u.unit_id, u.valid_from) as units
           from area_unit u
          where u.area_id = r.id
       ) u on true
      where g.account_id = account
        and g.valid_from <= day and (g.valid_to is null or day < g.valid_to)
   $$`,
  `create table digest (
    id uuid primary key,
    account_id uuid not null,
    made_on date not null,
    entries jsonb not null,
    away text[] not null,
    constraint account_not_found foreign key (account_id) references account (id),
    constraint one_digest_a_day unique (account_id, made_on)
  )`,
  `create table notice_choice (
    account_id uuid primary key,
    email text not null,
    message boolean not null,
    constraint account_not_found foreign key (account_id) references account (id)
  )`,
  // Told outside the platform: written with the digest, sent afterwards, and tried again until it is too late.
  `create table notice (
    id uuid primary key,
    digest_id uuid not null,
    way text not null constraint way_is_known check (way in ('mail', 'message')),
    address text not null,
    attempts int not null default 0,
    next_at timestamptz not null default now(),
    sent_at timestamptz,
    constraint digest_not_found foreign key (digest_id) references digest (id) on delete cascade,
    constraint told_once_in_a_way unique (digest_id, way)
  )`,
  `create index notice_waiting on notice (next_at) where sent_at is null`,
];

export class Digest7 implements MigrationInterface {
  name = 'Digest1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice', 'notice_choice', 'digest']) {
      await runner.query(`drop table ${table}`);
    }
    await runner.query('drop function grants_on');
  }
}
