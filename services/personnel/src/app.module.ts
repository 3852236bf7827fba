import { CopyModule } from '@antt/service-kit';
import { Module } from '@nestjs/common';
import { HolidayController } from './calendar/holiday.controller.ts';
import { HolidayService } from './calendar/holiday.service.ts';
import { CopyController } from './copies/copy.controller.ts';
import { importJobs } from './rosters/import.module.ts';
import { PersonController } from './people/person.controller.ts';
import { PersonService } from './people/person.service.ts';
import { PostingController } from './postings/posting.controller.ts';
import { PostingService } from './postings/posting.service.ts';
import { RecognitionFacts } from './postings/recognition-facts.ts';
import { SealingModule } from './sealing/sealing.module.ts';
import { SettingController } from './settings/setting.controller.ts';
import { SettingService } from './settings/setting.service.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { StatisticsService } from './statistics/statistics.service.ts';

@Module({
  imports: [CopyModule, SealingModule, importJobs],
  controllers: [
    CopyController,
    HolidayController,
    PersonController,
    PostingController,
    SettingController,
    StatisticsController,
  ],
  providers: [
    HolidayService,
    PersonService,
    PostingService,
    RecognitionFacts,
    SettingService,
    StatisticsService,
  ],
})
export class AppModule {}
