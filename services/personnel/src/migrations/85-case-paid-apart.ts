import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims that were granted when no run paid any: the commune paid them itself, and they keep what they came to. */
export const keepFormerClaims = `
  insert into case_amount (case_id, code, about, person_id, posting_id, team_id, position, commune_id, decided_on,
    priced_on, policy_id, item, fund, payee, beneficiary, rate, whole, quantity, amount, paid_apart)
  select c.id, c.kind, c.kind, c.person_id, served.id, served.team_id, served.position, c.commune_id, c.decided_on,
         harm.day, null, c.kind, 'commune', case when c.kind = 'death' then 'relative' else 'person' end,
         c.beneficiary, 0, c.amount, 1, c.amount, true
    from claim c
   cross join lateral (select (c.happened_at at time zone 'Asia/Ho_Chi_Minh')::date as day) harm
    left join lateral (
      select p.id, p.team_id, p.position
        from person_records(c.person_id) r join posting p on p.person_id = r.id
       where p.valid_from <= harm.day and (p.valid_to is null or harm.day < p.valid_to)
       order by p.valid_from desc limit 1) served on true
   where c.outcome = 'granted' and c.amount is not null
     and not exists (select from case_amount a where a.case_id = c.id)`;

const statements = [
  // Paid when it was granted, outside all runs: no run pays it again, and it is no news to any.
  `alter table case_amount add column paid_apart boolean not null default false`,
  `alter table case_amount disable trigger note_insert`,
  keepFormerClaims,
  `alter table case_amount enable trigger note_insert`,
];

/** Every granted dossier has its amounts line by line. */
export class CasePaidApart85 implements MigrationInterface {
  name = 'CasePaidApart1770000000085';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was granted is kept; restore a backup.');
  }
}
