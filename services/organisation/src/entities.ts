import { BoundaryEntity, UnitPointEntity } from './boundaries/boundary.entity.ts';
import { FileEntity, FileLinkEntity } from './files/file.entity.ts';
import { CriteriaEntity, CriteriaUnitEntity } from './criteria/criteria.entity.ts';
import { ConsolidationTermEntity } from './consolidations/consolidation.entity.ts';
import { InstallationEntity } from './installation/installation.entity.ts';
import {
  InstrumentEntity,
  InstrumentReplacementEntity,
  InstrumentTerritoryEntity,
} from './instruments/instrument.entity.ts';
import { QuotaEntity } from './quotas/quota.entity.ts';
import {
  ReorganisationEntity,
  UnitLineageEntity,
} from './reorganisations/reorganisation.entity.ts';
import { TeamEntity, TeamVillageEntity } from './teams/team.entity.ts';
import {
  UnitEntity,
  UnitFigureEntity,
  UnitParentEntity,
  UnitTagEntity,
  UnitVersionEntity,
} from './units/unit.entity.ts';
import { TeamWorkplaceEntity, WorkplaceEntity } from './workplaces/workplace.entity.ts';

/** Every table of the service that code reads or writes by row. */
export const entities = [
  BoundaryEntity,
  FileEntity,
  FileLinkEntity,
  CriteriaEntity,
  CriteriaUnitEntity,
  ConsolidationTermEntity,
  InstallationEntity,
  InstrumentEntity,
  InstrumentReplacementEntity,
  InstrumentTerritoryEntity,
  QuotaEntity,
  ReorganisationEntity,
  TeamEntity,
  TeamVillageEntity,
  TeamWorkplaceEntity,
  UnitEntity,
  UnitFigureEntity,
  UnitLineageEntity,
  UnitParentEntity,
  UnitPointEntity,
  UnitTagEntity,
  UnitVersionEntity,
  WorkplaceEntity,
];
