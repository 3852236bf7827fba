import {
  getCourse,
  listAttendances,
  listCourses,
  listTrainingDays,
  recordAttendances,
  recordCourse,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CourseService } from './course.service.ts';

@Controller()
export class CourseController {
  constructor(private readonly courses: CourseService) {}

  @Handles(listCourses)
  list(question: Input<typeof listCourses>) {
    return this.courses.list(question);
  }

  @Handles(getCourse)
  get(question: Input<typeof getCourse>) {
    return this.courses.get(question);
  }

  @Handles(recordCourse)
  record(command: Input<typeof recordCourse>) {
    return this.courses.record(command);
  }

  @Handles(listAttendances)
  attendances(question: Input<typeof listAttendances>) {
    return this.courses.attendances(question);
  }

  @Handles(recordAttendances)
  attend(command: Input<typeof recordAttendances>) {
    return this.courses.attend(command);
  }

  @Handles(listTrainingDays)
  days(question: Input<typeof listTrainingDays>) {
    return this.courses.days(question);
  }
}
