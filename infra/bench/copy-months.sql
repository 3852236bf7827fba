-- The runs of a month once more for each month up to another, as closed ones. antt.from, antt.to: first days.
-- Indexes are made when all is there: keys of so many people fall everywhere into one that is there already.
begin;
set local session_replication_role = replica;
set local search_path to personnel, public;
set local maintenance_work_mem = '1GB';
create temporary table line_index on commit drop as
select indexname, indexdef from pg_indexes
 where schemaname = 'personnel' and tablename = 'payroll_line' and indexname <> 'payroll_line_pkey';
do $$ declare each record; begin
  for each in select * from line_index loop execute format('drop index %I', each.indexname); end loop;
end $$;
create temporary table again on commit drop as
select p.id as old_id, gen_random_uuid() as id, m.month::date as month
  from payroll p
 cross join generate_series(current_setting('antt.from')::date + interval '1 month',
                            current_setting('antt.to')::date, interval '1 month') m (month)
 where p.month = current_setting('antt.from')::date
   and not exists (select from payroll o where o.unit_id = p.unit_id and o.month = m.month);
insert into payroll (id, month, unit_id, state, people, lines, total, adjustments, illustrative, snapshot, calculated_at)
select a.id, a.month, p.unit_id, 'closed', p.people, p.lines, p.total, 0, p.illustrative, p.snapshot, p.calculated_at
  from again a join payroll p on p.id = a.old_id;
insert into payroll_commune (payroll_id, commune_id, month, people, amount)
select a.id, c.commune_id, a.month, c.people, c.amount
  from again a join payroll_commune c on c.payroll_id = a.old_id;
insert into payroll_sum (payroll_id, commune_id, item, position, fund, payee, people, lines, amount)
select a.id, s.commune_id, s.item, s.position, s.fund, s.payee, s.people, s.lines, s.amount
  from again a join payroll_sum s on s.payroll_id = a.old_id;
select sum_provinces(id) from again;
insert into payroll_line (payroll_id, person_id, posting_id, team_id, commune_id, position, policy_id, code, item, fund,
                          month, kind, rate, whole, quantity, days, amount, basis, payee)
select a.id, l.person_id, l.posting_id, l.team_id, l.commune_id, l.position, l.policy_id, l.code, l.item, l.fund,
       a.month, l.kind, l.rate, l.whole, l.quantity, l.days, l.amount, l.basis, l.payee
  from again a join payroll_line l on l.payroll_id = a.old_id
 order by a.month, l.id;
do $$ declare each record; begin
  for each in select * from line_index loop execute each.indexdef; end loop;
end $$;
commit;
analyze;
