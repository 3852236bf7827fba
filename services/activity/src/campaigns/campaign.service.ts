import {
  type Campaign,
  type CampaignPlan,
  campaignSet,
  emulationGroupsSet,
  type getCampaign,
  type listCampaigns,
  type openRound,
  problem,
  roundOpened,
  type ScoreSubject,
  type setEmulationGroups,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, reachEver } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMayRun } from './campaign-scope.ts';
import { campaignBy, campaignsOf, roundBy } from './campaigns-of.ts';
import { CampaignEntity, CampaignRoundEntity, ScoreTemplateEntity } from './campaign.entity.ts';
import { dated, roundFault } from './round.rules.ts';

/** Emulation campaigns with their rounds; several run at once, each by itself (reporting BR-08). */
@Injectable()
export class CampaignService {
  constructor(private readonly db: EntityManager) {}

  async list({ within }: Input<typeof listCampaigns>): Promise<Output<typeof listCampaigns>> {
    const roots = reachEver('report.read', {}).scope;
    const items = await campaignsOf(this.db, { within, on: today(), roots });
    return { items, nextCursor: null, total: items.length };
  }

  async get({ id }: Input<typeof getCampaign>): Promise<Output<typeof getCampaign>> {
    const roots = reachEver('report.read', {}).scope;
    const [campaign] = await campaignsOf(this.db, { id, on: today(), roots });
    if (!campaign) throw problem('campaign-not-found', { id });
    const groups: { name: string; unitIds: string[] }[] = await this.db.query(
      `select name, array_agg(unit_id order by unit_id) as "unitIds"
         from emulation_group_unit where campaign_id = $1 group by name order by name`,
      [id],
    );
    const templates = await this.db.find(ScoreTemplateEntity, {
      where: { campaignId: id },
      order: { subject: 'ASC', version: 'DESC' },
    });
    return { ...campaign, groups, templates };
  }

  set(plan: CampaignPlan): Promise<Campaign> {
    return this.db.transaction(async (tx) => {
      await assertMayRun(tx, plan.unitId, plan.from);
      if (plan.to < plan.from) throw problem('campaign-ends-after-it-began', { to: plan.to });
      const fault = roundFault(plan);
      if (fault) throw problem('campaign-rounds-do-not-fit', { ...fault });
      await this.write(tx, plan);
      const campaign = await campaignBy(tx, plan.id, today());
      await publish(tx, campaignSet, campaign);
      return campaign;
    });
  }

  async setGroups({
    id,
    groups,
  }: Input<typeof setEmulationGroups>): Promise<Output<typeof setEmulationGroups>> {
    return this.db.transaction(async (tx) => {
      const { unitId, from } = await campaignBy(tx, id, today());
      await assertMayRun(tx, unitId, from);
      const rows = groups.flatMap(({ name, unitIds }) => unitIds.map((unit) => ({ name, unit })));
      await tx.query('delete from emulation_group_unit where campaign_id = $1', [id]);
      await tx.query(
        `insert into emulation_group_unit (campaign_id, unit_id, name)
         select $1, * from unnest($2::uuid[], $3::text[])`,
        [id, rows.map(({ unit }) => unit), rows.map(({ name }) => name)],
      );
      await publish(tx, emulationGroupsSet, { id, groups });
      return { groups: groups.length, units: rows.length };
    });
  }

  /** From here on the round keeps its days and the newest templates (reporting BR-07). */
  open({ id }: Input<typeof openRound>): Promise<Output<typeof openRound>> {
    return this.db.transaction(async (tx) => {
      await tx.query('select from campaign_round where id = $1 for update', [id]);
      const { campaignId, unitId, ...round } = await roundBy(tx, id);
      await assertMayRun(tx, unitId, round.from);
      if (round.state === 'planned') {
        await tx.query('update campaign_round set opened_at = clock_timestamp() where id = $1', [
          id,
        ]);
        await tx.query(
          `insert into round_template (round_id, subject, template_id)
           select distinct on (subject) $1::uuid, subject, id from score_template
            where campaign_id = $2 order by subject, version desc`,
          [id, campaignId],
        );
        await publish(tx, roundOpened, { campaignId, id, number: round.number });
      }
      const templates: { subject: ScoreSubject; version: number }[] = await tx.query(
        `select f.subject, t.version from round_template f join score_template t on t.id = f.template_id
          where f.round_id = $1 order by f.subject`,
        [id],
      );
      if (templates.length === 0) throw problem('score-template-not-found', { campaignId });
      const { campaignId: _, unitId: __, ...opened } = await roundBy(tx, id);
      return { ...opened, templates };
    });
  }

  /** Rounds that are open stay as they are; the others are written anew. */
  private async write(tx: EntityManager, plan: CampaignPlan): Promise<void> {
    const { id, from, to, rounds: _, ...fields } = plan;
    const known = await tx.findOneBy(CampaignEntity, { id });
    if (known && known.unitId !== plan.unitId) throw problem('id-reused', { id, field: 'unitId' });
    await tx.save(CampaignEntity, { id, fromOn: from, toOn: to, ...fields });
    const held = await tx.findBy(CampaignRoundEntity, { campaignId: id });
    const fixed = new Map(held.filter((one) => one.openedAt).map((one) => [one.id, one]));
    for (const { id: roundId, number } of fixed.values()) {
      const wanted = dated(plan).find((one) => one.id === roundId);
      const was = fixed.get(roundId)!;
      if (!wanted || wanted.from !== was.fromOn || wanted.to !== was.toOn)
        throw problem('campaign-round-is-open', { number, from: was.fromOn, to: was.toOn });
    }
    await tx.query(`delete from campaign_round where campaign_id = $1 and opened_at is null`, [id]);
    for (const round of dated(plan)) {
      const row = { id: round.id, campaignId: id, number: round.number, name: round.name };
      const days = { theme: round.theme, fromOn: round.from, toOn: round.to };
      await tx.save(CampaignRoundEntity, { ...row, ...days });
    }
  }
}
