import type { Service } from '@antt/service-kit';
import { AppModule } from './app.module.ts';
import { activitySettings } from './config.ts';
import { entities } from './entities.ts';
import { Foundation1 } from './migrations/1-foundation.ts';
import { Indicator2 } from './migrations/2-indicator.ts';
import { ReportKind3 } from './migrations/3-report-kind.ts';
import { Report4 } from './migrations/4-report.ts';
import { ReportWaiting5 } from './migrations/5-report-waiting.ts';
import { Posting7 } from './migrations/7-posting.ts';
import { Duty8 } from './migrations/8-duty.ts';
import { Incident9 } from './migrations/9-incident.ts';
import { Campaign10 } from './migrations/10-campaign.ts';
import { Grade11 } from './migrations/11-grade.ts';
import { Award12 } from './migrations/12-award.ts';
import { Obstacle14 } from './migrations/14-obstacle.ts';
import { Publication15 } from './migrations/15-publication.ts';

/** What the activity service is made of: its module, tables, migrations and settings. */
export const activity: Service = {
  name: 'activity',
  module: AppModule,
  entities,
  migrations: [
    Foundation1,
    Indicator2,
    ReportKind3,
    Report4,
    ReportWaiting5,
    Posting7,
    Duty8,
    Incident9,
    Campaign10,
    Grade11,
    Award12,
    Obstacle14,
    Publication15,
  ],
  settings: activitySettings,
};
