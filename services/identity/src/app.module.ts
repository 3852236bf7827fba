import { Module } from '@nestjs/common';
import { AccountController } from './accounts/account.controller.ts';
import { AccountService } from './accounts/account.service.ts';
import { AreaController } from './areas/area.controller.ts';
import { AreaPartService } from './areas/area-part.service.ts';
import { AreaService } from './areas/area.service.ts';
import { ReorganisationFollower } from './areas/follow-reorganisation.service.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AuditService } from './audit/audit.service.ts';
import { Authority } from './authority/authority.service.ts';
import { DigestClock } from './digests/digest-clock.ts';
import { DigestMaker } from './digests/digest-maker.service.ts';
import { DigestController } from './digests/digest.controller.ts';
import { DigestService } from './digests/digest.service.ts';
import { NoticeCarrier } from './digests/notice-carrier.service.ts';
import { GrantController } from './grants/grant.controller.ts';
import { GrantService } from './grants/grant.service.ts';
import { importJobs } from './imports/import.module.ts';
import { PasswordController } from './passwords/password.controller.ts';
import { PasswordService } from './passwords/password.service.ts';
import { PrincipalController } from './principals/principal.controller.ts';
import { PrincipalService } from './principals/principal.service.ts';
import { AttemptService } from './sessions/attempt.service.ts';
import { RefreshService } from './sessions/refresh.service.ts';
import { SessionController } from './sessions/session.controller.ts';
import { SessionService } from './sessions/session.service.ts';
import { TokenController } from './tokens/token.controller.ts';
import { TokenService } from './tokens/token.service.ts';
import { ViewController } from './views/view.controller.ts';
import { ViewService } from './views/view.service.ts';

@Module({
  imports: [importJobs],
  controllers: [
    AccountController,
    AreaController,
    AuditController,
    DigestController,
    GrantController,
    PasswordController,
    PrincipalController,
    SessionController,
    TokenController,
    ViewController,
  ],
  providers: [
    AccountService,
    AreaPartService,
    AreaService,
    AttemptService,
    AuditService,
    Authority,
    DigestClock,
    DigestMaker,
    DigestService,
    GrantService,
    NoticeCarrier,
    PasswordService,
    PrincipalService,
    RefreshService,
    ReorganisationFollower,
    SessionService,
    TokenService,
    ViewService,
  ],
})
export class AppModule {}
