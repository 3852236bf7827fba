import { type Campaign, type CampaignRound, problem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';
import { daysOf, gapsOf } from './round.rules.ts';

type Row = Omit<Campaign, 'rounds' | 'warnings'>;

const columns = `c.id, c.unit_id as "unitId", c.name, c.from_on as "from", c.to_on as "to",
  c.planned_on as "plannedOn", c.citation, c.certainty, c.combination, c.launch_before as "launchBefore",
  c.launch_inclusive as "launchInclusive"`;

type Asked = {
  within?: string | undefined;
  on: PlainDate;
  id?: string;
  /** Only those that hold for what lies in these units or over them; null: all. */
  roots?: string[] | null;
};

/** Campaigns that hold for a unit of the province on a day or at any time before, latest first; without one, all. */
export async function campaignsOf(
  db: EntityManager,
  { within, on, id, roots = null }: Asked,
): Promise<Campaign[]> {
  const rows: Row[] = await db.query(
    `select ${columns} from campaign c
      where ($1::uuid is null or c.id = $1)
        and ($2::uuid is null or c.unit_id is null
          -- its province today, or one that it lay in while the campaign ran
          or c.unit_id in (province_of($2, $3), province_of($2, c.from_on), province_of($2, c.to_on)))
        and ($4::uuid[] is null or c.unit_id is null or exists (
          select from unnest($4::uuid[]) root
           where c.unit_id in (province_of(root, $3), province_of(root, c.from_on), province_of(root, c.to_on))))
      order by c.from_on desc, c.name`,
    [id ?? null, within ?? null, on, roots],
  );
  const rounds = await roundsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const own = rounds.filter((round) => round.campaignId === row.id);
    return {
      ...row,
      rounds: own.map(({ campaignId: _, ...round }) => round),
      warnings: gapsOf(row, own),
    };
  });
}

/** A campaign by its id. */
export async function campaignBy(db: EntityManager, id: string, on: PlainDate): Promise<Campaign> {
  const [campaign] = await campaignsOf(db, { id, on });
  if (!campaign) throw problem('campaign-not-found', { id });
  return campaign;
}

/** Rounds of campaigns in the order of their days. */
export async function roundsOf(
  db: EntityManager,
  campaignIds: string[],
): Promise<(CampaignRound & { campaignId: string })[]> {
  const rows: (Omit<CampaignRound, 'days'> & { campaignId: string; from: PlainDate })[] =
    await db.query(
      `select campaign_id as "campaignId", id, number, name, theme, from_on as "from", to_on as "to",
              case when ratified_at is not null then 'ratified' when opened_at is not null then 'open'
                   else 'planned' end as state,
              to_json(opened_at)#>>'{}' as "openedAt", to_json(ratified_at)#>>'{}' as "ratifiedAt", revision
         from campaign_round where campaign_id = any ($1) order by from_on`,
      [campaignIds],
    );
  return rows.map((row) => ({ ...row, days: daysOf(row) }));
}

/** A round with the campaign that it belongs to. */
export async function roundBy(
  db: EntityManager,
  id: string,
): Promise<CampaignRound & { campaignId: string; unitId: string | null }> {
  const [owner]: { campaignId: string; unitId: string | null }[] = await db.query(
    `select r.campaign_id as "campaignId", c.unit_id as "unitId"
       from campaign_round r join campaign c on c.id = r.campaign_id where r.id = $1`,
    [id],
  );
  if (!owner) throw problem('campaign-round-not-found', { id });
  const [round] = (await roundsOf(db, [owner.campaignId])).filter((one) => one.id === id);
  return { ...round!, ...owner };
}
