import { CopyModule } from '@antt/service-kit';
import { Module } from '@nestjs/common';
import { HolidayController } from './calendar/holiday.controller.ts';
import { HolidayService } from './calendar/holiday.service.ts';
import { CopyController } from './copies/copy.controller.ts';
import { PersonController } from './people/person.controller.ts';
import { PersonService } from './people/person.service.ts';
import { PostingController } from './postings/posting.controller.ts';
import { PostingService } from './postings/posting.service.ts';
import { RecognitionFacts } from './postings/recognition-facts.ts';
import { SealingModule } from './sealing/sealing.module.ts';
import { SettingController } from './settings/setting.controller.ts';
import { SettingService } from './settings/setting.service.ts';

@Module({
  imports: [CopyModule, SealingModule],
  controllers: [
    CopyController,
    HolidayController,
    PersonController,
    PostingController,
    SettingController,
  ],
  providers: [HolidayService, PersonService, PostingService, RecognitionFacts, SettingService],
})
export class AppModule {}
