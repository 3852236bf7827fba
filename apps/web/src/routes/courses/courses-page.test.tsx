import {
  type CourseRow,
  getCourse,
  listAttendances,
  listCertificates,
  listCourses,
} from '@antt/contracts';
import { addDays, today } from '@antt/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CoursePage } from './course-page.tsx';
import { Component as CoursesPage } from './courses-page.tsx';

const id = (n: number) => `0199e200-0000-7000-8000-00000000000${n}`;
const course: CourseRow = {
  id: id(1),
  unitId: id(2),
  unitName: 'tỉnh Bắc Ninh',
  name: 'Tập huấn nghiệp vụ đợt 1',
  kind: 'refresher',
  topics: ['T1', 'tools'],
  startsOn: '2026-07-06',
  endsOn: '2026-07-08',
  hours: 24,
  place: 'Hội trường xã',
  organiser: 'Công an tỉnh',
  instrument: '12/KH-CAT',
  attended: 3,
  passed: 2,
};
const none = { items: [], nextCursor: null, total: 0 };
const routes = [
  { path: '/courses', element: <CoursesPage /> },
  { path: '/courses/:courseId', element: <CoursePage /> },
];
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listCourses, () => ({ items: [course], nextCursor: null, total: 1 }))
    .on(getCourse, () => course)
    .on(listCertificates, () => none)
    .on(listAttendances, () => ({
      items: [
        {
          ...{ courseId: id(1), courseName: course.name, personId: id(3), team: null },
          ...{ personName: 'Nguyễn Văn An', startsOn: course.startsOn, endsOn: course.endsOn },
          ...{ days: ['2026-07-06', '2026-07-07'], hours: 16, result: 'passed' as const },
        },
      ],
      nextCursor: null,
      total: 1,
    }));
});

test('a course stands with its days, its hours and how many of the area passed', async () => {
  draw(routes, { at: '/courses?on=2026-08-01', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Tập huấn nghiệp vụ đợt 1/ });
  expect(row.textContent).toContain('06/07–08/07/2026');
  expect(row.textContent).toContain('2/3');
  expect(screen.queryByRole('button', { name: /Ghi lớp tập huấn/ })).toBeNull();
});

test('a course to come is listed today, and said to be one; an earlier day asks for what had begun', async () => {
  const days = { startsOn: addDays(today(), 30), endsOn: addDays(today(), 32) };
  const coming = { ...course, ...days, attended: 0, passed: 0 };
  api.on(listCourses, () => ({ items: [coming], nextCursor: null, total: 1 }));
  draw(routes, { at: '/courses', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Tập huấn nghiệp vụ đợt 1/ });
  expect(row.textContent).toContain('Sắp mở');
  expect(api.lastOf(listCourses)).not.toHaveProperty('on');
  cleanup();
  draw(routes, { at: '/courses?on=2026-07-07', me: meAs('auditor') });
  await waitFor(() => expect(api.lastOf(listCourses)).toMatchObject({ on: '2026-07-07' }));
});

test('who passed is offered a certificate by who may issue one', async () => {
  draw(routes, { at: `/courses/${id(1)}?on=2026-08-01`, me: meAs('commune-officer') });
  expect(await screen.findByText('Nguyễn Văn An')).toBeTruthy();
  expect(screen.getByText(/2 ngày, 16 giờ/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cấp chứng nhận' })).toBeTruthy();
});

test('without courses the page says so', async () => {
  api.on(listCourses, () => none);
  draw(routes, { at: '/courses?on=2026-08-01', me: meAs('auditor') });
  expect(await screen.findByText('Chưa có lớp tập huấn nào.')).toBeTruthy();
});
