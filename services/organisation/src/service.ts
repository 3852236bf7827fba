import type { Service } from '@antt/service-kit';
import { AppModule } from './app.module.ts';
import { organisationSettings } from './config.ts';
import { entities } from './entities.ts';
import { Foundation1 } from './migrations/1-foundation.ts';
import { Rules2 } from './migrations/2-rules.ts';
import { VillageFirst3 } from './migrations/3-village-first.ts';
import { TeamlessParent4 } from './migrations/4-teamless-parent.ts';
import { Copies50 } from './migrations/50-copies.ts';
import { Serving51 } from './migrations/51-serving.ts';
import { VillageStandard55 } from './migrations/55-village-standard.ts';
import { LawfulSurplusPlan56 } from './migrations/56-lawful-surplus-plan.ts';
import { JoinedVillagesSay57 } from './migrations/57-joined-villages-say.ts';
import { PayTag70 } from './migrations/70-pay-tag.ts';
import { Gap32 } from './migrations/32-gap.ts';
import { JobFiles5 } from './migrations/5-job-files.ts';
import { InstrumentSearch7 } from './migrations/7-instrument-search.ts';
import { Reorganisation8 } from './migrations/8-reorganisation.ts';
import { VillageHeirs9 } from './migrations/9-village-heirs.ts';
import { Files10 } from './migrations/10-files.ts';
import { InstrumentRelations11 } from './migrations/11-instrument-relations.ts';
import { VillageReform36 } from './migrations/36-village-reform.ts';
import { Consolidation37 } from './migrations/37-consolidation.ts';
import { ConsolidationUndoing38 } from './migrations/38-consolidation-undoing.ts';
import { Criteria13 } from './migrations/13-criteria.ts';
import { Restatement40 } from './migrations/40-restatement.ts';
import { RestatementPlan41 } from './migrations/41-restatement-plan.ts';
import { LawfulSurplus42 } from './migrations/42-lawful-surplus.ts';
import { ConsolidationOverdue44 } from './migrations/44-consolidation-overdue.ts';
import { InstrumentEnd43 } from './migrations/43-instrument-end.ts';
import { QuotaDraft20 } from './migrations/20-quota-draft.ts';
import { TeamAct25 } from './migrations/25-team-act.ts';
import { WorkplaceState26 } from './migrations/26-workplace-state.ts';
import { Equipment27 } from './migrations/27-equipment.ts';
import { TeamCheckInSets15 } from './migrations/15-team-check-in-sets.ts';
import { Tag16 } from './migrations/16-tag.ts';
import { TagClass17 } from './migrations/17-tag-class.ts';
import { ProposalFiles21 } from './migrations/21-proposal-files.ts';

/** What the organisation service is made of: its module, tables, migrations and settings. */
export const organisation: Service = {
  name: 'organisation',
  module: AppModule,
  entities,
  migrations: [
    Foundation1,
    Rules2,
    VillageFirst3,
    TeamlessParent4,
    JobFiles5,
    InstrumentSearch7,
    Reorganisation8,
    VillageHeirs9,
    Files10,
    InstrumentRelations11,
    VillageReform36,
    Consolidation37,
    ConsolidationUndoing38,
    Criteria13,
    Restatement40,
    RestatementPlan41,
    LawfulSurplus42,
    QuotaDraft20,
    TeamAct25,
    WorkplaceState26,
    Equipment27,
    TeamCheckInSets15,
    Tag16,
    TagClass17,
    ProposalFiles21,
    Gap32,
    InstrumentEnd43,
    ConsolidationOverdue44,
    Copies50,
    Serving51,
    VillageStandard55,
    LawfulSurplusPlan56,
    JoinedVillagesSay57,
    PayTag70,
  ],
  settings: organisationSettings,
};
