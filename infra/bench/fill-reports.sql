-- A month of every team's report, accepted, with twenty figures each; the period of the next month is open and empty. The
-- year lies after the reform's fill, in the units of 2025-03.
begin;
set local session_replication_role = replica;
set local search_path to activity, public;
create temporary table kind on commit drop as
select id from report_kind where code = 'LL-01' and unit_id is null order by valid_from desc limit 1;
insert into reporting_period (id, province_id, kind_code, kind_id, name, from_on, to_on, cut_off_on, due_on, late_from,
       closes_from, working_days, resubmission_days)
select gen_random_uuid(), u.id, 'LL-01', (select id from kind), m.name, m.from_on, m.to_on, m.to_on, m.to_on + 3,
       timestamptz '2199-01-01', timestamptz '2199-01-01', 3, 2
  from unit u cross join (values ('2025-04', date '2025-03-15', date '2025-04-14'),
                                 ('2025-05', date '2025-04-15', date '2025-05-14')) m (name, from_on, to_on)
 where u.level = 'province';
create temporary table sent on commit drop as
select gen_random_uuid() as id, gen_random_uuid() as version_id, p.id as period_id, s.sender_id, s.commune_id
  from reporting_period p cross join lateral standing_senders(p.province_id, p.to_on) s
 where p.name = '2025-04' and s.sender = 'team';
insert into report (id, period_id, sender, sender_id, unit_id, state, version, version_id, accepted_version_id,
       first_sent_at, sent_at)
select id, period_id, 'team', sender_id, commune_id, 'accepted', 1, version_id, version_id, now(), now() from sent;
insert into report_version (id, report_id, number, sent_at, sent_by, sent_by_name, reason, late, warnings, accepted_at,
       accepted_by_name)
select version_id, id, 1, now(), gen_random_uuid(), 'đo tốc độ', '', false, '[]', now(), 'đo tốc độ' from sent;
insert into report_value (report_version_id, code, period_id, numerator, denominator, no_case)
select s.version_id, c.code, s.period_id, abs(hashtext(s.sender_id::text || c.code)) % 8, null, false
  from sent s cross join (select code from indicator where shape = 'count' and unit_id is null
                           group by code order by code limit 20) c;
commit;
analyze;
