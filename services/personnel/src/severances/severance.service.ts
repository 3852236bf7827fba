import { type FormerForce, type getServiceYears, problem } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { permittedOf } from '../people/permitted.ts';
import { assertPerson, survivorOf } from '../people/person-scope.ts';
import { asYears, halvesOf, monthsOf } from './service-years.rules.ts';

type Period = { force: FormerForce; from: string; to: string; open: boolean };
type Found = Period & { lastAllowance: number | null };

/** What somebody served in former forces, ready for whoever prices it. */
@Injectable()
export class SeveranceService {
  constructor(private readonly db: EntityManager) {}

  async years(question: Input<typeof getServiceYears>): Promise<Output<typeof getServiceYears>> {
    const { on } = question;
    const id = await survivorOf(this.db, question.personId);
    await assertPerson(this.db, 'person.read', id, on);
    const may = await permittedOf(this.db, id, on);
    if (!may('person-profile.read') && !may('bank-account.read')) {
      throw problem('not-allowed', { permission: 'person-profile.read' });
    }
    const found: Found[] = await this.db.query(
      `select d.slot as force, d.valid_from as "from", least(coalesce(d.valid_to, $2), $2) as "to",
              d.valid_to is null or d.valid_to > $2 as open,
              (d.content ->> 'lastAllowance')::float8 as "lastAllowance"
         from person_records($1) r join person_detail d on d.person_id = r.id
        where d.kind = 'service' and d.withdrawn_at is null and d.valid_from < $2
        order by d.slot, d.valid_from`,
      [id, on],
    );
    const forces = [...new Set(found.map(({ force }) => force))];
    const items = forces.map((force) => {
      const periods = found.filter((period) => period.force === force);
      const months = monthsOf(periods);
      const { lastAllowance, open } = periods.at(-1)!;
      return { force, months, years: asYears(halvesOf(months)), lastAllowance, open };
    });
    return { items };
  }
}
