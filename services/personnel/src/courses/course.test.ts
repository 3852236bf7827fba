import {
  listAttendances,
  listCourses,
  listTrainingDays,
  recordAttendances,
  recordCourse,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { unit, place, person, member } = territory(service);

const course = (unitId: string, said: Partial<Input<typeof recordCourse>> = {}) => ({
  id: randomUUID(),
  unitId,
  name: 'Lớp tập huấn nghiệp vụ năm 2025',
  kind: 'initial' as const,
  topics: ['T1', 'tools'] as ('T1' | 'tools')[],
  startsOn: '2025-09-22',
  endsOn: '2025-09-24',
  hours: 24,
  place: 'Hội trường huyện',
  organiser: 'Công an tỉnh',
  instrument: 'Kế hoạch 12/KH-CAT',
  ...said,
});
const attend = (courseId: string, personId: string, said = {}) => ({
  courseId,
  attendances: [
    {
      personId,
      days: ['2025-09-22', '2025-09-24'],
      hours: 16,
      result: 'passed' as const,
      ...said,
    },
  ],
});

test('days of training are told one by one, for pay', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordCourse, course(here.communeId));
  await service.call(recordAttendances, attend(id, personId));
  const asked = { from: '2025-09-01', to: '2025-09-30', within: here.communeId, limit: 10 };
  const days = async () =>
    (await service.call(listTrainingDays, asked)).items.map(({ day }) => day);
  expect(await days()).toEqual(['2025-09-22', '2025-09-24']);
  // said again, it replaces
  await service.call(recordAttendances, attend(id, personId, { days: ['2025-09-23'] }));
  expect(await days()).toEqual(['2025-09-23']);
  await service.call(recordAttendances, attend(id, personId, { result: 'absent', hours: 0 }));
  expect(await days()).toEqual([]);
});

test('nobody attends outside the course, for more hours than it has, or without serving', async () => {
  const here = await place();
  const { personId } = await member(here);
  const { id } = await service.call(recordCourse, course(here.communeId));
  const refused = (who: string, said: object) =>
    expect(service.call(recordAttendances, attend(id, who, said))).rejects;
  await refused(personId, { days: ['2025-09-25'] }).toMatchObject({
    type: 'training-day-outside-course',
    body: { on: '2025-09-25' },
  });
  await refused(personId, { hours: 25 }).toMatchObject({ type: 'attendance-exceeds-course' });
  await refused(await person(here.communeId), {}).toMatchObject({ type: 'person-does-not-serve' });
  await expect(
    service.call(recordCourse, course(here.communeId, { endsOn: '2025-09-21' })),
  ).rejects.toMatchObject({ type: 'course-ends-after-it-began' });
});

test('a course of the province is seen by its communes, each with its own members', async () => {
  const province = await unit('province', 'Bắc Ninh');
  const [here, there] = [await place(10, province), await place(10, province)];
  const stranger = await place();
  const [mine, other] = [await member(here), await member(there)];
  const { id } = await service.call(recordCourse, course(province));
  await service.call(recordAttendances, attend(id, mine.personId));
  await service.call(recordAttendances, attend(id, other.personId, { result: 'failed' }));
  const ask = (communeId: string) => someone('commune-officer', [communeId]);
  expect((await service.call(listCourses, { limit: 10 }, ask(here.communeId))).items).toMatchObject(
    [{ id, attended: 1, passed: 1 }],
  );
  expect(
    (await service.call(listCourses, { limit: 10 }, ask(there.communeId))).items,
  ).toMatchObject([{ id, attended: 1, passed: 0 }]);
  expect(await service.call(listCourses, { limit: 10 }, ask(stranger.communeId))).toMatchObject({
    items: [],
    total: 0,
  });
  const question = { on: '2025-10-01', courseId: id, limit: 10 };
  const seen = await service.call(listAttendances, question, ask(here.communeId));
  expect(seen.items.map(({ personId }) => personId)).toEqual([mine.personId]);
  await expect(
    service.call(recordAttendances, attend(id, other.personId), ask(here.communeId)),
  ).rejects.toMatchObject({ type: 'person-not-found' });
  await expect(
    service.call(recordCourse, course(province), ask(here.communeId)),
  ).rejects.toMatchObject({ type: 'outside-area' });
});
