import type { CessationFinding } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BasisSeal } from './basis.ts';
import type { CessationEntity } from './cessation.entity.ts';
import { proposalFindings } from './cessation.rules.ts';

/** Gathers what the rules of a proposal ask for, as things are now. */
@Injectable()
export class CessationFacts {
  constructor(private readonly seal: BasisSeal) {}

  async findings(tx: EntityManager, cessation: CessationEntity): Promise<CessationFinding[]> {
    const { personId, proposedOn, sealedBasis } = cessation;
    const [counted] = await tx.query(
      `select (select count(*) from refusal where person_id = $1 and refused_on <= $2
                  and not good_reason and withdrawn_reason is null)::int as refusals,
              (select count(*) from reminder where person_id = $1 and signed_on < $2
                  and withdrawn_reason is null)::int as reminders`,
      [personId, proposedOn],
    );
    const { basis } = this.seal.open(sealedBasis, cessation);
    return proposalFindings({ ...cessation, ...counted, basis });
  }

  /** Plates, certificates and tools that somebody still has on a day (law BR-44); uniform may be kept. */
  async openIssues(tx: EntityManager, personId: string, on: PlainDate): Promise<number> {
    const [{ open }] = await tx.query(
      `select count(*)::int as open from issue_on($2) i
         join issue_item m on m.item = i.item and m.category in ('tool', 'token')
        where i.person_id = $1 and i.remaining > 0`,
      [personId, on],
    );
    return open;
  }
}
