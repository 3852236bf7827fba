import { addDays, type PlainDate } from '@antt/kernel';
import { watchedCommune } from '../watched.ts';
import { died } from './claims.ts';
import { idOf, type Story } from './story.ts';

type Cessation = {
  key: string;
  commune: string;
  ground: 'resignation' | 'death';
  /** Of a resignation: who of the teams of that day. */
  team?: number;
  letterOn?: PlainDate;
  proposedOn: PlainDate;
  basis?: object;
  decidedOn?: PlainDate;
  validFrom?: PlainDate;
};

function cessationsOf({ monday }: Story): Cessation[] {
  const certificate = { kind: 'death-certificate', number: '05-MH/TLKT', signedOn: '2026-05-21' };
  return [
    {
      ...{ key: 'death', commune: '07543', ground: 'death', basis: certificate },
      ...{ proposedOn: '2026-05-22', decidedOn: '2026-05-25', validFrom: '2026-05-21' },
    },
    {
      ...{ key: 'summer', commune: watchedCommune, ground: 'resignation', team: 13 },
      ...{ letterOn: '2026-08-03', proposedOn: '2026-08-06' },
      ...{ decidedOn: '2026-08-12', validFrom: '2026-09-01' },
    },
    {
      ...{ key: 'waiting', commune: watchedCommune, ground: 'resignation', team: 15 },
      ...{ letterOn: addDays(monday, -7), proposedOn: addDays(monday, -4) },
    },
    {
      ...{ key: 'late', commune: '07282', ground: 'resignation', team: 7 },
      ...{ letterOn: addDays(monday, -21), proposedOn: addDays(monday, -18) },
    },
  ];
}

/** Who ceased, whose cessation waits for the decision, and for whom it comes late. */
export async function tellCessations(story: Story): Promise<void> {
  for (const [n, cessation] of cessationsOf(story).entries()) {
    const { key, commune, team, decidedOn, validFrom, ...facts } = cessation;
    if (facts.proposedOn > story.on) continue;
    const id = idOf(`cessation/${key}`, facts.proposedOn);
    const officer = story.officer(commune);
    const member =
      team === undefined
        ? await died(story)
        : (await story.teamsOf(commune, facts.letterOn!))[team]!.at(-1)!;
    await officer.post('/cessations', {
      ...{ id, postingId: member.postingId, ...facts },
      ...(facts.ground === 'resignation' && {
        villageHead: 'Trưởng thôn (minh họa)',
        frontHead: 'Trưởng ban công tác Mặt trận (minh họa)',
      }),
    });
    if (!decidedOn) continue;
    await officer.post(`/cessations/${id}/decisions`, {
      ...{ validFrom, decision: { number: `${90 + n}-MH/QĐ-UBND`, signedOn: decidedOn } },
    });
  }
}
