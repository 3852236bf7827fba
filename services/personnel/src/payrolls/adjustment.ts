import { statesSentOn } from '@antt/contracts';
import { daysOf, type Period } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { payQuestion } from './pay-question.ts';
import { payColumns, payTables } from './pay-statement.rules.ts';

const changedSql = sql(import.meta.url, './changed-months.sql');

/**
 * A month that was paid, and of whose people or teams something has changed since that the run would pay; null: all.
 * The communes are those in which they may have been paid.
 */
export type ChangedMonth = {
  month: Period;
  people: string[] | null;
  teams: string[] | null;
  communes: string[];
};

/** The earlier months that a run reckons again. */
export function changedMonths(
  db: EntityManager,
  payrollId: string,
  month: Period,
): Promise<ChangedMonth[]> {
  return db.query(changedSql, [payrollId, daysOf(month).from]);
}

/**
 * Differences for months that were paid already: what is owed by what is known now, less what all standing runs
 * paid. A paid month itself never changes; the same statement tells both (law BR-46).
 */
export async function adjust(
  tx: EntityManager,
  payrollId: string,
  { month, communes }: { month: Period; communes: readonly string[] },
): Promise<void> {
  const changed = await changedMonths(tx, payrollId, month);
  for (const { month: paidMonth, people, teams, communes: paid } of changed) {
    const question = { ...(await payQuestion(tx, paidMonth, paid, people)), teams };
    const { text, parameters } = payTables({ ...question, cases: true });
    const id = parameters.bind(payrollId, 'uuid');
    const own = parameters.bind(communes, 'uuid[]');
    const from = parameters.bind(daysOf(month).from, 'date');
    const sentOn = parameters.bind(statesSentOn, 'text[]');
    const on = parameters.bind(daysOf(month).to, 'date');
    const known =
      people === null
        ? 'select * from payroll_line where month = $1'
        : `select * from payroll_line where month = $1
             and person_id = any (array(select unnest($4::uuid[]) union all select id from merged where survivor = any ($4)))
           union all
           select * from payroll_line where month = $1
             and person_id is null and team_id = any (${parameters.bind(teams, 'uuid[]')})`;
    await tx.query(
      `insert into payroll_line (payroll_id, month, kind, cause, ${payColumns})
       ${text},
       ${differenceTables({ id, own, from, on, known, sentOn })}
       select ${id}, $1, 'adjustment', cause, ${payColumns} from difference
        order by commune_id, team_id, person_id, code`,
      parameters.values,
    );
  }
}

/** What an amount is told from others by: of one's own, or about a dossier; out of the area by who is billed. */
const whose = 'owner, code, fund, body, about';

type Bound = Record<'id' | 'own' | 'from' | 'on' | 'known' | 'sentOn', string>;

/**
 * What was paid for the month by standing runs, beside what is owed. A difference belongs to the run that pays
 * where the person is now, or was last; about a dossier, where that was decided.
 */
