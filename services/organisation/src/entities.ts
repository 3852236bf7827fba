import { BoundaryEntity, UnitPointEntity } from './boundaries/boundary.entity.ts';
import { FileEntity, FileLinkEntity } from './files/file.entity.ts';
import { CriteriaEntity, CriteriaUnitEntity } from './criteria/criteria.entity.ts';
import {
  ConsolidationChoiceEntity,
  ConsolidationEntity,
  ConsolidationTermEntity,
} from './consolidations/consolidation.entity.ts';
import {
  EquipmentEntity,
  EquipmentFindingEntity,
  EquipmentNormEntity,
  EquipmentWithdrawalEntity,
} from './equipment/equipment.entity.ts';
import { GapAssignmentEntity, GapOwnerEntity } from './gaps/gap.entity.ts';
import { InstallationEntity } from './installation/installation.entity.ts';
import {
  InstrumentCorrectionEntity,
  InstrumentEntity,
  InstrumentRelationEntity,
  InstrumentRepealEntity,
  InstrumentSubjectEntity,
  InstrumentTerritoryEntity,
} from './instruments/instrument.entity.ts';
import { QuotaCeilingEntity } from './drafts/ceiling.entity.ts';
import { QuotaDraftEntity, QuotaDraftLineEntity } from './drafts/draft.entity.ts';
import { ProposalEntity, ProposalStepEntity } from './proposals/proposal.entity.ts';
import { QuotaEntity, QuotaLineEntity } from './quotas/quota.entity.ts';
import {
  ReorganisationEntity,
  UnitLineageEntity,
} from './reorganisations/reorganisation.entity.ts';
import {
  TeamActEndedEntity,
  TeamActEntity,
  TeamFormerNameEntity,
} from './teams/team-act.entity.ts';
import { TeamEntity, TeamVillageEntity } from './teams/team.entity.ts';
import { ServingEntity } from './servings/serving.entity.ts';
import { TransitionEntity } from './transitions/transition.entity.ts';
import {
  TagEntity,
  UnitEntity,
  UnitFigureEntity,
  UnitParentEntity,
  UnitTagEntity,
  UnitVersionEntity,
} from './units/unit.entity.ts';
import { VillageStandardEntity } from './units/village-standard.entity.ts';
import {
  TeamWorkplaceEntity,
  WorkplaceEntity,
  WorkplaceFormerStateEntity,
} from './workplaces/workplace.entity.ts';

/** Every table of the service that code reads or writes by row. */
export const entities = [
  BoundaryEntity,
  FileEntity,
  FileLinkEntity,
  CriteriaEntity,
  CriteriaUnitEntity,
  ConsolidationChoiceEntity,
  ConsolidationEntity,
  ConsolidationTermEntity,
  EquipmentEntity,
  EquipmentFindingEntity,
  EquipmentNormEntity,
  EquipmentWithdrawalEntity,
  GapAssignmentEntity,
  GapOwnerEntity,
  InstallationEntity,
  InstrumentCorrectionEntity,
  InstrumentEntity,
  InstrumentRelationEntity,
  InstrumentRepealEntity,
  InstrumentSubjectEntity,
  InstrumentTerritoryEntity,
  ProposalEntity,
  ProposalStepEntity,
  QuotaCeilingEntity,
  QuotaDraftEntity,
  QuotaDraftLineEntity,
  QuotaEntity,
  QuotaLineEntity,
  ReorganisationEntity,
  ServingEntity,
  TeamActEndedEntity,
  TeamActEntity,
  TagEntity,
  TeamEntity,
  TeamFormerNameEntity,
  TeamVillageEntity,
  TeamWorkplaceEntity,
  TransitionEntity,
  UnitEntity,
  UnitFigureEntity,
  UnitLineageEntity,
  UnitParentEntity,
  UnitPointEntity,
  UnitTagEntity,
  UnitVersionEntity,
  VillageStandardEntity,
  WorkplaceEntity,
  WorkplaceFormerStateEntity,
];
