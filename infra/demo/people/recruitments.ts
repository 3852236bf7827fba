import { addDays, type PlainDate } from '@antt/kernel';
import { grouped } from '../group.ts';
import { watchedCommune } from '../watched.ts';
import { type Newcomer, newcomer, record } from './newcomer.ts';
import { idOf, illustrative, type Story } from './story.ts';

/** How a file is or will be; the votes of a council of eight make selected, passed and failed of complete ones. */
type File = 'selected' | 'passed' | 'failed' | 'unchecked' | 'incomplete';
type Selection = {
  key: string;
  commune: string;
  /** The Monday of the week in which the plan is drafted. */
  from: PlainDate;
  /** Days by which everything after the plan is put off. */
  delay?: number;
  places: number;
  purpose: string;
  files: File[];
  until: Step;
};
type Candidate = { id: string; person: Newcomer; file: File };
type Step =
  | 'receiving'
  | 'list-posted'
  | 'minutes-signed'
  | 'result-posted'
  /** Nobody came. */
  | 'closed';
type Act = { step: string; on: PlainDate } & Record<string, unknown>;
type Known = { acts: { act: { step: string } }[]; firstMeetingDay: PlainDate | null };

const votes: Record<File, number> = {
  ...{ selected: 8, passed: 6, failed: 3 },
  ...{ unchecked: 5, incomplete: 0 },
};
const posted = { places: ['Trụ sở UBND xã', 'Nhà văn hóa thôn'], until: null };
const chair = 'Nguyễn Văn Minh Họa';
const secretary = 'Trần Thị Minh Họa';
const bodies = [
  ...['youth-union', 'women-union', 'farmers-association'],
  ...['civil-servant', 'village', 'front-committee'],
];
const fill = `Bổ sung thành viên cho các Tổ còn thiếu người ${illustrative}`;

/** Selections before and after the reform: recognised, under way, and one that nobody came for. */
function selectionsOf({ monday }: Story): Selection[] {
  const putOff = `Bổ sung thành viên cho các Tổ thiếu người; kế hoạch ban hành trước khi giao lại số lượng, tiếp nhận lùi đến khi sắp xếp xong thôn ${illustrative}`;
  const lastPlan = '2026-09-07';
  const drafted = addDays(monday, -42) < lastPlan ? addDays(monday, -42) : lastPlan;
  const delay = (Date.parse(monday) - Date.parse(drafted)) / 86_400_000 - 14;
  return [
    {
      ...{ key: 'old', commune: watchedCommune, from: '2025-02-17', places: 2, purpose: fill },
      ...{ files: ['selected', 'selected', 'passed'], until: 'result-posted' },
    },
    {
      ...{ key: 'spring', commune: watchedCommune, from: '2026-02-23', places: 3, purpose: fill },
      ...{ files: ['selected', 'selected', 'selected', 'passed', 'failed', 'incomplete'] },
      until: 'result-posted',
    },
    {
      ...{ key: 'now', commune: watchedCommune, from: drafted, delay, places: 2, purpose: putOff },
      ...{ files: ['selected', 'passed', 'unchecked', 'incomplete'], until: 'receiving' },
    },
    {
      ...{
        key: 'bien-son',
        commune: '07537',
        from: addDays(monday, -35),
        places: 5,
        purpose: fill,
      },
      ...{ files: ['selected', 'selected', 'selected', 'unchecked', 'incomplete'] },
      until: 'list-posted',
    },
    {
      ...{
        key: 'tan-tien',
        commune: '07699',
        from: addDays(monday, -56),
        places: 2,
        purpose: fill,
      },
      ...{ files: ['selected', 'selected', 'passed', 'failed'], until: 'minutes-signed' },
    },
    {
      ...{ key: 'kep', commune: '07399', from: '2026-07-20', places: 2, purpose: fill },
      ...{ files: ['selected', 'selected', 'failed'], until: 'result-posted' },
    },
    {
      ...{ key: 'nenh', commune: '07795', from: '2026-04-06', places: 3, purpose: fill },
      ...{ files: ['incomplete'], until: 'closed' },
    },
  ];
}

export async function tellRecruitments(story: Story): Promise<void> {
  // Drawn before anything is told, so that everybody is the same however far a load came before.
  const all = selectionsOf(story).map((selection) => ({
    selection,
    candidates: selection.files.map((file, n): Candidate => {
      const key = `recruitment/${selection.key}/${n}`;
      return { id: idOf(key, selection.from), person: newcomer(key), file };
    }),
  }));
  for (const [n, { selection, candidates }] of all.entries()) {
    if (selection.from <= story.on) await recruit(story, selection, candidates, 11 + 3 * n);
  }
}

