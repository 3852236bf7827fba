import {
  type AttendanceRow,
  attendancesRecorded,
  type Course,
  courseRecorded,
  type CourseRow,
  type getCourse,
  type listAttendances,
  type listCourses,
  type listTrainingDays,
  problem,
  type recordAttendances,
  type recordCourse,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { assertInside, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { AttendanceEntity, CourseEntity, TrainingDayEntity } from './course.entity.ts';

const coursesSql = sql(import.meta.url, './list-courses.sql');
const attendancesSql = sql(import.meta.url, './list-attendances.sql');
const daysSql = sql(import.meta.url, './list-training-days.sql');

/** Training of members (Law 30/2023/QH15 Art. 18): what is held, and who attended on which days. */
@Injectable()
export class CourseService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listCourses>): Promise<Output<typeof listCourses>> {
    const { on, within, kind, topic, cursor, limit } = question;
    const day = on ?? today();
    const rows: Keyed<CourseRow>[] = await this.db.query(coursesSql, [
      ...[day, await peopleScope(this.db, 'person.read', day)],
      await peopleWithin(this.db, within, day),
      ...[on ?? null, kind ?? null, topic ?? null, null, cursor ?? null, limit],
    ]);
    return paged(rows, limit);
  }

  /** One of somebody else's area is not found. */
  async get({ id }: Input<typeof getCourse>): Promise<CourseRow> {
    const day = today();
    const scope = await peopleScope(this.db, 'person.read', day);
    const [row] = await this.db.query(coursesSql, [
      ...[day, scope, null, null, null, null, id, null, 1],
    ]);
    if (!row) throw problem('course-not-found', { id });
    return row;
  }

  async record(command: Input<typeof recordCourse>): Promise<Course> {
    const { id, unitId, startsOn } = command;
    return this.db.transaction(async (tx) => {
      await assertUnit(tx, unitId, startsOn);
      const known = await tx.findOneBy(CourseEntity, { id });
      if (known) return sameAgain(known, command);
      await tx.insert(CourseEntity, command);
      await publish(tx, courseRecorded, command);
      return command;
    });
  }

  async attendances(
    question: Input<typeof listAttendances>,
  ): Promise<Output<typeof listAttendances>> {
    const { on, within, courseId, personId, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person.read', personId, on);
    const rows: Keyed<AttendanceRow>[] = await this.db.query(attendancesSql, [
      ...[on, personId ? null : await peopleScope(this.db, 'person.read', on)],
      await peopleWithin(this.db, within, on),
      ...[courseId ?? null, personId ?? null, cursor ?? null, limit],
    ]);
    return paged(rows, limit);
  }

  /** All or nobody; what was recorded of the same person before is replaced. */
  async attend(
    command: Input<typeof recordAttendances>,
  ): Promise<Output<typeof recordAttendances>> {
    const { courseId, attendances } = command;
    const course = await this.get({ id: courseId });
    return this.db.transaction(async (tx) => {
      for (const { personId, days, hours, result } of attendances) {
        await assertPerson(tx, 'posting.write', personId, today());
        await assertAttendable(tx, course, { personId, days, hours });
        const attendantId = await attendantOf(tx, courseId, personId);
        await tx.upsert(AttendanceEntity, { courseId, personId: attendantId, hours, result }, [
          'courseId',
          'personId',
        ]);
        await tx.delete(TrainingDayEntity, { courseId, personId: attendantId });
        const kept = result === 'absent' ? [] : [...new Set(days)];
        await tx.insert(
          TrainingDayEntity,
          kept.map((day) => ({ courseId, personId: attendantId, day })),
        );
      }
      const personIds = attendances.map(({ personId }) => personId);
      await publish(tx, attendancesRecorded, { courseId, personIds });
      return { recorded: personIds.length };
    });
  }

  async days(question: Input<typeof listTrainingDays>): Promise<Output<typeof listTrainingDays>> {
    const { from, to, within, personId, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person.read', personId, to);
    const rows: Keyed<Output<typeof listTrainingDays>['items'][number]>[] = await this.db.query(
      daysSql,
      [
        ...[from, to, personId ? null : await peopleScope(this.db, 'person.read', to)],
        await peopleWithin(this.db, within, to),
        ...[personId ?? null, cursor ?? null, limit],
      ],
    );
    return paged(rows, limit);
  }
}

type Keyed<Row> = Row & { sortKey: string; total: number };

function paged<Row>(rows: Keyed<Row>[], limit: number) {
  const last = rows.at(-1);
  return {
    items: rows,
    nextCursor: last && rows.length === limit ? last.sortKey : null,
    total: last?.total ?? 0,
  };
}

/** The record under which a person attended: that of the person, or one that was merged into it since. */
export async function attendantOf(
  tx: EntityManager,
  courseId: string,
  personId: string,
): Promise<string> {
  const [row] = await tx.query(
    `select a.person_id as id
       from person_records($2) r
       join attendance a on a.person_id = r.id and a.course_id = $1
      order by r.steps limit 1`,
    [courseId, personId],
  );
  return row?.id ?? personId;
}

async function assertUnit(tx: EntityManager, unitId: string, on: PlainDate): Promise<void> {
  const [unit] = await tx.query(
    `select 1 from unit_version
      where unit_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
    [unitId, on],
  );
  if (!unit) throw problem('unit-not-found', { id: unitId, on });
  await assertInside(tx, 'posting.write', [unitId], on);
}

/** Days of the course only, no more hours than it has, and somebody who served when it began. */
async function assertAttendable(
  tx: EntityManager,
  { startsOn, endsOn, hours: most }: CourseRow,
  { personId, days, hours }: { personId: string; days: readonly PlainDate[]; hours: number },
): Promise<void> {
  const outside = days.find((day) => day < startsOn || endsOn < day);
  if (outside) throw problem('training-day-outside-course', { on: outside, startsOn, endsOn });
  if (hours > most) throw problem('attendance-exceeds-course', { hours, most });
  const on = days.toSorted()[0] ?? startsOn;
  const [served] = await tx.query(
    `select 1 from posting
      where person_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
    [personId, on],
  );
  if (!served) throw problem('person-does-not-serve', { on });
}
