import type { DemoClient } from './client.ts';
import { type Consolidations, numbers2026 } from './consolidation.ts';
import { uuidOf } from './uuid.ts';

type Group = {
  teams: { id: string; share: number | null }[];
  proposal: { teamId: string; name: string };
};

/** The province's first decision after the new map of villages, and what some chairs decided by it. */
export async function loadConsolidations(
  client: DemoClient,
  { on, signedOn, decided, consolidated }: Consolidations,
  { annex, unitId }: { annex: string; unitId: (commune: string) => string },
): Promise<void> {
  const { annex: _, territory: __, ...document } = numbers2026;
  await client.post('/instruments', { ...document, territory: decided.map(unitId) });
  await client.import('quotas', annex, { instrumentId: document.id });
  for (const [index, code] of consolidated.entries()) {
    const communeId = unitId(code);
    const { items } = await client.get<{ items: Group[] }>(
      `/consolidations?on=${on}&within=${communeId}&limit=500`,
    );
    // A load that goes on after an interruption finds nothing left to decide.
    if (items.length === 0) continue;
    await client.post('/consolidations', {
      id: uuidOf(on, `consolidation/${code}`),
      communeId,
      on,
      decision: { number: `${61 + 7 * index}-MH/QĐ-UBND`, signedOn, basedOn: document.id },
      groups: items.map(({ teams, proposal: { teamId, name } }) => ({
        teamIds: teams.map(({ id }) => id),
        into: { id: teamId, name },
        choices: teams.map(({ id, share }) => {
          const all = share ?? 3;
          const leaving = id === teamId ? 0 : 1;
          return { teamId: id, continuing: all - leaving, leaving, note: 'Số liệu minh họa' };
        }),
      })),
    });
  }
}
