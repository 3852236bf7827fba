import { addDays, type PlainDate } from '@antt/kernel';
import { watchedCommune } from '../watched.ts';
import { newcomer, record } from './newcomer.ts';
import { idOf, illustrative, type Story } from './story.ts';

type Severance = {
  commune: string;
  force: 'part-time-police' | 'neighbourhood-guard';
  from: PlainDate;
  allowance: number;
  receivedOn: PlainDate;
  decidedOn?: PlainDate;
  amount?: number;
  refusal?: string;
};
type Known = { items: { id: string; state: string }[] };

/** The forces ended as the law came into force (Law 30/2023/QH15 Art. 33). */
const leftOn = '2024-07-01';

function severancesOf({ monday }: Story): Severance[] {
  const police = 'part-time-police';
  return [
    {
      ...{ commune: watchedCommune, force: police, from: '2009-04-01', allowance: 1_490_000 },
      ...{ receivedOn: '2025-08-11', decidedOn: '2025-08-27', amount: 34_270_000 },
    },
    {
      ...{ commune: watchedCommune, force: police, from: '2016-08-15', allowance: 1_490_000 },
      ...{ receivedOn: '2025-09-08', decidedOn: '2025-09-24', amount: 17_880_000 },
    },
    {
      ...{ commune: watchedCommune, force: police, from: '2013-01-01', allowance: 1_341_000 },
      receivedOn: addDays(monday, -11),
    },
    {
      ...{ commune: watchedCommune, force: 'neighbourhood-guard', from: '2019-05-02' },
      ...{ allowance: 1_192_000, receivedOn: addDays(monday, -5) },
    },
    {
      ...{ commune: '07699', force: 'neighbourhood-guard', from: '2011-10-01' },
      ...{ allowance: 1_192_000, receivedOn: '2025-10-06', decidedOn: '2025-10-22' },
      amount: 22_800_000,
    },
    {
      ...{ commune: '07399', force: police, from: '2023-11-01', allowance: 1_341_000 },
      ...{ receivedOn: '2026-01-12', decidedOn: '2026-01-28' },
      refusal: `Tự nguyện thôi trước khi kiện toàn lực lượng ${illustrative}`,
    },
  ];
}

/** Former part-time police and guards who did not join: some decided, some waiting. */
export async function tellSeverances(story: Story): Promise<void> {
  const all = severancesOf(story).map((severance, n) => ({
    ...{ severance, n, person: newcomer(`severance/${n}`) },
  }));
  for (const { severance, n, person } of all) {
    const { commune, force, from, allowance, receivedOn, decidedOn, amount, refusal } = severance;
    if (receivedOn > story.on) continue;
    const officer = story.officer(commune);
    const { id: personId } = person;
    await record(story, person, commune);
    await officer.post(`/people/${personId}/details`, {
      ...{ id: idOf(`service/${n}`, from), validFrom: from, validTo: leftOn },
      content: {
        ...{ kind: 'service', force, lastAllowance: allowance },
        place: 'Công an xã cũ (minh họa)',
      },
    });
    const id = idOf(`severance/${n}`, leftOn);
    const ground = refusal ? 'own-accord' : 'reorganised';
    await officer.post('/severances', {
      ...{ id, personId, forces: [force], leftOn, ground, receivedOn },
    });
    const { items } = await officer.get<Known>(`/severances?on=${story.on}&personId=${personId}`);
    if (!decidedOn || items.some((one) => one.id === id && one.state !== 'deciding')) continue;
    await officer.post(`/severances/${id}/decisions`, {
      decision: { number: `${50 + n}-MH/QĐ-UBND`, signedOn: decidedOn },
      ...(refusal ? { outcome: 'refused', reasons: refusal } : { outcome: 'granted', amount }),
    });
  }
}
