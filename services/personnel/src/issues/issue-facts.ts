import { type IssueFinding, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parameterOf } from '../settings/parameter-of.ts';
import type { IssueEntity } from './issue.entity.ts';
import { issueFindings, monthsAfter, shareOf } from './issue.rules.ts';
import { winterIn } from './winter.ts';

type Item = { category: 'uniform' | 'tool' | 'token'; season: string; numbered: boolean };
type Norm = { quantity: number | null; percent: number | null; serviceMonths: number | null };
type Service = { teamId: string; communeId: string };

/** Gathers what the rules of issuing ask for. */
@Injectable()
export class IssueFacts {
  /** Where a member serves on a day: only members are issued anything. */
  async serviceOf(tx: EntityManager, personId: string, on: PlainDate): Promise<Service> {
    const [row] = await tx.query(
      `select p.team_id as "teamId", tc.commune_id as "communeId" from posting p
         join team_commune tc on tc.team_id = p.team_id
          and tc.valid_from <= $2 and (tc.valid_to is null or $2 < tc.valid_to)
        where p.person_id = $1 and p.valid_from <= $2 and (p.valid_to is null or $2 < p.valid_to)`,
      [personId, on],
    );
    if (!row) throw problem('person-does-not-serve', { on });
    return row;
  }

  async item(tx: EntityManager, item: string): Promise<Item> {
    const [row] = await tx.query(
      'select category, season, numbered from issue_item where item = $1',
      [item],
    );
    if (!row) throw problem('issue-item-unknown', { item });
    return row;
  }

  /** The line for whoever had the item before, else the line of the first issue. */
  async norm(
    tx: EntityManager,
    { personId, item, issuedOn }: { personId: string; item: string; issuedOn: PlainDate },
    communeId: string,
  ): Promise<Norm> {
    const [row] = await tx.query(
      `select quantity, percent, service_months as "serviceMonths" from issue_norm_of($1, $2)
        where item = $3
        order by (phase = 'following') = exists (select 1 from issue i
                    where i.person_id = $4 and i.item = $3 and i.issued_on < $2) desc, phase
        limit 1`,
      [communeId, issuedOn, item, personId],
    );
    return row ?? { quantity: 0, percent: null, serviceMonths: null };
  }

  endOf(issuedOn: PlainDate, { serviceMonths }: Norm): PlainDate | null {
    return serviceMonths === null ? null : monthsAfter(issuedOn, serviceMonths);
  }

  /** For an issue that is not written yet. */
  async findings(
    tx: EntityManager,
    issue: IssueEntity,
    { teamId, communeId }: Service,
    { quantity, percent }: Norm,
  ): Promise<IssueFinding[]> {
    const { personId, item, issuedOn: on } = issue;
    const { category, season, numbered } = await this.item(tx, item);
    const [row] = await tx.query(
      `select (select count(*) from posting p where p.team_id = $3 and p.valid_from <= $4
                  and (p.valid_to is null or $4 < p.valid_to))::int as strength,
              coalesce((select sum(i.remaining) from issue_on($4) i
                 where i.item = $2 and (i.serves_until is null or $4 < i.serves_until)
                   and (case when $5 = 'tool' then i.person_id in (
                          select p.person_id from posting p where p.team_id = $3 and p.valid_from <= $4
                             and (p.valid_to is null or $4 < p.valid_to))
                        else i.person_id = $1 end)), 0)::int as held,
              exists (select 1 from certificate f join course c on c.id = f.course_id
                       where f.person_id = $1 and 'tools' = any (c.topics) and f.issued_on <= $4
                         and (f.valid_to is null or $4 < f.valid_to)
                         and (f.state = 'in-use' or $4 < f.state_on)) as "hasToolCertificate"`,
      [personId, item, teamId, on, category],
    );
    const rounding = await parameterOf(tx, 'tool-rounding', communeId, on);
    const winter = season === 'all' ? null : (await winterIn(tx, [communeId], on)).has(communeId);
    return issueFindings({
      ...issue,
      ...row,
      category,
      numbered,
      due: percent === null ? (quantity ?? 0) : shareOf(row.strength, percent, rounding),
      outOfSeason: winter !== null && (season === 'winter') !== winter,
    });
  }
}
