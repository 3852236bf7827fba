import { addDays, type PlainDate, today } from '@antt/kernel';
import type { DemoClient } from './client.ts';
import { grouped } from './group.ts';
import { communesOnDuty } from './people/duties.ts';
import { at, inLanes } from './people/story.ts';
import { createRandom } from './random.ts';
import { uuidOf } from './uuid.ts';
import { watchedCommune } from './watched.ts';

type Clients = Record<'province' | 'commune' | 'leader', DemoClient>;
type Point = { id: string; lon: number; lat: number };
type Told = { kindCode: string; figures: object; summary: string; acts: string[] };
type Row = Record<string, unknown> & { id: string; version: number; reportedAt: string };

/** Days back from today on which the log begins. */
const daysBack = 60;
const illustrative = '(minh họa)';
const places = ['Cổng chợ', 'Nhà văn hóa thôn', 'Ngã ba đầu thôn', 'Sân bóng', 'Trường học'];

/** What teams record, each with what its kind asks; invented, and marked so. */
const told: Told[] = [
  {
    ...{ kindCode: 'tip', figures: { 'first-channel': 'team', topic: 'order' } },
    ...{ summary: 'Người dân báo có nhóm tụ tập gây ồn', acts: ['informed-police'] },
  },
  {
    ...{ kindCode: 'tip', figures: { 'first-channel': 'hotline', topic: 'business' } },
    ...{ summary: 'Tin về cơ sở mở quá giờ', acts: [] },
  },
  {
    ...{ kindCode: 'incident', figures: { nature: 'public-order', members: 1, 'on-patrol': true } },
    ...{ summary: 'Cãi nhau ở quán nước, đã can ngăn', acts: ['present', 'stopped-harm'] },
  },
  {
    ...{ kindCode: 'incident', figures: { nature: 'theft', members: 1 } },
    ...{
      summary: 'Mất xe đạp, đã giữ nguyên hiện trường',
      acts: ['informed-police', 'protected-scene'],
    },
  },
  {
    ...{ kindCode: 'fire-rescue', figures: { members: 1, mobilised: true, property: 15_000_000 } },
    ...{ summary: 'Cháy đống rơm, dập tắt kịp', acts: ['fought-fire'] },
  },
  {
    ...{ kindCode: 'mediation', figures: { outcome: 'success' } },
    ...{ summary: 'Hai nhà bất hòa vì lối đi', acts: ['persuaded'] },
  },
  {
    ...{ kindCode: 'weapon-surrender', figures: { type: 'blade', items: 1 } },
    ...{ summary: 'Vận động giao nộp một con dao tự chế', acts: ['persuaded'] },
  },
  {
    ...{ kindCode: 'resident-information', figures: { people: 2 } },
    ...{ summary: 'Hai người mới đến thuê trọ', acts: ['informed-police'] },
  },
  {
    ...{ kindCode: 'good-deed', figures: {} },
    ...{ summary: 'Nhặt được ví, trả lại người mất', acts: [] },
  },
  {
    ...{ kindCode: 'propaganda', figures: { attendances: 45 } },
    ...{ summary: 'Nói chuyện về phòng cháy trong thôn', acts: [] },
  },
];

/** The log of the last two months in the communes that are told of elsewhere too; answers how many records. */
export async function loadIncidents(
  { province, commune, leader }: Clients,
  communeId: (code: string) => string,
): Promise<number> {
  await copiesAgree(province);
  let count = 0;
  for (const code of communesOnDuty) {
    const isWatched = code === watchedCommune;
    const recorder = isWatched ? leader : province;
    const within = communeId(code);
    const { items } = await province.get<{ items: Point[] }>(
      `/map-points?on=${today()}&layer=teams&within=${within}`,
    );
    const manned = await mannedSince(within);
    const teams = items
      .filter(({ id }) => manned.has(id))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, isWatched ? 6 : 3);
    const records = teams.flatMap((team) => recordsOf(team, isWatched ? 8 : 5));
    await inLanes(records, (one) => recorder.post('/incidents', one));
    count += records.length;
  }
  await judge();
  return count;

  /** Teams of a commune in which at least three have served since the log begins. */
  async function mannedSince(within: string): Promise<Set<string>> {
    const { items } = await province.get<{ items: { teamId: string; validTo: string | null }[] }>(
      `/postings?on=${addDays(today(), -daysBack - 1)}&within=${within}&limit=1000`,
    );
    const staying = grouped(
      items.filter(({ validTo }) => validTo === null),
      ({ teamId }) => teamId,
    );
    return new Set([...staying].filter(([, own]) => own.length >= 3).map(([id]) => id));
  }

  /** The commune police found that a time was entered wrongly. */
  async function judge(): Promise<void> {
    const asked = `from=${addDays(today(), -daysBack)}&to=${today()}&kindCode=incident&limit=1`;
    const { items } = await commune.get<{ items: Row[] }>(`/incidents?${asked}`);
    const [row] = items;
    if (!row || row.version > 1) return;
    const reportedAt = new Date(Date.parse(row.reportedAt) + 5 * 60_000).toISOString();
    await commune.post(`/incidents/${row.id}/corrections`, {
      ...{ ...facts(row), correctionId: uuidOf(today(), `correction/${row.id}`) },
      ...{ version: row.version, reportedAt },
      reason: `Ghi nhầm giờ báo, đối chiếu sổ trực của Công an xã ${illustrative}`,
    });
  }
}

/** Some records of a team, near where it stands. */
function recordsOf(team: Point, most: number) {
  return Array.from({ length: most }, (_, n) => {
    const random = createRandom(`incident/${team.id}/${n}`);
    const { summary, ...one } = told[random.int(0, told.length - 1)]!;
    const day: PlainDate = addDays(today(), -random.int(1, daysBack));
    const hour = String(random.int(6, 21)).padStart(2, '0');
    // Some dozen metres around: inside the commune like the team itself.
    const near = () => random.int(-7, 7) / 10_000;
    return {
      ...{ ...one, id: uuidOf(day, `incident/${team.id}/${n}`), teamId: team.id },
      ...{ knownAt: at(day, `${hour}:05`), reportedAt: at(day, `${hour}:${random.int(10, 29)}`) },
      onSceneAt: at(day, `${hour}:${random.int(30, 55)}`),
      ...{ lon: team.lon + near(), lat: team.lat + near() },
      place: `${places[random.int(0, places.length - 1)]} ${illustrative}`,
      summary: `${summary} ${illustrative}`,
    };
  });
}

/** What a correction says again of a record. */
function facts(row: Record<string, unknown>) {
  const names = ['teamId', 'kindCode', 'knownAt', 'reportedAt', 'onSceneAt', 'place', 'lon', 'lat'];
  const more = ['outOfArea', 'summary', 'acts', 'figures', 'sameAsId'];
  return Object.fromEntries([...names, ...more].map((name) => [name, row[name]]));
}

/** Who serves where reaches activity by facts, some of which may be on their way still. */
async function copiesAgree(province: DemoClient): Promise<void> {
  for (let asked = 0; asked < 120; asked += 1) {
    const { agree } = await province.get<{ agree: boolean }>('/activity-copies');
    if (agree) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('activity still knows less of units, teams and people than their owners');
}
