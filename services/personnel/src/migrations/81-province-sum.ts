import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What a run comes to in each province, for who reads the whole country: a hundredth of the rows of its communes.
  // An empty item is everything together, with each person counted once a commune.
  `create table payroll_province_sum (
    payroll_id uuid not null,
    province_id uuid,
    item text not null,
    position text not null,
    fund text not null,
    payee text not null,
    people int not null,
    lines int not null,
    amount bigint not null,
    constraint payroll_not_found foreign key (payroll_id) references payroll (id),
    constraint province_is_summed_once unique nulls not distinct (payroll_id, province_id, item, position, fund, payee)
  )`,
  `create function sum_provinces(run uuid) returns void language sql set search_path from current as $$
     delete from payroll_province_sum where payroll_id = run;
     with commune as materialized (
       select c.commune_id, c.people, c.amount, above.id as province_id
         from payroll_commune c
         left join lateral (
           select a.id from unit_above(c.commune_id, c.month) a
             join unit u on u.id = a.id and u.level = 'province' limit 1) above on true
        where c.payroll_id = run)
     insert into payroll_province_sum (payroll_id, province_id, item, position, fund, payee, people, lines, amount)
     select run, c.province_id, s.item, s.position, s.fund, s.payee, sum(s.people), sum(s.lines), sum(s.amount)
       from payroll_sum s join commune c on c.commune_id = s.commune_id
      where s.payroll_id = run
      group by c.province_id, s.item, s.position, s.fund, s.payee
     union all
     select run, c.province_id, '', '', '', '', sum(c.people), coalesce(sum(l.lines), 0), sum(c.amount)
       from commune c
       left join (select commune_id, sum(lines) as lines from payroll_sum where payroll_id = run
                   group by commune_id) l on l.commune_id = c.commune_id
      group by c.province_id
   $$`,
  `select sum_provinces(id) from payroll`,
];

export class ProvinceSum81 implements MigrationInterface {
  name = 'ProvinceSum1770000000081';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function sum_provinces(uuid)');
    await runner.query('drop table payroll_province_sum');
  }
}
