import { type getGrade, type GradeRow, type listGrades, problem } from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { Client, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { capState } from './grade.rules.ts';
import { type OpenYear, yearBy } from './grade-years-of.ts';
import { counted, type Graded, keptGrades, liveGrades, named } from './grades-of.ts';

const historyText = sql(import.meta.url, './grade-history.sql');

const wanted: Record<NonNullable<Input<typeof listGrades>['state']>, (row: GradeRow) => boolean> = {
  'no-facts': ({ facts, notAssessed }) => facts === null && notAssessed !== 'too-short',
  'not-proposed': ({ proposed, notAssessed }) => proposed === null && notAssessed === null,
  proposed: ({ proposed, notAssessed }) => proposed !== null && notAssessed === null,
  'not-assessed': ({ notAssessed }) => notAssessed !== null,
};

/** Grades of a commune's teams and members, and how each came about. */
@Injectable()
export class GradeService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  async list(question: Input<typeof listGrades>): Promise<Output<typeof listGrades>> {
    const { yearId, subject, q, state, cursor, limit } = question;
    const year = await yearBy(this.db, yearId, 'grade.read');
    const all = await this.all(year);
    const own = all.filter((row) => row.subject === subject);
    const sought = searchKey(q ?? '');
    const found = (await named(this.client, own, year))
      .filter((row) => !state || wanted[state](row))
      .filter(({ name, teamName }) => searchKey(`${name} ${teamName}`).includes(sought))
      .toSorted((a, b) => a.teamName.localeCompare(b.teamName, 'vi', { numeric: true }));
    const start = Number(cursor ?? 0);
    const items = found.slice(start, start + limit).map(({ checks: _, ...row }) => row);
    const next = start + items.length;
    return {
      items,
      nextCursor: next < found.length ? String(next) : null,
      total: found.length,
      cap: capState(year.scheme.document, all.map(counted), subject),
    };
  }

  async get({ yearId, subjectId }: Input<typeof getGrade>): Promise<Output<typeof getGrade>> {
    const year = await yearBy(this.db, yearId, 'grade.read');
    const one = (await this.all(year)).find((row) => row.subjectId === subjectId);
    if (!one) throw problem('grade-not-found', { yearId, subjectId });
    const [row] = await named(this.client, [one], year);
    const history = await this.db.query(historyText, [yearId, subjectId]);
    return { ...row!, history };
  }

  private all(year: OpenYear): Promise<Graded[]> {
    return year.revision > 0
      ? keptGrades(this.db, year.id, year.revision)
      : liveGrades(this.db, year.id, year.scheme.document);
  }
}