async function recruit(
  story: Story,
  selection: Selection,
  candidates: Candidate[],
  number: number,
): Promise<void> {
  const { key, commune, from, delay = 0, places, purpose, until } = selection;
  const id = idOf(`recruitment/${key}`, from);
  const officer = story.officer(commune);
  const later = (days: number) => addDays(from, days + delay);
  const [receiveFrom, receiveTo] = [later(7), later(25)];
  const ask = () => officer.get<Known>(`/recruitments/${id}?on=${story.on}`);
  const told = await ask().catch(() => null);
  const taken = new Set(told?.acts.map(({ act }) => act.step));
  const take = async (...acts: Act[]) => {
    for (const act of acts) {
      if (act.on > story.on) return;
      if (!taken.has(act.step)) await officer.post(`/recruitments/${id}/steps`, { act });
    }
  };
  await officer.post('/recruitments', {
    ...{ id, communeId: story.communeId(commune, from), purpose, places, receiveFrom, receiveTo },
    requirements: 'Theo Điều 13 Luật số 30/2023/QH15',
    receivePlace: 'Bộ phận một cửa, trụ sở UBND xã',
    ...{ meetingOn: later(53), draftedOn: from },
  });
  await take(
    { step: 'issued', on: addDays(from, 2), number: `${number}-MH/KH-UBND` },
    { step: 'posted', on: addDays(from, 2), ...posted },
  );
  if (!taken.has('list-approved') && !taken.has('closed')) {
    for (const [n, candidate] of candidates.entries()) {
      await receive(story, { id, commune }, candidate, addDays(receiveFrom, n % 5));
    }
  }
  if (until === 'receiving') return;
  if (until === 'closed') {
    const reason = `Hết thời hạn không có hồ sơ đủ thành phần ${illustrative}`;
    return take({ step: 'closed', on: later(29), reason });
  }
  await take(
    { step: 'list-approved', on: later(28) },
    { step: 'list-posted', on: later(29), ...posted },
    {
      ...{ step: 'council-set', on: later(31), number: `${number + 1}-MH/QĐ-UBND`, chair },
      viceChair: 'Lê Văn Minh Họa',
      members: bodies.map((body, n) => ({ name: `Đại diện thứ ${n + 1} (minh họa)`, body })),
    },
  );
  if (until === 'list-posted') return;
  const { firstMeetingDay } = await ask();
  const meeting = [later(53), firstMeetingDay ?? ''].sort().at(-1)!;
  const listed = candidates.filter(({ file }) => file !== 'incomplete');
  await take(
    {
      ...{
        step: 'met',
        on: meeting,
        present: 8,
        ballot: { way: 'hands', chairing: chair, secretary },
      },
      votes: listed.map(({ id: applicationId, file }) => ({ applicationId, votes: votes[file] })),
    },
    { step: 'minutes-signed', on: meeting },
  );
  if (until === 'minutes-signed') return;
  const chosen = listed.filter(({ file }) => file === 'selected');
  const teams = await story.membersOf(commune, later(59));
  const small = [...grouped(teams, ({ teamId }) => teamId)]
    .sort(([, a], [, b]) => a.length - b.length)
    .map(([teamId]) => teamId);
  await take(
    { step: 'notified', on: later(58), ...posted },
    {
      ...{ step: 'proposed', on: later(59) },
      members: chosen.map(({ id: applicationId }, n) => {
        return { applicationId, teamId: small[n], position: 'ordinary' };
      }),
    },
    {
      ...{ step: 'decided', on: later(65), validFrom: later(70) },
      decision: { number: `${number + 2}-MH/QĐ-UBND`, signedOn: later(65) },
      members: chosen.map(({ id: applicationId }) => {
        return { applicationId, postingId: idOf(`posting/${applicationId}`, later(70)) };
      }),
    },
    { step: 'result-posted', on: later(65), ...posted },
  );
}

/** A file with what is known of its candidate by then. */
async function receive(
  story: Story,
  { id: recruitmentId, commune }: { id: string; commune: string },
  { id, person, file }: Candidate,
  receivedOn: PlainDate,
): Promise<void> {
  if (receivedOn > story.on) return;
  await record(story, person, commune);
  const officer = story.officer(commune);
  const whole = ['application', 'cv', 'health-certificate', 'education-proof'];
  await officer.post(`/recruitments/${recruitmentId}/applications`, {
    ...{ id, personId: person.id, receivedOn, residentSince: '2012-03-01' },
    dossier: file === 'incomplete' ? whole.slice(0, 2) : whole,
  });
  if (file === 'incomplete') return;
  const health = { issuedOn: receivedOn, facility: 'Trung tâm Y tế khu vực (minh họa)', fit: true };
  const none = { prosecuted: false, servingSentence: false, judicialMeasure: false };
  const background = {
    ...{ checkedOn: receivedOn, positive: true, ...none, administrativeMeasure: false },
    formerRecord: 'none',
  };
  await officer.post(`/applications/${id}/changes`, {
    ...(file === 'unchecked' ? { health } : { health, background }),
  });
}
