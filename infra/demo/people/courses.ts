import { addDays, type PlainDate } from '@antt/kernel';
import { merger } from '../calendar.ts';
import { provinceCode } from '../unit.ts';
import { watchedCommune } from '../watched.ts';
import { communesOnDuty } from './duties.ts';
import { idOf, illustrative, inLanes, type Member, type Story } from './story.ts';

/** The course under way is told first, so that its days say which week the story leads to; the drill is told last. */
export const runningId = idOf('course/running');
export const runningBefore = 4;
export const drillId = idOf('course/drill');

type Course = {
  key: string;
  name: string;
  kind: string;
  topics: string[];
  startsOn: PlainDate;
  endsOn: PlainDate;
  hours: number;
};

const organiser = 'Công an tỉnh (minh họa)';
const place = 'Trung tâm huấn luyện (minh họa)';

/** The course that tools may be issued after, on this side of the reform. */
export const toolCourse = {
  ...{ key: 'refresher-2026', name: `Bồi dưỡng nghiệp vụ và sử dụng công cụ hỗ trợ năm 2026` },
  ...{ kind: 'refresher', topics: ['T1', 'T3', 'law', 'tools'], hours: 24 },
  ...{ startsOn: '2026-05-18', endsOn: '2026-05-20' },
} satisfies Course;

const first = {
  ...{ key: 'initial-2024', name: 'Tập huấn ban đầu cho thành viên Tổ' },
  ...{ kind: 'initial', topics: ['T1', 'T2', 'T4', 'politics', 'law'], hours: 16 },
  ...{ startsOn: '2024-11-18', endsOn: '2024-11-19' },
} satisfies Course;

const idOfCourse = ({ key }: Course) => idOf(`course/${key}`);

function runningOf({ monday }: Story): Course {
  return {
    ...{ key: 'running', name: 'Tập huấn phòng cháy, chữa cháy và cứu nạn, cứu hộ' },
    ...{ kind: 'refresher', topics: ['T3'], hours: 32 },
    ...{ startsOn: addDays(monday, -runningBefore), endsOn: addDays(monday, 4) },
  };
}

export function beginStory(story: Story): Promise<unknown> {
  return hold(story, runningOf(story), wholeProvince(story, story.on));
}

export function endStory(story: Story): Promise<unknown> {
  const on = addDays(story.monday, 22);
  const drill = {
    ...{ key: 'drill', name: 'Diễn tập xử lý tình huống về an ninh, trật tự' },
    ...{ kind: 'drill', topics: ['T3', 'T6'], hours: 8, startsOn: on, endsOn: on },
  };
  return hold(story, drill, story.communeId(watchedCommune, story.on));
}

function wholeProvince({ unitId }: Story, day: PlainDate): string {
  return unitId({ level: 'province', code: provinceCode, list: day < merger ? '2024' : '2025' });
}

function hold(story: Story, { key, name, ...course }: Course, unitId: string) {
  return story.province.post('/courses', {
    ...{ ...course, id: idOf(`course/${key}`), unitId, place, organiser },
    name: `${name} ${illustrative}`,
    instrument: `${course.startsOn.slice(5, 7)}-MH/KH-CAT`,
  });
}

/** Whether the member at a place of that list passed. */
export const hasPassed = (n: number) => n % 15 !== 7;

/** Who attends that course: a leader and others of each team, some communes of the province. */
export async function toolTrained(story: Story): Promise<Member[]> {
  const all: Member[] = [];
  for (const commune of communesOnDuty) {
    const teams = await story.teamsOf(commune, toolCourse.startsOn);
    const some = commune === watchedCommune ? 8 : 2;
    all.push(...teams.slice(0, some).flatMap((own) => own.slice(0, 2)));
  }
  return all;
}

/** Trained before the reform and after it, and in training now. */
export async function tellCourses(story: Story): Promise<void> {
  const { province, communeId } = story;
  await hold(story, first, communeId(watchedCommune, first.startsOn));
  const earlier = await story.membersOf(watchedCommune, first.startsOn);
  await attend(first, earlier, (n) => (n === 4 ? 'absent' : 'passed'));
  await certify(first, earlier, 'MH-BĐ/2024', (n) => n !== 4);

  await hold(story, toolCourse, wholeProvince(story, toolCourse.startsOn));
  const trained = await toolTrained(story);
  await attend(toolCourse, trained, (n) => (hasPassed(n) ? 'passed' : 'failed'));
  await certify(toolCourse, trained, 'MH-BD/2026', hasPassed);

  const now: Member[] = [];
  for (const commune of communesOnDuty.slice(0, 5)) {
    const teams = await story.teamsOf(commune, story.on, addDays(story.monday, -35));
    now.push(...teams.slice(0, 4).map((own) => own.at(-1)!));
  }
  await attend(runningOf(story), now, () => 'unassessed');

  function attend(course: Course, members: Member[], resultOf: (n: number) => string) {
    const { startsOn, endsOn, hours } = course;
    const days: PlainDate[] = [];
    for (let day = startsOn; day <= endsOn && day <= story.on; day = addDays(day, 1)) {
      if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
    }
    return province.post(`/courses/${idOfCourse(course)}/attendances`, {
      attendances: members.map(({ personId }, n) => {
        const result = resultOf(n);
        const isThere = result !== 'absent';
        const spent = isThere ? Math.min(hours, 8 * days.length) : 0;
        return { personId, days: isThere ? days : [], hours: spent, result };
      }),
    });
  }

  function certify(
    course: Course,
    members: Member[],
    series: string,
    passed: (n: number) => boolean,
  ) {
    const { key, endsOn } = course;
    const numbered = members
      .map(({ personId }, n) => ({ personId, n }))
      .filter(({ n }) => passed(n));
    return inLanes(numbered, ({ personId, n }) =>
      province.post('/certificates', {
        ...{ id: idOf(`certificate/${key}/${n}`, endsOn), personId },
        ...{ courseId: idOfCourse(course), issuedOn: addDays(endsOn, 7) },
        number: `${series}/${String(n + 1).padStart(3, '0')}`,
      }),
    );
  }
}
