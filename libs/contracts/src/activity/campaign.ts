import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { SourceCertainty } from './indicator.ts';
import { ScoreSubject, ScoreTemplate } from './score-template.ts';

const label = z.string().trim().min(1).max(300);

/** A part of a campaign that is scored by itself (đợt). */
export const RoundPlan = z.strictObject({
  id: z.uuid(),
  number: z.number().int().min(1).max(50),
  name: label,
  /** Chủ đề; empty where it has none. */
  theme: z.string().trim().max(500),
  /** Null ("từ nay"): the day of the plan, or that of the campaign where it begins later (reporting BR-04). */
  from: PlainDate.nullable(),
  /** The last day. */
  to: PlainDate,
});
export type RoundPlan = z.infer<typeof RoundPlan>;

/** Open: scored by the templates it was opened with; ratified: its results stand. */
export const RoundState = z.enum(['planned', 'open', 'ratified']);
export type RoundState = z.infer<typeof RoundState>;

export const CampaignRound = RoundPlan.extend({
  from: PlainDate,
  /** Days, both ends counted (reporting BR-03). */
  days: z.number().int(),
  state: RoundState,
  openedAt: z.string().nullable(),
  ratifiedAt: z.string().nullable(),
  /** 1 when ratified; each named correction adds one. 0 before. */
  revision: z.number().int(),
});
export type CampaignRound = z.infer<typeof CampaignRound>;

export const CampaignPlan = z.strictObject({
  id: z.uuid(),
  /** The province that runs it; null: for all of the installation. */
  unitId: z.uuid().nullable(),
  name: label,
  from: PlainDate,
  /** The last day. */
  to: PlainDate,
  /** The day of the plan, from which a round without a first day begins. */
  plannedOn: PlainDate,
  citation: z.string().trim().min(1).max(500),
  certainty: SourceCertainty.nullable().default(null),
  /** How rounds come to one result: weighted by their days, each alike, or the last one. */
  combination: z.enum(['by-days', 'alike', 'last']).default('by-days'),
  /** Launch ceremonies are due before this day ("trước ngày"), or on it at the latest; null: none are asked for. */
  launchBefore: PlainDate.nullable().default(null),
  launchInclusive: z.boolean().default(false),
  rounds: z.array(RoundPlan).min(1).max(50),
});
export type CampaignPlan = z.infer<typeof CampaignPlan>;

/** What a plan leaves open: days that no round has (reporting BR-02). */
export const CampaignWarning = z.object({
  warning: z.enum(['days-without-round']),
  from: PlainDate,
  to: PlainDate,
  days: z.number().int(),
});
export type CampaignWarning = z.infer<typeof CampaignWarning>;

export const Campaign = z.object({
  ...CampaignPlan.omit({ rounds: true }).shape,
  certainty: SourceCertainty.nullable(),
  rounds: z.array(CampaignRound),
  warnings: z.array(CampaignWarning),
});
export type Campaign = z.infer<typeof Campaign>;

export const listCampaigns = operation('activity.campaign.list', {
  http: 'GET /campaigns',
  allow: 'report.read',
  summary: 'Campaigns that hold for a unit, latest first',
  input: z.strictObject({ within: z.uuid().optional() }),
  output: pageOf(Campaign),
});

/** Units whose subjects are ranked among themselves (cụm thi đua); a team counts where its commune does. */
export const EmulationGroup = z.strictObject({
  name: label,
  unitIds: z.array(z.uuid()).min(1).max(4_000),
});

export const getCampaign = operation('activity.campaign.get', {
  http: 'GET /campaigns/:id',
  allow: 'report.read',
  summary: 'A campaign with its rounds, groups and the versions of its templates',
  input: z.strictObject({ id: z.uuid() }),
  output: Campaign.extend({ groups: z.array(EmulationGroup), templates: z.array(ScoreTemplate) }),
});

export const setCampaign = operation('activity.campaign.set', {
  http: 'POST /campaigns',
  allow: 'campaign.write',
  summary: 'Lay down a campaign, or change it: rounds that are open keep their days',
  input: CampaignPlan,
  output: Campaign,
});

export const setEmulationGroups = operation('activity.campaign.set-groups', {
  http: 'PUT /campaigns/:id/groups',
  allow: 'campaign.write',
  summary: 'Say who is ranked with whom; who stands in no group is ranked with the others in none',
  input: z.strictObject({ id: z.uuid(), groups: z.array(EmulationGroup).max(200) }),
  output: z.object({ groups: z.number().int(), units: z.number().int() }),
});

/** A launch ceremony (lễ phát động): of its own, or within another event; both will do (reporting BR-06). */
export const Launch = z.strictObject({
  unitId: z.uuid(),
  heldOn: PlainDate,
  manner: z.enum(['own', 'within-another']),
  note: z.string().trim().max(500).default(''),
});

export const recordLaunch = operation('activity.campaign.record-launch', {
  http: 'POST /campaigns/:id/launches',
  allow: 'report.write',
  summary: 'Record when a unit launched a campaign; a later record of the same unit corrects it',
  input: Launch.extend({ id: z.uuid() }),
  output: Launch.extend({ daysLate: z.number().int() }),
});

export const listLaunches = operation('activity.campaign.list-launches', {
  http: 'GET /campaigns/:id/launches',
  allow: 'report.read',
  summary: 'Launch ceremonies of a campaign, with who has held none',
  input: z.strictObject({ id: z.uuid(), within: z.uuid().optional() }),
  output: pageOf(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      heldOn: PlainDate.nullable(),
      manner: Launch.shape.manner.nullable(),
      daysLate: z.number().int().nullable(),
      note: z.string(),
    }),
  ),
});

export const openRound = operation('activity.campaign.open-round', {
  http: 'POST /campaign-rounds/:id/openings',
  allow: 'campaign.write',
  summary: 'Open a round: its days and the templates it is scored by stay as they are from now on',
  input: z.strictObject({ id: z.uuid() }),
  output: CampaignRound.extend({
    templates: z.array(z.object({ subject: ScoreSubject, version: z.number().int() })),
  }),
});

export const campaignSet = event('activity.campaign-set.v1', Campaign);
export const emulationGroupsSet = event(
  'activity.emulation-groups-set.v1',
  z.object({ id: z.uuid(), groups: z.array(EmulationGroup) }),
);
export const launchRecorded = event('activity.launch-recorded.v1', Launch.extend({ id: z.uuid() }));
export const roundOpened = event(
  'activity.round-opened.v1',
  z.object({ campaignId: z.uuid(), id: z.uuid(), number: z.number().int() }),
);
