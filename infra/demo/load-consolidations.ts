import { addDays, type PlainDate } from '@antt/kernel';
import type { DemoClient } from './client.ts';
import { type Consolidations, numbers2026 } from './consolidation.ts';
import type { Stay } from './roster.ts';
import { teamSize } from './team.ts';
import { uuidOf } from './uuid.ts';

type Group = {
  villages: { households: number | null }[];
  teams: { id: string; code: string; share: number | null }[];
  proposal: { teamId: string; name: string };
};
type Tools = {
  annex: string;
  unitId: (commune: string) => string;
  /** Who serves in each team until the day. */
  stays: readonly Stay[];
};

/**
 * The province's first decision after the new map of villages, and what some chairs decided by it. Tells who goes
 * on and who leaves in all of those communes: a load that goes on after an interruption may have decided before,
 * and not told personnel yet.
 */
export async function loadConsolidations(
  client: DemoClient,
  { on, signedOn, decided, consolidated }: Consolidations,
  { annex, unitId, stays }: Tools,
): Promise<Stay[]> {
  const { annex: _, territory: __, ...document } = numbers2026;
  await client.post('/instruments', { ...document, territory: decided.map(unitId) });
  await client.import('quotas', annex, { instrumentId: document.id });
  const told: Stay[] = [];
  for (const [index, code] of consolidated.entries()) {
    const communeId = unitId(code);
    const groupsOn = (day: PlainDate) =>
      client.get<{ items: Group[] }>(`/consolidations?on=${day}&within=${communeId}&limit=500`);
    // On the eve they stand as they did, whether they have been decided or not.
    const { items } = await groupsOn(addDays(on, -1));
    const number = `${61 + 7 * index}-MH/QĐ-UBND`;
    const after = items.map((group) => staffOf(group, stays, { on, number, signedOn }));
    told.push(...after.flatMap(({ stays: own }) => own));
    const { items: open } = await groupsOn(on);
    if (open.length === 0) continue;
    await client.post('/consolidations', {
      id: uuidOf(on, `consolidation/${code}`),
      communeId,
      on,
      decision: { number, signedOn, basedOn: document.id },
      groups: items.map(({ teams, proposal: { teamId, name } }, place) => ({
        teamIds: teams.map(({ id }) => id),
        into: { id: teamId, name },
        choices: teams.map(({ id, code: team }) => ({
          teamId: id,
          ...after[place]!.counts.get(team)!,
          note: 'Số liệu minh họa',
        })),
      })),
    });
  }
  return told;
}

/**
 * Who goes on in the team that stays: its own members, then leaders and deputies of the others as ordinary
 * members, as many as the decision counts on. The others leave on that day.
 */
function staffOf(
  { villages, teams, proposal }: Group,
  stays: readonly Stay[],
  { on, number, signedOn }: Pick<Stay, 'number' | 'signedOn'> & { on: PlainDate },
) {
  const kept = teams.find(({ id }) => id === proposal.teamId)!.code;
  const membersOf = (team: string) => stays.filter((one) => one.team === team && one.to === null);
  const households = villages.reduce((sum, village) => sum + (village.households ?? 0), 0);
  let free = teamSize(households) - membersOf(kept).length;
  const counts = new Map([[kept, { continuing: membersOf(kept).length, leaving: 0 }]]);
  const after: Stay[] = [];
  for (const { code: team } of teams.filter(({ code }) => code !== kept)) {
    const own = membersOf(team);
    const continuing = own.slice(0, Math.max(0, free));
    free -= continuing.length;
    counts.set(team, { continuing: continuing.length, leaving: own.length - continuing.length });
    after.push(...own.map((stay) => ({ ...stay, to: on })));
    for (const { person } of continuing) {
      const next = { person, team: kept, position: 'Tổ viên', from: on, to: null } as const;
      after.push({ ...next, number, signedOn });
    }
  }
  return { counts, stays: after };
}
