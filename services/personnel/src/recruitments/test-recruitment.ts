import {
  completeApplication,
  CouncilBody,
  DossierPart,
  getRecruitment,
  planRecruitment,
  receiveApplication,
  type RecruitmentAct,
  takeRecruitmentStep,
} from '@antt/contracts';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { decision, territory } from '../test-territory.ts';

const places = ['Trụ sở UBND xã', 'Nhà văn hóa thôn Trung'];
const chairing = 'Nguyễn Văn Chủ';
const secretary = 'Trần Thị Thư';

/** For tests: a recruitment of 2026 that went as the law wants it, up to any step. */
export function recruiting(service: ServiceUnderTest) {
  const { person } = territory(service);

  async function plan(communeId: string, said: { places?: number } = {}): Promise<string> {
    const id = randomUUID();
    await service.call(planRecruitment, {
      id,
      communeId,
      purpose: 'Bổ sung thành viên Tổ',
      requirements: '',
      places: 2,
      receiveFrom: '2026-02-04',
      receiveTo: '2026-02-25',
      receivePlace: 'Công an xã',
      receivingBody: 'police',
      meetingOn: '2026-03-24',
      draftedOn: '2026-02-02',
      ...said,
    });
    return id;
  }

  const take = (id: string, act: RecruitmentAct) => service.call(takeRecruitmentStep, { id, act });

  async function apply(recruitmentId: string, communeId: string, receivedOn = '2026-02-10') {
    const id = randomUUID();
    const personId = await person(communeId);
    await service.call(receiveApplication, {
      id,
      recruitmentId,
      personId,
      receivedOn,
      dossier: DossierPart.options,
      residentSince: '2020-01-01',
    });
    return { id, personId };
  }

  /** Checked, healthy and of the place. */
  const check = (id: string) =>
    service.call(completeApplication, {
      id,
      background: {
        checkedOn: '2026-02-20',
        positive: true,
        prosecuted: false,
        servingSentence: false,
        judicialMeasure: false,
        administrativeMeasure: false,
        formerRecord: 'none',
        expungedBy: '',
      },
      health: { issuedOn: '2026-02-05', facility: 'Trung tâm Y tế khu vực', fit: true },
    });

  const issue = (id: string) =>
    take(id, { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' });
  const posted = (step: 'posted' | 'list-posted' | 'notified' | 'result-posted', on: string) =>
    ({ step, on, places, until: null }) as RecruitmentAct;
  const council = (missing: CouncilBody[] = [], reason = ''): RecruitmentAct => ({
    step: 'council-set',
    on: '2026-02-26',
    number: '31/QĐ-UBND',
    chair: chairing,
    viceChair: 'Lê Văn Công',
    members: CouncilBody.options
      .filter((body) => !missing.includes(body))
      .map((body) => ({ name: `Đại diện ${body}`, body })),
    reason,
  });
  const meeting = (
    votes: Record<string, number>,
    { on = '2026-03-24', present = 8 } = {},
  ): RecruitmentAct => ({
    step: 'met',
    on,
    present,
    ballot: { way: 'hands', chairing, secretary },
    votes: Object.entries(votes).map(([applicationId, count]) => ({ applicationId, votes: count })),
  });

  /** Candidates with complete files, listed and posted on 2 March, and a council of eight. */
  async function listed(communeId: string, count: number, said: { places?: number } = {}) {
    const id = await plan(communeId, said);
    await issue(id);
    await take(id, posted('posted', '2026-02-03'));
    const candidates: { id: string; personId: string }[] = [];
    for (let n = 0; n < count; n++) {
      const candidate = await apply(id, communeId);
      await check(candidate.id);
      candidates.push(candidate);
    }
    await take(id, { step: 'list-approved', on: '2026-02-27' });
    await take(id, posted('list-posted', '2026-03-02'));
    await take(id, council());
    return { id, candidates };
  }

  /** The same, voted for by all and proposed for the team. */
  async function proposed(here: { communeId: string; teamId: string }, count: number) {
    const { id, candidates } = await listed(here.communeId, count);
    await take(id, meeting(Object.fromEntries(candidates.map((one) => [one.id, 8]))));
    await take(id, { step: 'minutes-signed', on: '2026-03-24', chosen: [], reason: '' });
    await take(id, posted('notified', '2026-03-27'));
    await take(id, {
      step: 'proposed',
      on: '2026-03-31',
      members: candidates.map((one) => ({
        applicationId: one.id,
        teamId: here.teamId,
        position: 'ordinary',
      })),
    });
    return { id, candidates };
  }

  const decided = (candidates: { id: string }[]): RecruitmentAct => ({
    step: 'decided',
    on: '2026-04-07',
    decision: decision('2026-04-07'),
    validFrom: '2026-04-10',
    members: candidates.map((one) => ({
      applicationId: one.id,
      postingId: randomUUID(),
      accept: [],
      reason: '',
    })),
  });

  const ask = (id: string, on = '2026-11-01') => service.call(getRecruitment, { id, on });

  return {
    plan,
    take,
    apply,
    check,
    issue,
    posted,
    council,
    meeting,
    listed,
    proposed,
    decided,
    ask,
  };
}
