import type { listMemberCosts, MemberCost, PayFund, PayItem, Position } from '@antt/contracts';
import { daysOf, type Input, type Output, type PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { normDocument, timesOfYear } from '../payrolls/norm-tables.rules.ts';
import { policiesOf } from '../payrolls/pay-question.ts';
import { payTables } from '../payrolls/pay-statement.rules.ts';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { ratesOf } from '../rate-tables/rates-of.ts';
import { parametersOf } from '../settings/parameter-of.ts';

const communesSql = sql(import.meta.url, './list-member-costs.sql');

/** Of one line and position, or of the teams: the mean of a month over the commune's teams. */
type Part = {
  communeId: string;
  position: Position | null;
  policyId: string;
  code: string;
  item: PayItem;
  fund: PayFund;
  /** Null where an amount is not known. */
  mean: number | null;
};
type Costs = Record<Position, { allowance: number; insurance: number; state: number }>;

/** What a quota would cost, by the statement that pays (decision 0061). */
@Injectable()
export class MemberCostService {
  constructor(private readonly db: EntityManager) {}

  async list({
    on,
    within,
  }: Input<typeof listMemberCosts>): Promise<Output<typeof listMemberCosts>> {
    const communes: MemberCost['commune'][] = await this.db.query(communesSql, [
      on,
      await peopleScope(this.db, 'policy.read', on),
      await peopleWithin(this.db, within, on),
    ]);
    const ids = communes.map(({ id }) => id);
    const month = on.slice(0, 7);
    const { to: next } = daysOf(month);
    const standing = (await policiesOf(this.db, on, next, ids)).filter(
      ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on < validTo),
    );
    const times = new Map(standing.map(({ id, document }) => [id, timesOfYear(document)]));
    const parts = await this.parts(
      ids,
      { month, on, next },
      standing.map((policy) => ({ ...policy, document: normDocument(policy.document) })),
    );
    const costs = new Map<string, { members: Costs; team: number }>();
    for (const { communeId, position, policyId, code, item, fund, mean } of parts) {
      const cost = costs.get(communeId) ?? { members: noCosts(), team: 0 };
      costs.set(communeId, cost);
      const amount = Math.round((mean ?? 0) * times.get(policyId)!.get(code)!);
      if (position === null) cost.team += amount;
      else cost.members[position][kindOf(item, fund)] += amount;
    }
    const deputies = await parametersOf(this.db, 'deputies-per-team', ids, on);
    return {
      items: communes.map((commune) => ({
        commune,
        members: costs.get(commune.id)?.members ?? null,
        team: costs.get(commune.id)?.team ?? 0,
        deputiesPerTeam: deputies.get(commune.id)!,
      })),
      policies: await this.numbersOf([...new Set(parts.map(({ policyId }) => policyId))]),
      illustrative: standing.some(
        ({ id, document }) =>
          document.certainty === 'illustrative' && parts.some(({ policyId }) => policyId === id),
      ),
      unknown: [...new Set(parts.filter(({ mean }) => mean === null).map(({ code }) => code))],
    };
  }

  private async parts(
    communes: readonly string[],
    { month, on, next }: { month: string; on: PlainDate; next: PlainDate },
    policies: Awaited<ReturnType<typeof policiesOf>>,
  ): Promise<Part[]> {
    const rates = await ratesOf(this.db, on, next, communes);
    const { text, parameters } = payTables({
      ...{ month, first: on, next, communes, people: null, norm: true, policies, rates },
    });
    return this.db.query(
      `${text}
       select p.commune_id as "communeId", p.position, p.policy_id as "policyId", p.code, p.item, p.fund,
              case when bool_and(p.amount is not null) then (sum(p.amount) / t.teams)::float end as mean
         from pay p
         join (select commune_id, count(distinct team_id) as teams from piece group by commune_id) t
           on t.commune_id = p.commune_id
        group by p.commune_id, p.position, p.policy_id, p.code, p.item, p.fund, t.teams`,
      parameters.values,
    );
  }

  private async numbersOf(ids: readonly string[]): Promise<string[]> {
    const rows: { number: string }[] = await this.db.query(
      `select distinct instrument ->> 'number' as number from policy where id = any ($1) order by 1`,
      [ids],
    );
    return rows.map(({ number }) => number);
  }
}

const noCosts = (): Costs => {
  const none = () => ({ allowance: 0, insurance: 0, state: 0 });
  return { leader: none(), deputy: none(), ordinary: none() };
};

function kindOf(item: PayItem, fund: PayFund): 'allowance' | 'insurance' | 'state' {
  if (fund === 'state') return 'state';
  return item === 'social-insurance' || item === 'health-insurance' ? 'insurance' : 'allowance';
}
