import { CopyModule } from '@antt/service-kit';
import { Module } from '@nestjs/common';
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
  controllers: [CopyController, PersonController, PostingController, SettingController],
  providers: [PersonService, PostingService, RecognitionFacts, SettingService],
})
export class AppModule {}
