import type { Service } from '@antt/service-kit';
import { AccountEntity } from './accounts/account.entity.ts';
import { AppModule } from './app.module.ts';
import { AreaEntity, AreaPartEntity, AreaUnitEntity } from './areas/area.entity.ts';
import { AuditEntryEntity } from './audit/audit.entity.ts';
import { identitySettings } from './config.ts';
import { DigestEntity, NoticeChoiceEntity } from './digests/digest.entity.ts';
import { RoleGrantEntity } from './grants/grant.entity.ts';
import { Foundation1 } from './migrations/1-foundation.ts';
import { Jobs2 } from './migrations/2-jobs.ts';
import { JobFiles3 } from './migrations/3-job-files.ts';
import { AttemptsByPlace4 } from './migrations/4-attempts-by-place.ts';
import { AreaFollow5 } from './migrations/5-area-follow.ts';
import { AreaPart6 } from './migrations/6-area-part.ts';
import { Digest7 } from './migrations/7-digest.ts';
import { AreaName8 } from './migrations/8-area-name.ts';
import { SessionEntity } from './sessions/session.entity.ts';
import { TokenEntity } from './tokens/token.entity.ts';
import { ViewEntity } from './views/view.entity.ts';

/** What the identity service is made of: its module, tables, migrations and settings. */
export const identity = {
  name: 'identity',
  module: AppModule,
  entities: [
    AccountEntity,
    AreaEntity,
    AreaPartEntity,
    AreaUnitEntity,
    AuditEntryEntity,
    DigestEntity,
    NoticeChoiceEntity,
    RoleGrantEntity,
    SessionEntity,
    TokenEntity,
    ViewEntity,
  ],
  migrations: [
    Foundation1,
    Jobs2,
    JobFiles3,
    AttemptsByPlace4,
    AreaFollow5,
    AreaPart6,
    Digest7,
    AreaName8,
  ],
  settings: identitySettings,
  // Not even the service itself may change what was done.
  afterGrant: ['revoke update, delete, truncate on identity.audit_entry from identity'],
} satisfies Service;
