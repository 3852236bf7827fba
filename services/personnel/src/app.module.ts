import { CopyModule } from '@antt/service-kit';
import { Module } from '@nestjs/common';
import { HolidayController } from './calendar/holiday.controller.ts';
import { HolidayService } from './calendar/holiday.service.ts';
import { CopyController } from './copies/copy.controller.ts';
import { importJobs } from './rosters/import.module.ts';
import { ClaimController } from './claims/claim.controller.ts';
import { ClaimService } from './claims/claim.service.ts';
import { DutyController } from './duties/duty.controller.ts';
import { DutyOrderService } from './duties/duty-order.service.ts';
import { ShiftService } from './duties/shift.service.ts';
import { EditingController } from './editing/editing.controller.ts';
import { EditingService } from './editing/editing.service.ts';
import { ComparisonController } from './people/comparison.controller.ts';
import { ComparisonService } from './people/comparison.service.ts';
import { DetailController } from './people/detail.controller.ts';
import { DetailService } from './people/detail.service.ts';
import { PersonController } from './people/person.controller.ts';
import { PersonService } from './people/person.service.ts';
import { PostingController } from './postings/posting.controller.ts';
import { PostingService } from './postings/posting.service.ts';
import { RecognitionFacts } from './postings/recognition-facts.ts';
import { RemovalController } from './removals/removal.controller.ts';
import { RemovalService } from './removals/removal.service.ts';
import { SealingModule } from './sealing/sealing.module.ts';
import { SeveranceService } from './severances/severance.service.ts';
import { SettingController } from './settings/setting.controller.ts';
import { SettingService } from './settings/setting.service.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { StatisticsService } from './statistics/statistics.service.ts';
import { SupervisionController } from './supervisions/supervision.controller.ts';
import { SupervisionService } from './supervisions/supervision.service.ts';

@Module({
  imports: [CopyModule, SealingModule, importJobs],
  controllers: [
    ClaimController,
    ComparisonController,
    CopyController,
    DetailController,
    DutyController,
    EditingController,
    HolidayController,
    PersonController,
    PostingController,
    RemovalController,
    SettingController,
    StatisticsController,
    SupervisionController,
  ],
  providers: [
    ClaimService,
    ComparisonService,
    DetailService,
    DutyOrderService,
    EditingService,
    HolidayService,
    PersonService,
    PostingService,
    RecognitionFacts,
    RemovalService,
    SettingService,
    SeveranceService,
    ShiftService,
    StatisticsService,
    SupervisionService,
  ],
})
export class AppModule {}
