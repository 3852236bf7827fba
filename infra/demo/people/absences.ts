import { addDays, type PlainDate } from '@antt/kernel';
import { watchedCommune } from '../watched.ts';
import { idOf, illustrative, type Story } from './story.ts';

type Absence = {
  commune: string;
  team: number;
  from: PlainDate;
  /** The first day of service again; absent while it is not known. */
  to?: PlainDate;
  reason: string;
  suspended?: boolean;
};
/** Who does not serve for a time. */
export async function tellAbsences(story: Story): Promise<void> {
  const later = (days: number) => addDays(story.monday, days);
  const sick = `Điều trị bệnh ${illustrative}`;
  const family = `Việc gia đình ${illustrative}`;
  const absences: Absence[] = [
    { commune: watchedCommune, team: 9, from: later(-10), to: later(20), reason: sick },
    { commune: watchedCommune, team: 10, from: later(-3), reason: family },
    { commune: watchedCommune, team: 11, from: later(7), to: later(21), reason: family },
    { commune: watchedCommune, team: 12, from: '2026-03-09', to: '2026-03-30', reason: sick },
    { commune: '07399', team: 8, from: later(-21), suspended: true, reason: '' },
    { commune: '07282', team: 5, from: later(-14), to: later(14), reason: sick },
    { commune: '07795', team: 9, from: '2026-06-01', to: '2026-06-22', reason: family },
  ];
  for (const [n, { commune, team, from, to, reason, suspended = false }] of absences.entries()) {
    const member = await memberAt(story, commune, from < story.on ? from : story.on, team);
    await story.officer(commune).post('/absences', {
      ...{ id: idOf(`absence/${n}`, from), personId: member.personId },
      ...{ kind: suspended ? 'suspension' : 'leave', validFrom: from, validTo: to ?? null },
      reason: suspended ? `Tạm đình chỉ để xác minh ${illustrative}` : reason,
      ...(suspended && { decision: { number: '66-MH/QĐ-UBND', signedOn: addDays(from, -1) } }),
    });
  }
}

async function memberAt(story: Story, commune: string, day: PlainDate, team: number) {
  return (await story.teamsOf(commune, day))[team]!.at(-1)!;
}
