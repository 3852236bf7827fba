import {
  type listShippedScoreTemplates,
  problem,
  type ScoreTemplate,
  scoreTemplateSet,
  type setScoreTemplate,
  templateFault,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { indicatorsOf } from '../indicators/indicators-of.ts';
import { assertMayRun } from './campaign-scope.ts';
import { campaignBy } from './campaigns-of.ts';
import { ScoreTemplateEntity } from './campaign.entity.ts';
import { readScoreTemplates } from './template-file.ts';

/** How subjects are scored, as data: shipped to begin from, laid down by whoever runs a campaign. */
@Injectable()
export class TemplateService {
  constructor(private readonly db: EntityManager) {}

  listShipped(): Output<typeof listShippedScoreTemplates> {
    const items = readScoreTemplates();
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setScoreTemplate>): Promise<ScoreTemplate> {
    return this.db.transaction(async (tx) => {
      const { id, campaignId, subject, document } = command;
      const campaign = await campaignBy(tx, campaignId, today());
      await assertMayRun(tx, campaign.unitId, campaign.from);
      const known = await tx.findOneBy(ScoreTemplateEntity, { id });
      if (known) return sameAgain<ScoreTemplate>(known, command);
      const fault = templateFault(document) ?? (await this.unknownIn(tx, command, campaign));
      if (fault) throw problem('score-template-cannot-be-used', { ...fault, subject });
      await tx.query('select from campaign where id = $1 for update', [campaignId]);
      const [{ version }] = await tx.query(
        `select coalesce(max(version), 0) + 1 as version from score_template
          where campaign_id = $1 and subject = $2`,
        [campaignId, subject],
      );
      const template: ScoreTemplate = { ...command, version };
      await tx.insert(ScoreTemplateEntity, template as never);
      await publish(tx, scoreTemplateSet, template);
      return template;
    });
  }

  /** An indicator that does not hold there, or by which ties are broken though nobody is scored by it. */
  private async unknownIn(
    tx: EntityManager,
    { document }: Input<typeof setScoreTemplate>,
    { unitId, to }: { unitId: string | null; to: string },
  ) {
    const known = await indicatorsOf(tx, { on: to, within: unitId ?? undefined });
    const codes = new Set(known.map(({ code }) => code));
    const used = document.contents.flatMap(({ items }) =>
      items.flatMap((one) => one.indicator ?? []),
    );
    const unknown = used.find((code) => !codes.has(code));
    if (unknown) return { fault: 'indicator-unknown', code: unknown };
    const idle = document.tieBreaks.find(({ by }) => by !== 'breaches' && !used.includes(by));
    return idle ? { fault: 'tie-break-not-scored', code: idle.by } : null;
  }
}
