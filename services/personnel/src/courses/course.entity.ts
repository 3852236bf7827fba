import type { AttendanceResult, CourseKind, CourseTopic } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Numbers with a decimal place come as text from the driver. */
const decimal = { from: Number, to: (value: number) => value };

/** A course, a drill or a competition. */
@Entity('course')
export class CourseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: CourseKind;
  @Column('text', { array: true }) topics!: CourseTopic[];
  @Column('date') startsOn!: string;
  @Column('date') endsOn!: string;
  @Column('numeric', { precision: 6, scale: 1, transformer: decimal }) hours!: number;
  @Column('text', { default: '' }) place!: string;
  @Column('text', { default: '' }) organiser!: string;
  @Column('text', { default: '' }) instrument!: string;
}

/** What a member attended of a course. */
@Entity('attendance')
export class AttendanceEntity {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('numeric', { precision: 6, scale: 1, transformer: decimal }) hours!: number;
  @Column('text') result!: AttendanceResult;
}

/** A day of a course on which a member was there. */
@Entity('training_day')
export class TrainingDayEntity {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @PrimaryColumn('date') day!: string;
}
