import {
  type PayFund,
  type PayItem,
  type Position,
  type Simulation,
  type simulatePolicy,
} from '@antt/contracts';
import { daysOf, type Input, today } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { paysIn, payQuestion } from '../payrolls/pay-question.ts';
import { type PayQuestion, payTables } from '../payrolls/pay-statement.rules.ts';
import { PolicyService } from './policy.service.ts';

/** Sums of a person, or of a team, by commune, position and line. */
type Part = {
  owner: string;
  /** Null: money of a team. */
  personId: string | null;
  communeId: string;
  position: Position | null;
  code: string;
  item: PayItem;
  fund: PayFund;
  amount: number | null;
};
type Compared = { people: number; amount: number; inForce: number };

/** Tries a policy on the real roster: by the statement that pays, without writing anything. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly db: EntityManager,
    private readonly policies: PolicyService,
  ) {}

  async simulate({ id, month, within }: Input<typeof simulatePolicy>): Promise<Simulation> {
    const draft = await this.policies.get({ id });
    const communes = await this.communes(month, within, draft.units);
    const inForce = await payQuestion(this.db, month, communes, null);
    const others = inForce.policies.filter((policy) => policy.id !== id);
    const items = new Set(draft.document.lines.map(({ item }) => item));
    const here = await this.paying(
      others.map((policy) => policy.id),
      inForce,
    );
    const replaced = others.filter(
      ({ id: other, document }) =>
        here.includes(other) && document.lines.some(({ item }) => items.has(item)),
    );
    const tried = {
      ...{ id, document: draft.document, units: draft.units },
      ...{ validFrom: inForce.first, validTo: null },
    };
    const parts = await this.parts({
      ...inForce,
      policies: [tried, ...others.filter((policy) => !replaced.includes(policy))],
    });
    const standing = await this.parts({ ...inForce, policies: others });
    return {
      month,
      ...(await this.compare(parts, standing)),
      comparedWith: await this.numbersOf(replaced.map((policy) => policy.id)),
    };
  }

  private async communes(
    month: string,
    within: string | undefined,
    units: readonly string[],
  ): Promise<string[]> {
    const { from } = daysOf(month);
    const rows: { id: string }[] = await this.db.query(
      `select distinct c.commune_id as id from team_commune c
        where c.valid_from < $1::date + interval '1 month' and (c.valid_to is null or c.valid_to > $1)
          and ($2::uuid[] is null or c.commune_id = any ($2))
          and ($3::uuid[] is null or c.commune_id = any ($3))
          and c.team_id in (
                select id from policy_team($4, $1, ($1::date + interval '1 month')::date))`,
      [
        from,
        await peopleScope(this.db, 'policy.read', today()),
        await peopleWithin(this.db, within, from),
        units,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the policies that pay anywhere in the communes. */
  private async paying(ids: string[], { communes, first, next }: PayQuestion): Promise<string[]> {
    const rows: { id: string }[] = await this.db.query(
      `select p.id from policy p
        where p.id = any ($1) and ${paysIn({ first: '$3', next: '$4', communes: '$2' })}`,
      [ids, communes, first, next],
    );
    return rows.map(({ id }) => id);
  }

  private async parts(question: PayQuestion): Promise<Part[]> {
    const { text, parameters } = payTables(question);
    return this.db.query(
      `${text}
       select coalesce(person_id, team_id) as owner, person_id as "personId", commune_id as "communeId", position, code, item, fund,
              sum(amount)::bigint as amount
         from pay group by coalesce(person_id, team_id), person_id, commune_id, position, code, item, fund`,
      parameters.values,
    );
  }

  private async compare(
    parts: readonly Part[],
    standing: readonly Part[],
  ): Promise<Omit<Simulation, 'month' | 'comparedWith'>> {
    const own = ({ personId }: Part) => personId !== null;
    const people = sums(parts.filter(own), standing.filter(own), ({ owner }) => owner);
    const differences = [...people.values()].map(({ amount, inForce }) => amount - inForce);
    const of = (sign: 1 | -1) => {
      const some = differences.filter((difference) => difference * sign > 0);
      return { people: some.length, difference: some.reduce((sum, one) => sum + one, 0) };
    };
    const byCommune = sums(parts, standing, ({ communeId }) => communeId);
    const names = await this.namesOf([...byCommune.keys()]);
    const unknown = sums(
      parts.filter(({ amount }) => amount === null),
      [],
      ({ code }) => code,
    );
    const [total] = [...sums(parts, standing, () => '').values()];
    return {
      ...(total ?? { people: 0, amount: 0, inForce: 0 }),
      gainers: of(1),
      losers: of(-1),
      byCommune: [...byCommune].map(([communeId, sum]) => ({
        commune: names.get(communeId)!,
        ...sum,
      })),
      byPosition: [...sums(parts, standing, ({ position }) => position ?? '')].map(
        ([position, sum]) => ({
          position: (position || null) as Position | null,
          ...sum,
        }),
      ),
      byItem: [...sums(parts, standing, ({ item, fund }) => `${item} ${fund}`)].map(
        ([key, sum]) => {
          const [item, fund] = key.split(' ') as [PayItem, PayFund];
          return { item, fund, ...sum };
        },
      ),
      unknown: [...unknown].map(([code, { people }]) => ({ code, people })),
    };
  }

  private async namesOf(
    ids: string[],
  ): Promise<Map<string, { id: string; name: string; kind: string }>> {
    const rows: { id: string; name: string; kind: string }[] = await this.db.query(
      `select distinct on (unit_id) unit_id as id, name, kind from unit_version
        where unit_id = any ($1) order by unit_id, valid_from desc`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async numbersOf(ids: string[]): Promise<string[]> {
    const rows: { number: string }[] = await this.db.query(
      `select instrument ->> 'number' as number from policy where id = any ($1) order by 1`,
      [ids],
    );
    return rows.map(({ number }) => number);
  }
}

function sums(
  parts: readonly Part[],
  standing: readonly Part[],
  keyOf: (part: Part) => string,
): Map<string, Compared> {
  const found = new Map<string, Compared & { persons: Set<string> }>();
  const at = (part: Part) => {
    const key = keyOf(part);
    const known = found.get(key) ?? { people: 0, amount: 0, inForce: 0, persons: new Set() };
    found.set(key, known);
    if (part.personId !== null) known.persons.add(part.personId);
    return known;
  };
  for (const part of parts) at(part).amount += part.amount ?? 0;
  for (const part of standing) at(part).inForce += part.amount ?? 0;
  return new Map(
    [...found].map(([key, { persons, amount, inForce }]) => [
      key,
      { people: persons.size, amount, inForce },
    ]),
  );
}
