import {
  type Achievement,
  appraiseAward,
  type AwardAgency,
  type AwardAsked,
  type AwardDetail,
  decideAward,
  getAward,
  type Principal,
  proposeAward,
  recordUnitStanding,
  revokeAward,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';

type Said = Partial<AwardAsked>;

/** For tests: proposing, judging and revoking awards, each by somebody else. */
export function awarding(service: ServiceUnderTest) {
  const administrator = someone('provincial-administrator');

  const stand = (
    unitId: string,
    said: Partial<Input<typeof recordUnitStanding>> = {},
    asker: Principal = administrator,
  ) =>
    service.call(
      recordUnitStanding,
      {
        ...{ id: randomUUID(), unitId, year: 2026, movementClass: 'good', safety: 'met' },
        ...{ classNumber: '45/QĐ-BCĐ', classOn: '2026-05-20', source: 'Quyết định phân loại' },
        ...{ safetyNumber: '44/QĐ-UBND', safetyOn: '2026-05-10', ...said },
      },
      asker,
    );

  const achievement = (
    subject: Achievement['subject'],
    subjectId: string | null,
    said: Partial<Achievement> = {},
  ): Achievement => ({
    ...{ id: randomUUID(), kind: 'work', subject, subjectId, incidentId: null },
    ...{ summary: 'Hoàn thành tốt nhiệm vụ', from: '2026-05-01', to: '2026-06-14', ...said },
  });

  const asked = (said: Said = {}): AwardAsked => ({
    ...{ formCode: 'merit-letter', titleCode: null, authority: 'commune-chair', roundId: null },
    ...{ year: 2026, isUnexpected: false, proposedOn: '2026-06-20', number: '15/TTr-CAX' },
    ...{ note: '', ...said },
  });

  const propose = (
    about: Achievement,
    said: Said = {},
    asker: Principal = someone('provincial-administrator'),
  ) => service.call(proposeAward, { id: randomUUID(), achievement: about, ...asked(said) }, asker);

  const step = ({ id, version }: AwardDetail) => ({ id, stepId: randomUUID(), version });
  const appraise = (
    award: AwardDetail,
    agency: AwardAgency,
    { agrees = true, on = '2026-06-22', asker = administrator } = {},
  ) =>
    service.call(
      appraiseAward,
      { ...step(award), agency, agrees, number: '7/BB-HĐ', on, note: '' },
      asker,
    );
  const decide = (
    award: AwardDetail,
    { approves = true, on = '2026-06-25', note = '', asker = administrator } = {},
  ) =>
    service.call(decideAward, { ...step(award), approves, number: '120/QĐ-UBND', on, note }, asker);
  const revoke = (award: AwardDetail, said: Partial<Input<typeof revokeAward>> = {}) =>
    service.call(
      revokeAward,
      {
        ...{ ...step(award), revocation: 'false-declaration', number: '9/QĐ-UBND' },
        ...{ on: '2026-07-10', note: 'Kê khai không đúng sự thật', ...said },
      },
      administrator,
    );

  /** Proposed, appraised by all that its form asks, and approved. */
  async function given(
    about: Achievement,
    said: Said = {},
    on = '2026-06-25',
  ): Promise<AwardDetail> {
    let award = await propose(about, said);
    for (const agency of award.appraisals) award = await appraise(award, agency, { on });
    return decide(award, { on, note: 'Theo đề nghị của hội đồng' });
  }
  const read = (id: string) => service.call(getAward, { id }, administrator);

  return {
    administrator,
    stand,
    achievement,
    asked,
    propose,
    step,
    appraise,
    decide,
    revoke,
    given,
    read,
  };
}
