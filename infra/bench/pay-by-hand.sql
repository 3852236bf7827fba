-- The lines of a month as somebody who knows the resolution, and that nothing changed within the month, would write
-- them: no rule is looked up, no piece of service is cut. $1 first day of the month, $2 the run, $3 a province (null = all).
insert into line_by_hand (payroll_id, month, kind, person_id, posting_id, team_id, commune_id, position, policy_id, code,
                          item, fund, rate, whole, quantity, days, amount, basis, payee)
with place as materialized (
  select c.team_id, c.commune_id, y.id as policy_id
    from policy y cross join lateral unit_below(y.units, $1::date) b
    join team_commune c on c.commune_id = b.id
   where c.valid_from < $1::date + interval '1 month' and (c.valid_to is null or c.valid_to > $1)
     and ($3::uuid is null or y.units = array[$3::uuid])
), insured as materialized (
  select person_id, bool_or(slot = 'social') as social, bool_or(slot = 'health') as health
    from person_detail
   where kind = 'insurance' and content ->> 'cover' = 'own' and withdrawn_at is null
     and valid_from <= $1 and (valid_to is null or valid_to > $1)
   group by person_id
)
select $2::uuid, $1, 'regular', p.person_id, p.id, p.team_id, w.commune_id, p.position, w.policy_id, l.code, l.item, l.fund,
       l.rate, l.amount, 1, extract(day from $1::date + interval '1 month' - interval '1 day')::int, l.amount, l.basis, l.payee
  from place w
  join posting p on p.team_id = w.team_id and p.valid_from < $1::date + interval '1 month'
   and (p.valid_to is null or p.valid_to > $1)
  left join insured i on i.person_id = p.person_id
 cross join lateral (values
   ('monthly', 'monthly-support', 'province', 'person', 1, 1404000, '{"values": {"base-wage": "2340000"}}'::jsonb, true),
   ('position', 'position-supplement', 'province', 'person', case p.position when 'leader' then 1 else 2 end,
    case p.position when 'leader' then 300000 else 200000 end, null, p.position in ('leader', 'deputy')),
   ('social', 'social-insurance', 'province', 'person', 1, 66000,
    '{"values": {"rural-poverty-line": "1500000", "social-insurance-rate": "22"}}', i.social),
   ('state-share', 'social-insurance', 'state', 'insurer', 1, 66000,
    '{"values": {"rural-poverty-line": "1500000", "social-insurance-rate": "22"}}', i.social),
   ('health', 'health-insurance', 'province', 'person', 1, 52650,
    '{"values": {"base-wage": "2340000", "health-insurance-rate": "4.5"}}', i.health)
 ) as l (code, item, fund, payee, rate, amount, basis, paid)
 where l.paid
union all
select $2::uuid, $1, 'regular', null, null, team_id, commune_id, null, policy_id, 'operation', 'team-operation', 'commune',
       1, 200000, 1, extract(day from $1::date + interval '1 month' - interval '1 day')::int, 200000, null, 'team'
  from place
