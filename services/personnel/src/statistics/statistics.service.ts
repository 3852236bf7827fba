import type { ForceFigures, getForceStatistics } from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import { reportWindow } from './report-window.rules.ts';

const forceSql = sql(import.meta.url, './force-statistics.sql');

type Line = ForceFigures & {
  unit: { id: string; code: string; name: string; kind: string } | null;
};

/** Counts of the force; nobody is named. */
@Injectable()
export class StatisticsService {
  constructor(private readonly db: EntityManager) {}

  async force(
    question: Input<typeof getForceStatistics>,
  ): Promise<Output<typeof getForceStatistics>> {
    const { from, to } = reportWindow(question, today());
    const lines: Line[] = await this.db.query(forceSql, [
      from,
      to,
      await peopleScope(this.db, 'person.read', to),
      await peopleWithin(this.db, question.within, to),
    ]);
    const { unit: _, ...total } = lines.find(({ unit }) => unit === null)!;
    const items = lines.flatMap(({ unit, ...figures }) => (unit ? [{ unit, ...figures }] : []));
    return { from, to, items, total };
  }
}
