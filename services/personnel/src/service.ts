import type { Service } from '@antt/service-kit';
import { AppModule } from './app.module.ts';
import { personnelSettings } from './config.ts';
import { entities } from './entities.ts';
import { Foundation1 } from './migrations/1-foundation.ts';
import { Holiday19 } from './migrations/19-holiday.ts';
import { Roster10 } from './migrations/10-roster.ts';
import { PersonDetail40 } from './migrations/40-person-detail.ts';
import { Duty42 } from './migrations/42-duty.ts';
import { Claim43 } from './migrations/43-claim.ts';
import { Supervision44 } from './migrations/44-supervision.ts';
import { Editing45 } from './migrations/45-editing.ts';
import { Removal46 } from './migrations/46-removal.ts';
import { Cessation30 } from './migrations/30-cessation.ts';
import { Training31 } from './migrations/31-training.ts';
import { Issue32 } from './migrations/32-issue.ts';
import { Recruitment20 } from './migrations/20-recruitment.ts';
import { Work47 } from './migrations/47-work.ts';
import { Paper48 } from './migrations/48-paper.ts';
import { PersonFile60 } from './migrations/60-person-file.ts';
import { RecruitmentTakingBack61 } from './migrations/61-recruitment-taking-back.ts';
import { ClaimAmount62 } from './migrations/62-claim-amount.ts';
import { LikelyPair63 } from './migrations/63-likely-pair.ts';
import { Policy70 } from './migrations/70-policy.ts';
import { Payroll71 } from './migrations/71-payroll.ts';
import { Budget72 } from './migrations/72-budget.ts';
import { OtherMoney76 } from './migrations/76-other-money.ts';
import { PayrollFailure78 } from './migrations/78-payroll-failure.ts';
import { AccountIndex80 } from './migrations/80-account-index.ts';
import { ProvinceSum81 } from './migrations/81-province-sum.ts';
import { PayAside82 } from './migrations/82-pay-aside.ts';
import { Payment74 } from './migrations/74-payment.ts';
import { PayChannel75 } from './migrations/75-pay-channel.ts';
import { PaidByAnother89 } from './migrations/89-paid-by-another.ts';
import { Case77 } from './migrations/77-case.ts';
import { CasePaidApart85 } from './migrations/85-case-paid-apart.ts';
import { PolicyPlace86 } from './migrations/86-policy-place.ts';
import { Commendation90 } from './migrations/90-commendation.ts';
import { DutyKind91 } from './migrations/91-duty-kind.ts';
import { TeamLine95 } from './migrations/95-team-line.ts';
import { SaidOnce96 } from './migrations/96-said-once.ts';
import { PolicyWriter97 } from './migrations/97-policy-writer.ts';
import { ChangeDay99 } from './migrations/99-change-day.ts';

/** What the personnel service is made of: its module, tables, migrations and settings. */
export const personnel: Service = {
  name: 'personnel',
  module: AppModule,
  entities,
  migrations: [
    Foundation1,
    Holiday19,
    Roster10,
    PersonDetail40,
    Duty42,
    Claim43,
    Supervision44,
    Editing45,
    Removal46,
    Cessation30,
    Training31,
    Issue32,
    Recruitment20,
    Work47,
    Paper48,
    PersonFile60,
    RecruitmentTakingBack61,
    ClaimAmount62,
    LikelyPair63,
    Policy70,
    Payroll71,
    Budget72,
    OtherMoney76,
    PayrollFailure78,
    AccountIndex80,
    ProvinceSum81,
    Payment74,
    PayChannel75,
    Case77,
    PayAside82,
    CasePaidApart85,
    PolicyPlace86,
    PaidByAnother89,
    Commendation90,
    DutyKind91,
    TeamLine95,
    SaidOnce96,
    PolicyWriter97,
    ChangeDay99,
  ],
  settings: personnelSettings,
};
