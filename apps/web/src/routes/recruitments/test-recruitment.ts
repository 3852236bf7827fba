import {
  type Application,
  DossierPart,
  examineSelected,
  getRecruitment,
  listTeams,
  type Recruitment,
  type RecruitmentAct,
  type RecruitmentStep,
  takeRecruitmentStep,
} from '@antt/contracts';
import type { FakeApi } from '../../test-answers.ts';

export const id = (n: number) => `0199e000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
export const commune = { id: id(2), kind: 'xã', name: 'Tân Lập' };

export const team = {
  id: id(9),
  code: 'T1',
  name: 'Tổ thôn Trung',
  foundedOn: '2024-07-01',
  dissolvedOn: null,
  decisionNumber: '',
  decisionSignedOn: null,
  villages: [],
  commune,
  workplace: null,
};

/** An invented candidate with a complete file. */
export const candidate = (n: number, name: string, said: Partial<Application> = {}) => ({
  id: id(n),
  person: { id: id(n + 40), name },
  receivedOn: '2026-02-10',
  dossier: DossierPart.options,
  complete: true,
  residentSince: '2020-01-01',
  backgroundKnown: true,
  healthKnown: true,
  listed: false,
  votes: null,
  outcome: null,
  teamId: null,
  position: null,
  postingId: null,
  ...said,
});

/** A plan that waits to be issued. */
export const drafted: Recruitment = {
  id: id(1),
  communeId: commune.id,
  commune,
  purpose: 'Bổ sung thành viên',
  requirements: '',
  places: 2,
  receiveFrom: '2026-02-04',
  receiveTo: '2026-02-25',
  receivePlace: 'Công an xã',
  receivingBody: 'police',
  meetingOn: '2026-03-24',
  draftedOn: '2026-02-02',
  stage: 'drafted',
  open: true,
  applications: 0,
  clocks: [],
  acts: [],
  takenBack: [],
  next: ['issued', 'closed'],
  revocable: [],
  firstMeetingDay: null,
  council: null,
  result: null,
  candidates: [],
};

const following: Partial<Record<RecruitmentStep, RecruitmentStep[]>> = {
  issued: ['posted', 'closed'],
  posted: ['list-approved', 'closed'],
  'list-approved': ['list-posted'],
  'list-posted': ['council-set'],
  'council-set': ['met'],
  met: ['minutes-signed'],
  'minutes-signed': ['notified', 'proposed'],
  notified: ['proposed'],
  proposed: ['decided'],
  decided: ['result-posted'],
};

/** What a service would answer after an act, as far as the pages look at it. */
function after(now: Recruitment, act: RecruitmentAct): Recruitment {
  const acts = [...now.acts, { act, recordedAt: '2026-11-01T02:00:00Z', recordedBy: 'xa' }];
  const next = { ...now, acts, next: following[act.step] ?? [], stage: act.step };
  const each = (of: (one: Application) => Partial<Application>) => ({
    ...next,
    candidates: now.candidates.map((one) => ({ ...one, ...of(one) })),
  });
  switch (act.step) {
    case 'list-approved':
      return each(({ complete }) => ({ listed: complete }));
    case 'list-posted':
      return { ...next, firstMeetingDay: '2026-03-24' };
    case 'council-set':
      return { ...next, council: { size: 2 + act.members.length, least: 5 } };
    case 'met':
      return each((one) => ({
        votes: act.votes.find(({ applicationId }) => applicationId === one.id)?.votes ?? null,
      }));
    case 'minutes-signed':
      return each((one) => ({
        outcome:
          now.result?.selected.includes(one.id) || act.chosen?.includes(one.id)
            ? 'selected'
            : 'passed',
      }));
    case 'proposed':
      return each((one) => {
        const placed = act.members.find(({ applicationId }) => applicationId === one.id);
        return placed ? { teamId: placed.teamId, position: placed.position } : {};
      });
    case 'decided':
      return each((one) => ({
        postingId: act.members.find((member) => member.applicationId === one.id)?.postingId ?? null,
      }));
    default:
      return next;
  }
}

/** A service in memory with one recruitment, that takes its acts. */
export function recruiting(api: FakeApi, given: Partial<Recruitment> = {}) {
  const held = { now: { ...drafted, ...given } };
  const taken: RecruitmentAct[] = [];
  api
    .on(getRecruitment, () => held.now)
    .on(listTeams, () => ({ items: [team], nextCursor: null, total: 1 }))
    .on(examineSelected, () => ({
      items: held.now.candidates
        .filter(({ teamId }) => teamId !== null)
        .map((one) => ({ applicationId: one.id, findings: [], refusal: null })),
    }))
    .on(takeRecruitmentStep, ({ act }) => {
      taken.push(act as RecruitmentAct);
      held.now = after(held.now, act as RecruitmentAct);
      return held.now;
    });
  return { held, taken };
}

export const acted = (...acts: RecruitmentAct[]): Recruitment['acts'] =>
  acts.map((act) => ({ act, recordedAt: '2026-11-01T02:00:00Z', recordedBy: 'xa' }));
