import type { Service } from '@antt/service-kit';
import { AppModule } from './app.module.ts';
import { Foundation1 } from './migrations/1-foundation.ts';
import { Rules2 } from './migrations/2-rules.ts';
import {
  UnitEntity,
  UnitFigureEntity,
  UnitParentEntity,
  UnitTagEntity,
  UnitVersionEntity,
} from './units/unit.entity.ts';

/** What the organisation service is made of: its module, tables and migrations. */
export const organisation: Service = {
  name: 'organisation',
  module: AppModule,
  entities: [UnitEntity, UnitVersionEntity, UnitParentEntity, UnitTagEntity, UnitFigureEntity],
  migrations: [Foundation1, Rules2],
};
