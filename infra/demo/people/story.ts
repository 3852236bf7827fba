import { addDays, type PlainDate } from '@antt/kernel';
import type { AreaUnit } from '../area.ts';
import { beginning, merger } from '../calendar.ts';
import type { DemoClient } from '../client.ts';
import { grouped } from '../group.ts';
import { uuidOf } from '../uuid.ts';
import { watchedCommune } from '../watched.ts';

/** Who tells: the commune's own officer and team leader where they work, else the province. */
export type Clients = Record<'province' | 'commune' | 'leader', DemoClient>;

/** Somebody in a team of a commune on a day. */
export type Member = {
  personId: string;
  postingId: string;
  name: string;
  position: string;
  since: PlainDate;
  team: string;
  teamId: string;
};

type Posting = Omit<Member, 'name' | 'since' | 'team' | 'postingId'> & {
  id: string;
  personName: string;
  validFrom: PlainDate;
};
type Pages<Row> = { items: Row[] };
export type Place = Pick<AreaUnit, 'level' | 'code' | 'list'>;

export type Story = ReturnType<typeof createStory>;

export const illustrative = '(số liệu minh họa)';

/** An id that follows from what it is of. */
export const idOf = (what: string, day: PlainDate = beginning) => uuidOf(day, what);

/** A moment in Viet Nam. */
export const at = (day: PlainDate, clock: string) => `${day}T${clock}:00+07:00`;

/** The Monday of a day's week. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** What all chapters need: the day on which they are told, the week that they lead to, who tells, who serves where. */
export function createStory(
  { on, monday }: { on: PlainDate; monday: PlainDate },
  clients: Clients,
  unitId: (place: Place) => string,
) {
  const known = new Map<string, Promise<Member[]>>();
  const listOf = (day: PlainDate) => (day < merger ? '2024' : '2025');
  const communeId = (code: string, day: PlainDate) =>
    unitId({ level: 'commune', code, list: listOf(day) });

  async function ask(code: string, day: PlainDate): Promise<Member[]> {
    const question = `on=${day}&within=${communeId(code, day)}&limit=1000`;
    const { province } = clients;
    const teams = await province.get<Pages<{ id: string; code: string }>>(`/teams?${question}`);
    const codes = new Map(teams.items.map((team) => [team.id, team.code]));
    const postings = await province.get<Pages<Posting>>(`/postings?${question}`);
    const rank = ['leader', 'deputy', 'ordinary'];
    const key = ({ team, position, name }: Member) => `${team} ${rank.indexOf(position)} ${name}`;
    return postings.items
      .map(({ id: postingId, personName: name, validFrom: since, ...one }) => {
        const { personId, position, teamId } = one;
        const team = codes.get(teamId) ?? '';
        return { personId, postingId, name, position, since, team, teamId };
      })
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  /** Members of a commune on a day, by team, title and name. */
  function membersOf(code: string, day: PlainDate): Promise<Member[]> {
    const place = `${code} ${day}`;
    const found = known.get(place) ?? ask(code, day);
    known.set(place, found);
    return found;
  }

  return {
    on,
    monday,
    ...clients,
    unitId,
    communeId,
    membersOf,
    officer: (code: string) => (code === watchedCommune ? clients.commune : clients.province),
    /** The same by team, of teams that have been of at least three since a day. */
    async teamsOf(code: string, day: PlainDate, since = day): Promise<Member[][]> {
      const members = await membersOf(code, day);
      const teams = grouped(
        members.filter((member) => member.since <= since),
        ({ team }) => team,
      );
      return [...teams.values()].filter((own) => own.length >= 3);
    },
  };
}

/** A few at a time, as several people at work would. */
export async function inLanes<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 4 }, lane));
}
