import type { listCampaignScores } from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { campaignBy } from '../campaigns/campaigns-of.ts';

const text = sql(import.meta.url, './campaign-scores.sql');

/** What the ratified rounds of a campaign come to together. */
@Injectable()
export class CampaignScoreService {
  constructor(private readonly db: EntityManager) {}

  async list(
    question: Input<typeof listCampaignScores>,
  ): Promise<Output<typeof listCampaignScores>> {
    const { campaignId, subject, within, cursor, limit } = question;
    const campaign = await campaignBy(this.db, campaignId, today());
    const roots = reach('report.read', { on: campaign.to, ...(within ? { within } : {}) });
    const start = Number(cursor ?? 0);
    const rows: (Output<typeof listCampaignScores>['items'][number] & { all: number })[] =
      await this.db.query(text, [
        ...[campaignId, subject, roots.scope, roots.within, campaign.to],
        ...[start, limit],
      ]);
    const items = rows.map(({ all: _, ...item }) => item);
    const total = rows[0]?.all ?? 0;
    const next = start + items.length;
    return { items, nextCursor: items.length > 0 && next < total ? String(next) : null, total };
  }
}
