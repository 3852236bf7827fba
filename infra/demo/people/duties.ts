import { addDays, type PlainDate } from '@antt/kernel';
import { watchedCommune } from '../watched.ts';
import { at, idOf, illustrative, inLanes, type Member, type Story } from './story.ts';

/** Where duty is told of: the watched commune, the others of its former district, and three far away. */
export const communesOnDuty = [
  ...[watchedCommune, '07531', '07534', '07537', '07543', '07573', '07594', '07603'],
  ...['07282', '07399', '07795'],
];

/** Weeks from the current one: those before the last one are approved, the last one waits, the others are plans. */
const weeks = [-5, -4, -3, -2, -1, 0, 1];
/** Weekday from Monday, beginning and end: by night where the officer works, in the evening elsewhere. */
const nights = [
  [1, '22:00', '02:00'],
  [3, '22:00', '02:00'],
  [5, '21:00', '01:00'],
] as const;
const evenings = [
  [2, '20:00', '23:30'],
  [5, '20:00', '23:30'],
] as const;
type Known = { items: { id: string }[] };
type Patrol = { key: string; day: PlainDate; from: string; to: string; members: Member[] };
type Facts = { startsAt: string; endsAt: string; note: string; orderId?: string } & {
  kind: 'patrol';
  withPolice: boolean;
};

const idOfShift = ({ key, day }: Patrol, n: number) => idOf(`shift/${key}/${n}`, day);

/** An order of the last days and the next ones. */
function orderOf({ monday, communeId, on }: Story) {
  return {
    id: idOf('duty-order/market', monday),
    communeId: communeId(watchedCommune, on),
    kind: 'assignment',
    body: 'Trưởng Công an xã (minh họa)',
    number: '12-MH/KH-CAX',
    signedOn: addDays(monday, -5),
    from: addDays(monday, -2),
    to: addDays(monday, 5),
    place: 'Khu vực chợ trung tâm xã',
    task: `Tuần tra, bảo đảm trật tự các phiên chợ ${illustrative}`,
  };
}

/** Two members of each team in turn. */
async function patrolsOf(story: Story, commune: string): Promise<Patrol[]> {
  const isWatched = commune === watchedCommune;
  const since = addDays(story.monday, 7 * weeks[0]!);
  const teams = (await story.teamsOf(commune, story.on, since)).slice(0, isWatched ? 4 : 2);
  return teams.flatMap((own, t) =>
    weeks.flatMap((week) =>
      (isWatched ? nights : evenings).map(([weekday, from, to], turn) => {
        const first = (week - weeks[0]! + turn) % own.length;
        return {
          ...{ key: `${commune}/${t}/${week}/${turn}`, from, to },
          day: addDays(story.monday, 7 * week + weekday),
          members: [own[first]!, own[(first + 1) % own.length]!],
        };
      }),
    ),
  );
}

/** Of the Saturday of the last week but one: what came of it is claimed for. */
export async function harmfulShift(story: Story) {
  const patrols = await patrolsOf(story, watchedCommune);
  const patrol = patrols.find(({ key }) => key === `${watchedCommune}/0/-2/2`)!;
  return { id: idOfShift(patrol, 0), day: patrol.day, member: patrol.members[0]! };
}

const over = (to: string, from: string, day: PlainDate) =>
  at(to <= from ? addDays(day, 1) : day, to);

export async function tellDuties(story: Story): Promise<void> {
  const order = orderOf(story);
  await story.officer(watchedCommune).post('/duty-orders', order);
  for (const commune of communesOnDuty) {
    const officer = story.officer(commune);
    const recorder = commune === watchedCommune ? story.leader : story.province;
    const patrols = await patrolsOf(story, commune);
    const days = `from=${addDays(story.monday, -36)}&to=${addDays(story.monday, 14)}`;
    const known = await officer.get<Known>(
      `/shifts?${days}&within=${story.communeId(commune, story.on)}&limit=1000`,
    );
    const ids = new Set(known.items.map(({ id }) => id));
    await inLanes(
      patrols.filter((patrol) => !ids.has(idOfShift(patrol, 0))),
      (patrol) =>
        recorder.post('/shifts/several', {
          ...factsOf(patrol, commune === watchedCommune ? order : null),
          members: patrol.members.map(({ personId }, n) => ({
            id: idOfShift(patrol, n),
            personId,
          })),
        }),
    );
    const served = patrols
      .filter(({ day }) => day < addDays(story.monday, -8))
      .flatMap((patrol) => patrol.members.map((_, n) => idOfShift(patrol, n)));
    for (let n = 0; n < served.length; n += 200) {
      await officer.post('/shifts/approvals', { ids: served.slice(n, n + 200) });
    }
    if (commune === watchedCommune) await judge(patrols, ids);
  }

  /** Of the last week one shift was entered wrongly, and one is sent back. */
  async function judge(patrols: Patrol[], known: Set<string>): Promise<void> {
    const last = patrols.filter(({ key }) => key.includes('/-1/'));
    const [wrong, unclear] = [last[0]!, last[4]!];
    const id = idOf(`correction/${wrong.key}`, wrong.day);
    const correctsId = idOfShift(wrong, 0);
    if (!known.has(id)) {
      await story.leader.post(`/shifts/${correctsId}/corrections`, {
        ...{ ...factsOf(wrong, null), id, personId: wrong.members[0]!.personId },
        endsAt: at(addDays(wrong.day, 1), '03:00'),
        reason: `Ghi nhầm giờ kết thúc ${illustrative}`,
      });
    }
    await story.commune.post(`/shifts/${idOfShift(unclear, 0)}/returns`, {
      reason: `Đề nghị ghi rõ địa điểm tuần tra ${illustrative}`,
    });
  }
}

function factsOf({ day, from, to }: Patrol, order: ReturnType<typeof orderOf> | null): Facts {
  const isOrdered = order !== null && order.from <= day && day < order.to;
  return {
    ...{ startsAt: at(day, from), endsAt: over(to, from, day) },
    ...{ kind: 'patrol', withPolice: from >= '21:00', note: 'Tuần tra (minh họa)' },
    ...(isOrdered && { orderId: order.id }),
  };
}
