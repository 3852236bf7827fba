import type { Service } from '@antt/service-kit';
import { AppModule } from './app.module.ts';
import { entities } from './entities.ts';
import { Foundation1 } from './migrations/1-foundation.ts';
import { Rules2 } from './migrations/2-rules.ts';
import { VillageFirst3 } from './migrations/3-village-first.ts';
import { TeamlessParent4 } from './migrations/4-teamless-parent.ts';

/** What the organisation service is made of: its module, tables and migrations. */
export const organisation: Service = {
  name: 'organisation',
  module: AppModule,
  entities,
  migrations: [Foundation1, Rules2, VillageFirst3, TeamlessParent4],
};
