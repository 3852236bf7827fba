import {
  type getGradeYear,
  type GradeCounts,
  type GradeYearRow,
  gradeYearOpened,
  GradeSubject,
  type listGradeYears,
  type openGradeYear,
  problem,
} from '@antt/contracts';
import { type Input, type Output, searchKey, today } from '@antt/kernel';
import { currentPrincipal, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { capState } from './grade.rules.ts';
import { GradeYearEntity } from './grade.entity.ts';
import { assertGrades, decisionsOf, schemeOf, yearBy } from './grade-years-of.ts';
import { counted, keptGrades, liveGrades } from './grades-of.ts';

const progressText = sql(import.meta.url, './grade-progress.sql');

type Answer = Output<typeof listGradeYears>;
type Row = Omit<GradeYearRow, 'id' | 'teams' | 'members'> & {
  id: string | null;
  communeId: string | null;
  teams: GradeCounts | null;
  members: GradeCounts | null;
  sortKey: string;
  total: number;
  whole: Answer['whole'];
};
const nothing: GradeCounts = {
  ...{ subjects: 0, proposed: 0, notAssessed: 0 },
  ...{ excellent: 0, good: 0, fulfilled: 0, unfulfilled: 0 },
};

/** Years that communes grade: opened one by one, looked at together. */
@Injectable()
export class GradeYearService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listGradeYears>): Promise<Answer> {
    const { year, within, q, state, cursor, limit } = question;
    const asked = reach('grade.read', { on: today(), ...(within ? { within } : {}) });
    const [unitId = null] = asked.within ?? asked.scope ?? [];
    const { from, to } = await schemeOf(this.db, unitId, year);
    const rows: Row[] = await this.db.query(progressText, [
      ...[year, to, asked.scope, asked.within, q ? likeness(q) : null, state ?? null],
      ...[cursor ?? null, limit],
    ]);
    // Without any commune there is one row that only counts.
    const items = rows.flatMap(({ sortKey: _, total: __, whole: ___, teams, members, ...row }) =>
      row.communeId === null
        ? []
        : [{ ...row, teams: teams ?? nothing, members: members ?? nothing }],
    );
    return {
      ...{ items, from, to, whole: rows[0]!.whole, total: rows[0]!.total },
      nextCursor: items.length === limit ? rows.at(-1)!.sortKey : null,
    };
  }

  async get({ id }: Input<typeof getGradeYear>): Promise<Output<typeof getGradeYear>> {
    const year = await yearBy(this.db, id, 'grade.read');
    const { document } = year.scheme;
    const rows =
      year.revision > 0
        ? await keptGrades(this.db, id, year.revision)
        : await liveGrades(this.db, id, document);
    const all = rows.map(counted);
    return {
      ...year,
      cap: GradeSubject.options.map((subject) => capState(document, all, subject)),
      decisions: await decisionsOf(this.db, id),
    };
  }

  open(command: Input<typeof openGradeYear>): Promise<Output<typeof openGradeYear>> {
    const { id, communeId, year } = command;
    return this.db.transaction(async (tx) => {
      const { id: schemeId, from, to } = await schemeOf(tx, communeId, year);
      const absent = problem('unit-not-found', { id: communeId, on: to });
      await assertGrades(tx, 'grade.write', communeId, to, absent);
      const known = await tx.findOneBy(GradeYearEntity, { id });
      if (known) {
        sameAgain<Input<typeof openGradeYear>>(known, command);
        return { id, from: known.fromOn, to: known.toOn };
      }
      const [commune] = await tx.query(
        `select from unit u join unit_version v on v.unit_id = u.id and v.valid_from <= $2
            and (v.valid_to is null or $2 < v.valid_to) where u.id = $1 and u.level = 'commune'`,
        [communeId, to],
      );
      if (!commune) throw absent;
      if (from > today()) throw problem('grade-year-not-begun', { year, from });
      const { username: openedByName } = currentPrincipal();
      const days = { fromOn: from, toOn: to };
      await tx.insert(GradeYearEntity, { ...command, schemeId, ...days, openedByName });
      await publish(tx, gradeYearOpened, { ...command, from, to, schemeId });
      return { id, from, to };
    });
  }
}

/** A part of a name as `like` takes it. */
function likeness(q: string): string {
  return searchKey(q).replaceAll(/[%_\\]/g, String.raw`\$&`);
}
