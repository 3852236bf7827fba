import { type AwardDetail, awardRevoked, type revokeAward } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { revokedAwards } from '../scoring/revoked-awards.ts';
import { assertDay, assertOver, bodyOf } from './award-asked.ts';
import { aboutOf, assertAnother, awardFor, writeStep } from './award-step.ts';
import { AwardEntity } from './award.entity.ts';
import { awardDetail } from './award.service.ts';

/**
 * Takes awards back. Nothing that was reckoned is written anew here: suggested values and open rounds count approved
 * awards alone, and a ratified round is flagged until somebody corrects it by name (reporting BR-75).
 */
@Injectable()
export class RevocationService {
  constructor(private readonly db: EntityManager) {}

  revoke({ revocation, number, on, note, ...command }: Input<typeof revokeAward>) {
    const { id, stepId, version } = command;
    const said = { step: 'revoked', revocation, number, on, note } as const;
    return this.db.transaction(async (tx): Promise<AwardDetail> => {
      const award = await awardFor(tx, command, said);
      if (!award) return awardDetail(tx, id);
      await assertAnother(tx, id, 'award.decide');
      assertDay(on, award.decidedOn!);
      await assertOver(tx, 'award.decide', award, bodyOf(award.authority, award.decidedOn!));
      const revoked = { state: 'revoked', revocation, revokedOn: on } as const;
      await tx.update(AwardEntity, { id }, { ...revoked, version: version + 1 });
      await tx.query('update award set revoked_at = clock_timestamp() where id = $1', [id]);
      await writeStep(tx, { awardId: id, stepId, sending: award.sending }, said);
      const rounds = await revokedAwards(tx, { awardId: id });
      const roundIds = [...new Set(rounds.map(({ roundId }) => roundId))];
      await publish(tx, awardRevoked, {
        ...aboutOf(award),
        ...{ revocation, number, on, note, roundIds },
      });
      return awardDetail(tx, id);
    });
  }
}
