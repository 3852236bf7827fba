import { addDays, type PlainDate } from '@antt/kernel';
import { villageReform } from '../calendar.ts';
import { watchedCommune } from '../watched.ts';
import { idOf, type Story } from './story.ts';

/** A decree of 2026 brought supervision (Decree 231/2026 Art. 12). */
const decree = villageReform;

type Supervision = {
  key: string;
  commune: string;
  team: number;
  validFrom: PlainDate;
  validTo?: PlainDate;
  /** Quarters at the end that nobody has reported for. */
  owes?: number;
  /** Another member has gone on from that day. */
  replacedFrom?: PlainDate;
};

const supervisions: Supervision[] = [
  { key: 'first', commune: watchedCommune, team: 5, validFrom: '2026-07-13' },
  { key: 'owing', commune: watchedCommune, team: 7, validFrom: '2026-08-10', owes: 1 },
  {
    ...{ key: 'ended', commune: watchedCommune, team: 8, validFrom: '2026-07-20' },
    validTo: '2026-10-20',
  },
  {
    ...{ key: 'replaced', commune: '07573', team: 3, validFrom: '2026-07-27' },
    replacedFrom: '2026-10-05',
  },
  { key: 'kep', commune: '07399', team: 6, validFrom: '2026-08-24', owes: 1 },
];

/** Members who help to supervise, with the reports of each quarter that is over. */
export async function tellSupervisions(story: Story): Promise<void> {
  const begun = supervisions.filter(
    ({ validFrom }) => decree <= validFrom && validFrom <= story.on,
  );
  for (const [n, one] of begun.entries()) {
    const { key, commune, team, validFrom, validTo, owes = 0, replacedFrom } = one;
    const officer = story.officer(commune);
    const id = idOf(`supervision/${key}`, validFrom);
    const teams = await story.teamsOf(commune, validFrom);
    await officer.post('/supervisions', {
      ...{ id, personId: teams[team]!.at(-1)!.personId, validFrom },
      ...{ receivedOn: addDays(validFrom, -7), proposedOn: addDays(validFrom, -5) },
      supervisedName: `Người chấp hành án số ${n + 1} (minh họa)`,
      decision: { number: `${70 + n}-MH/QĐ-UBND`, signedOn: addDays(validFrom, -3) },
    });
    const end = validTo ?? replacedFrom ?? story.on;
    for (const { quarter, over } of quartersOf(validFrom, end, story.on).slice(
      0,
      -owes || undefined,
    )) {
      await officer.post(`/supervisions/${id}/reports`, { quarter, reportedOn: addDays(over, 5) });
    }
    if (validTo && validTo <= story.on) {
      await officer.post(`/supervisions/${id}/ends`, { validTo });
    }
    if (!replacedFrom || replacedFrom > story.on) continue;
    await officer.post(`/supervisions/${id}/replacements`, {
      ...{ id: idOf(`supervision/${key}/next`, replacedFrom) },
      ...{ personId: teams[team + 1]!.at(-1)!.personId, validFrom: replacedFrom },
      decision: { number: `${80 + n}-MH/QĐ-UBND`, signedOn: addDays(replacedFrom, -3) },
    });
  }
}

/** Quarters from a day to another that are over, and the first day after each. */
function quartersOf(from: PlainDate, to: PlainDate, on: PlainDate) {
  const found: { quarter: string; over: PlainDate }[] = [];
  let [year, part] = [Number(from.slice(0, 4)), Math.ceil(Number(from.slice(5, 7)) / 3)];
  for (;;) {
    const first = `${year}-${String(part * 3 - 2).padStart(2, '0')}-01`;
    const next = part === 4 ? { year: year + 1, part: 1 } : { year, part: part + 1 };
    const over = `${next.year}-${String(next.part * 3 - 2).padStart(2, '0')}-01`;
    if (first >= to || over > on) return found;
    found.push({ quarter: `${year}-Q${part}`, over });
    ({ year, part } = next);
  }
}