function differenceTables({ id, own, from, on, known, sentOn }: Bound) {
  return `paid_line as materialized (
    select coalesce(m.survivor, l.person_id) as person_id, coalesce(m.survivor, l.person_id, l.team_id) as owner, l.posting_id, l.team_id, l.commune_id, l.position,
           l.policy_id, l.code, l.item, l.fund, l.rate, l.whole, l.quantity, l.days, l.amount, l.id,
           l.payee, coalesce(l.body, '') as body, l.case_id,
           coalesce(l.case_id, m.survivor, l.person_id, l.team_id) as about,
           l.kind = 'regular' as regular
      from (${known}) l
      -- what a later run pays counts once it was sent on: until then it is calculated again, by what this one pays
      join payroll p on p.id = l.payroll_id and p.state <> 'reversed' and p.id <> ${id}
       and (p.month < ${from} or p.state = any (${sentOn}))
      left join merged m on m.id = l.person_id),
  before as (
    select distinct on (${whose}) ${whose}, person_id, case_id, posting_id, team_id, commune_id, position, policy_id,
           item, payee, rate, whole, quantity, days, sum(amount) over (partition by ${whose}) as amount
      from paid_line order by ${whose}, id desc),
  after as (
    select distinct on (${whose}) ${whose}, person_id, case_id, posting_id, team_id, commune_id, position, policy_id,
           item, payee, rate, whole, quantity, sum(days) over same as days, sum(amount) over same as amount, basis
      from (select person_id, coalesce(person_id, team_id) as owner, posting_id, team_id, commune_id, position, policy_id, code, item, fund, rate, whole,
                   quantity, days, amount, basis, payee, case_id, coalesce(body, '') as body,
                   coalesce(case_id, person_id, team_id) as about
              from pay) owed_line
    window same as (partition by ${whose})
     order by ${whose}, days desc),
  joined as (
    select coalesce(a.person_id, b.person_id) as person_id, coalesce(a.posting_id, b.posting_id) as posting_id,
           coalesce(a.team_id, b.team_id) as team_id, coalesce(a.position, b.position) as position,
           coalesce(a.policy_id, b.policy_id) as policy_id, code, coalesce(a.item, b.item) as item, fund,
           coalesce(a.rate, b.rate) as rate, coalesce(a.whole, b.whole) as whole,
           coalesce(a.quantity, 0) - coalesce(b.quantity, 0) as quantity,
           coalesce(a.days, b.days)::int as days,
           -- an amount that a missing value leaves unknown stops the run: nobody is asked back what is not known
           case when a.owner is null then 0 else a.amount end - coalesce(b.amount, 0) as amount,
           jsonb_build_object('before', coalesce(b.amount, 0), 'after', coalesce(a.amount, 0),
             'values', a.basis -> 'values', 'parts', a.basis -> 'parts') as basis,
           coalesce(a.payee, b.payee) as payee, nullif(body, '') as body, coalesce(a.case_id, b.case_id) as case_id,
           owner, a.whole is distinct from b.whole as is_other_rate,
           case when coalesce(a.case_id, b.case_id) is not null then coalesce(a.commune_id, b.commune_id) end as decided_in,
           -- by windows: what is joined again by the owner is compared row by row when the planner expects a few
           count(a.owner) over same as owed, count(b.owner) over same as paid,
           max(a.position) over same as position_now, max(b.position) over same as position_then
      from after a
      full join before b using (${whose})
    window same as (partition by owner)),
  differing as (
    select *, row_number() over (partition by owner, decided_in) as n
      from joined where amount is null or amount <> 0),
  placed as (
    select d.*, first_value(home.id) over (partition by d.owner, d.decided_in order by d.n) as commune_id
      from differing d
      -- looked up once for each owner
      left join lateral (
        (select t.team_id from posting t where t.person_id = d.owner and t.valid_from < ${on}
          order by t.valid_from desc limit 1)
        union all
        select d.team_id where d.person_id is null
        limit 1) last on d.n = 1
      -- where the person or the team is now, or was last; of a commune that has ended, where its villages lie since
      left join lateral team_place(last.team_id, ${on}::date - 1) place on d.n = 1
      left join lateral (
        select commune_since(d.decided_in, ${on}::date - 1) as id where d.decided_in is not null
        union all
        select place.commune_id from unit_version v
         where v.unit_id = place.commune_id and v.valid_from < ${on} and (v.valid_to is null or v.valid_to >= ${on})
        union all
        select p.parent_id from team_village v
          join unit_parent p on p.unit_id = v.village_id and p.valid_from < ${on}
           and (p.valid_to is null or p.valid_to >= ${on})
         where v.team_id = last.team_id
         limit 1) home on d.n = 1),
  difference as (
    select *,
           case when case_id is not null then 'case'
                when paid = 0 then 'joined'
                when owed = 0 then 'left'
                when is_duty(item) then 'duty'
                when position_now is distinct from position_then then 'moved'
                when is_other_rate then 'rate'
                else 'days' end as cause
      from placed where commune_id = any (${own}))`;
}
