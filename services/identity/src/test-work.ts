import {
  getPeopleWork,
  getReportWork,
  getWorklist,
  type PeopleWorkEntry,
  type WorkEntry,
} from '@antt/contracts';
import { currentPrincipal, Handles, messagingTables, type Service } from '@antt/service-kit';
import { Controller, Module, type Type } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';

/** For tests: what waits for an account, by its id. */
export const unitWork = new Map<string, WorkEntry[]>();
export const peopleWork = new Map<string, PeopleWorkEntry[]>();

@Controller()
class UnitWorkController {
  @Handles(getWorklist)
  count() {
    return { entries: unitWork.get(currentPrincipal().accountId) ?? [] };
  }
}

@Controller()
class PeopleWorkController {
  @Handles(getPeopleWork)
  count() {
    return { entries: peopleWork.get(currentPrincipal().accountId) ?? [] };
  }
}

@Controller()
class ReportWorkController {
  @Handles(getReportWork)
  count() {
    return { entries: [] };
  }
}

@Module({ controllers: [ReportWorkController] })
class ReportWorkModule {}

@Module({ controllers: [UnitWorkController] })
class UnitWorkModule {}

@Module({ controllers: [PeopleWorkController] })
class PeopleWorkModule {}

class MessagesOnly1 {
  name = 'MessagesOnly1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of messagingTables) await runner.query(statement);
  }

  async down(): Promise<void> {}
}

const standIn = (name: string, module: Type): Service => ({
  name,
  module,
  entities: [],
  migrations: [MessagesOnly1],
});

/** For tests: the services that keep work lists, as far as a digest asks them. */
export const workOfUnits = standIn('organisation', UnitWorkModule);
export const workOfPeople = standIn('personnel', PeopleWorkModule);
export const workOfReports = standIn('activity', ReportWorkModule);
