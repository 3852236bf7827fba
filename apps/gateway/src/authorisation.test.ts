import { operations, resolvePrincipal, Role } from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { handWritten } from './api-page/hand-written.ts';
import { gatewayConfig } from './config.ts';
import { exportedLists } from './exports/exported-list.ts';
import { runGateway } from './gateway.ts';

/**
 * Who may ask what, before any area is looked at: provincial administrator, area officer, finance officer,
 * commune officer, team leader, agency officer, aUditor. Written by hand and not made from the roles, so that
 * a change of either shows here; `everybody` needs no account, `services` has no route.
 */
const letters: Record<Role, string> = {
  'provincial-administrator': 'P',
  'area-officer': 'A',
  'finance-officer': 'F',
  'commune-officer': 'C',
  'team-leader': 'T',
  'agency-officer': 'G',
  auditor: 'U',
};

const ofOperations: Record<string, string> = {
  'identity.me.get': 'PAFCTGU',
  'identity.password.change': 'PAFCTGU',
  'identity.token.list': 'PAFCTGU',
  'identity.token.create': 'PAFCTGU',
  'identity.token.delete': 'PAFCTGU',
  'identity.view.list': 'PAFCTGU',
  'identity.view.keep': 'PAFCTGU',
  'identity.view.delete': 'PAFCTGU',
  'identity.digest.get': 'PAFCTGU',
  'identity.notice.get': 'PAFCTGU',
  'identity.notice.choose': 'PAFCTGU',
  'identity.account.list': 'P.....U',
  'identity.account.create': 'P......',
  'identity.account.unlock': 'P......',
  'identity.account.close': 'P......',
  'identity.password.reset': 'P......',
  'identity.grant.add': 'P......',
  'identity.grant.end': 'P......',
  'identity.area.list': 'P.....U',
  'identity.area.create': 'P......',
  'identity.area.set-units': 'P......',
  'identity.area-part.list': 'P.....U',
  'identity.area-part.decide': 'P......',
  'identity.audit.list': 'P.....U',
  'identity.audit.verify': 'P.....U',
  'identity.session.open': 'services',
  'identity.session.refresh': 'services',
  'identity.session.end': 'services',
  'identity.principal.resolve': 'services',
  'identity.hand-over.take': 'services',
  'identity.job.start': 'services',
  'identity.job.apply': 'services',
  'identity.job.get': 'services',
  'identity.job.list': 'services',
  'identity.job.errors': 'services',

  'organisation.installation.get': 'everybody',
  'organisation.unit.list': 'PAFCTGU',
  'organisation.unit.get': 'PAFCTGU',
  'organisation.unit.history': 'PAFCTGU',
  'organisation.unit.rename': 'P......',
  'organisation.unit.lineage': 'PAFCTGU',
  'organisation.unit.tags': 'PAFCTGU',
  'organisation.unit.tag': 'P......',
  'organisation.unit.untag': 'P......',
  'organisation.tag.list': 'PAFCTGU',
  'organisation.search.find': 'PAFCTGU',
  'organisation.work.count': 'PAFCTGU',
  'organisation.work.count-by-unit': 'PAFCTGU',
  'personnel.work.count': 'PAFCTGU',
  'personnel.work.count-by-unit': 'PAFCTGU',
  'personnel.work.list': 'PAFCTGU',
  'personnel.age-review.list': 'PA.C..U',
  'personnel.age-review.record': 'P..C...',
  'organisation.work.list': 'PAFCTGU',
  'organisation.tag.define': 'P......',
  'organisation.village-standard.list': 'PAFCTGU',
  'organisation.village-standard.set': 'P......',
  'organisation.village-standard.end': 'P......',
  'organisation.figure.list': 'PAFCTGU',
  'organisation.figure.record': 'P......',
  'organisation.figure.withdraw': 'P......',
  'organisation.reorganisation.apply': 'P......',
  'organisation.reorganisation.list': 'PAFCTGU',
  'organisation.reorganisation.get': 'P......',
  'organisation.reorganisation.undo': 'P......',
  'organisation.unit.place': 'services',
  'organisation.unit.follow': 'services',
  'organisation.unit.find': 'services',
  'organisation.file.keep': 'services',
  'organisation.file.open': 'services',
  'organisation.instrument.list': 'PAFC.GU',
  'organisation.instrument.get': 'PAFC.GU',
  'organisation.instrument.governs': 'PAFC.GU',
  'organisation.instrument.in-force': 'PAFC.GU',
  'organisation.instrument.record': 'P......',
  'organisation.instrument.issue': 'P......',
  'organisation.instrument.correct': 'P......',
  'organisation.instrument.repeal': 'P......',
  'organisation.instrument.attach': 'P......',
  'organisation.instrument.detach': 'P......',
  'organisation.instrument-subject.list': 'PAFC.GU',
  'organisation.instrument-subject.add': 'P......',
  'organisation.criteria.list': 'PAFC..U',
  'organisation.criteria-template.list': 'PAFC..U',
  'organisation.criteria.get': 'PAFC..U',
  'organisation.criteria.record': 'P......',
  'organisation.criteria.change': 'P......',
  'organisation.criteria.adopt': 'P......',
  'organisation.criteria.withdraw': 'P......',
  'organisation.criteria.preview': 'P......',
  'organisation.norm.list': 'PAFC..U',
  'organisation.norm.explain': 'PAFC..U',
  'organisation.quota.list': 'PAFC..U',
  'organisation.quota.set': 'P......',
  'organisation.quota.compare': 'PAFC..U',
  'organisation.quota-ceiling.list': 'PAFC..U',
  'organisation.quota-ceiling.set': 'P......',
  'organisation.quota-draft.list': 'P.....U',
  'organisation.quota-draft.get': 'P.....U',
  'organisation.quota-draft.begin': 'P......',
  'organisation.quota-draft.change': 'P......',
  'organisation.quota-draft.save-lines': 'P......',
  'organisation.quota-draft.issue': 'P......',
  'organisation.quota-draft.discard': 'P......',
  'organisation.quota-draft.take-proposals': 'P......',
  'organisation.transition.list': 'PAFC..U',
  'organisation.transition.grant': 'P......',
  'organisation.transition.end': 'P......',
  'organisation.proposal.list': 'PAFC..U',
  'organisation.proposal.get': 'PAFC..U',
  'organisation.proposal.send': 'P..C...',
  'organisation.proposal.resend': 'P..C...',
  'organisation.proposal.appraise': 'P......',
  'organisation.team.list': 'PAFCT.U',
  'organisation.team.get': 'PAFCT.U',
  'organisation.team.history': 'PAFCT.U',
  'organisation.team.found': 'P..C...',
  'organisation.team.rename': 'P..C...',
  'organisation.team.change-area': 'P..C...',
  'organisation.team.merge': 'P..C...',
  'organisation.team.dissolve': 'P..C...',
  'organisation.workplace.list': 'PAFCT.U',
  'organisation.equipment-norm.list': 'PAFCT.U',
  'organisation.equipment.list': 'PAFCT.U',
  'organisation.equipment.shortage': 'PAFCT.U',
  'organisation.equipment.need': 'PAFCT.U',
  'organisation.equipment.issue': 'P..C...',
  'organisation.equipment.withdraw': 'P..C...',
  'organisation.equipment.check': 'P..C...',
  'organisation.workplace.open': 'P..C...',
  'organisation.workplace.get': 'PAFCT.U',
  'organisation.workplace.history': 'PAFCT.U',
  'organisation.workplace.change': 'P..C...',
  'organisation.workplace.close': 'P..C...',
  'organisation.workplace.assign': 'P..C...',
  'organisation.coverage.get': 'PAFCT.U',
  'organisation.restatement.list': 'PAFCT.U',
  'organisation.change-day.list': 'PAFCT.U',
  'organisation.map.extent': 'PAFCT.U',
  'organisation.map.points': 'PAFCT.U',
  'organisation.feature.list': 'services',
  'organisation.coverage.series': 'PAFCT.U',
  'organisation.coverage.groups': 'PAFCT.U',
  'organisation.coverage.compare': 'PAFCT.U',
  'organisation.gap.list': 'PAFCT.U',
  'organisation.gap.assign': 'P..C...',
  'organisation.gap.set-owner': 'P......',
  'organisation.map.frame': 'services',
  'organisation.map.outlines': 'services',
  'organisation.map.version': 'services',
  'organisation.tile.get': 'services',
  'organisation.consolidation.list': 'PAFCT.U',
  'organisation.consolidation.decide': 'P..C...',
  'organisation.consolidation.decisions': 'PAFCT.U',
  'organisation.consolidation.undo': 'P..C...',
  'organisation.consolidation.by-commune': 'PAFCT.U',
  'organisation.consolidation.set-term': 'P......',
  'organisation.job.preview': 'P......',
  'organisation.job.effects': 'P......',
  'organisation.job.start': 'services',
  'organisation.job.apply': 'services',
  'organisation.job.get': 'services',
  'organisation.job.list': 'services',
  'organisation.job.errors': 'services',

  'organisation.serving.compare': 'P......',
  'organisation.serving.replay': 'P......',
  'organisation.copy.read': 'services',
  'organisation.copy.list': 'services',
  'organisation.copy.count': 'services',

  'personnel.copy.compare': 'P......',
  'personnel.copy.replay': 'P......',
  'personnel.person.list': 'PAFCT.U',
  'personnel.person.get': 'PAFCT.U',
  'personnel.person.record': 'P..C...',
  'personnel.person.change': 'P..C...',
  'personnel.person.reveal': 'PAFCT.U',
  'personnel.person-detail.list': 'PAFCT.U',
  'personnel.person-detail.record': 'P..C...',
  'personnel.person-detail.correct': 'P..C...',
  'personnel.person-detail.withdraw': 'P..C...',
  'personnel.person-detail.reveal': 'PAFCT.U',
  'personnel.person-file.list': 'PAFCT.U',
  'personnel.person-file.keep': 'services',
  'personnel.person-file.open': 'services',
  'personnel.person-file.withdraw': 'P..C...',
  'personnel.claim.list': 'P.FC..U',
  'personnel.claim.receive': 'P..C...',
  'personnel.claim.complete': 'P..C...',
  'personnel.claim.appraise': 'P..C...',
  'personnel.claim.decide': 'P..C...',
  'personnel.policy.list': 'P.FC..U',
  'personnel.policy.get': 'P.FC..U',
  'personnel.policy.record': 'P.F....',
  'personnel.policy.change': 'P.F....',
  'personnel.policy.confirm': 'P.F....',
  'personnel.policy.adopt': 'P.F....',
  'personnel.policy.withdraw': 'P.F....',
  'personnel.policy.simulate': 'P.FC..U',
  'personnel.policy-template.list': 'P.FC..U',
  'personnel.rate-table.list': 'P.FC..U',
  'personnel.rate-table.set': 'P.F....',
  'personnel.payroll.list': 'P.FC..U',
  'personnel.payroll.get': 'P.FC..U',
  'personnel.payroll.create': 'P.F....',
  'personnel.payroll.step': 'P.FC..U',
  'personnel.payroll.variance': 'P.FC..U',
  'personnel.payroll.hold': 'P.F....',
  'personnel.payroll.release': 'P.F....',
  'personnel.payroll.lines': 'P.FC..U',
  'personnel.payroll.explain': 'P.FC..U',
  'personnel.member-cost.list': 'P.FC..U',
  'personnel.allowance-total.get': 'P.FC..U',
  'personnel.allowance-total.change': 'P.FC..U',
  'personnel.severance.years': 'PAFCT.U',
  'personnel.removal.list': 'P..C...',
  'personnel.removal.request': 'P..C...',
  'personnel.removal.decide': 'P..C...',
  'personnel.editing.list': 'PAFCT.U',
  'personnel.editing.close': 'P......',
  'personnel.editing.open': 'P......',
  'personnel.editing.open-window': 'P......',
  'personnel.supervision.list': 'P..C..U',
  'personnel.supervision.assign': 'P..C...',
  'personnel.supervision.replace': 'P..C...',
  'personnel.supervision.end': 'P..C...',
  'personnel.supervision.report': 'P..C...',
  'personnel.supervision.reveal': 'P..C...',
  'personnel.duty-order.list': 'PAFCT.U',
  'personnel.duty-order.record': 'P..C...',
  'personnel.shift.list': 'PAFCT.U',
  'personnel.shift.record': 'P..CT..',
  'personnel.shift.record-several': 'P..CT..',
  'personnel.shift.correct': 'P..CT..',
  'personnel.shift.approve': 'P..C...',
  'personnel.shift.return': 'P..C...',
  'personnel.duplicate.list': 'P..C...',
  'personnel.duplicate.judge': 'P..C...',
  'personnel.duplicate.judgements': 'P..C...',
  'personnel.duplicate.undo': 'P..C...',
  'personnel.posting.recognise': 'P..C...',
  'personnel.posting.change': 'P..C...',
  'personnel.posting.list': 'PAFCT.U',
  'personnel.posting.copy': 'services',
  'personnel.posting.count': 'services',
  'personnel.cessation.list': 'PAFCT.U',
  'personnel.cessation.get': 'PAFCT.U',
  'personnel.cessation.reveal': 'PAFCT.U',
  'personnel.cessation.propose': 'P..C...',
  'personnel.cessation.decide': 'P..C...',
  'personnel.cessation.undo': 'P..C...',
  'personnel.reminder.list': 'PA.C..U',
  'personnel.reminder.record': 'P..C...',
  'personnel.reminder.withdraw': 'P..C...',
  'personnel.refusal.list': 'PA.C..U',
  'personnel.refusal.record': 'P..C...',
  'personnel.refusal.withdraw': 'P..C...',
  'personnel.absence.list': 'PAFCT.U',
  'personnel.absence.record': 'P..C...',
  'personnel.absence.end': 'P..C...',
  'personnel.team-move.record': 'P..C...',
  'personnel.course.list': 'PAFCT.U',
  'personnel.course.get': 'PAFCT.U',
  'personnel.course.record': 'P..C...',
  'personnel.attendance.list': 'PAFCT.U',
  'personnel.attendance.record': 'P..C...',
  'personnel.training-day.list': 'PAFCT.U',
  'personnel.certificate.list': 'PAFCT.U',
  'personnel.certificate.issue': 'P..C...',
  'personnel.certificate.end': 'P..C...',
  'personnel.issue-norm.list': 'PAFCT.U',
  'personnel.issue-norm.set': 'P......',
  'personnel.issue.list': 'PAFCT.U',
  'personnel.issue.record': 'P..C...',
  'personnel.issue.return': 'P..C...',
  'personnel.issue.need': 'PAFCT.U',
  'personnel.paper-template.list': 'PAFCT.U',
  'personnel.paper-template.keep': 'services',
  'personnel.paper-template.open': 'services',
  'personnel.paper.make': 'services',
  'personnel.setting.list': 'PAFCT.U',
  'personnel.setting.set': 'P......',
  'personnel.recruitment.list': 'PA.C..U',
  'personnel.recruitment.get': 'PA.C..U',
  'personnel.recruitment.foresee': 'P..C...',
  'personnel.recruitment.examine': 'P..C...',
  'personnel.recruitment.plan': 'P..C...',
  'personnel.recruitment.step': 'P..C...',
  'personnel.recruitment.take-back': 'P..C...',
  'personnel.application.receive': 'P..C...',
  'personnel.application.complete': 'P..C...',
  'personnel.holiday.list': 'PAFCT.U',
  'personnel.holiday.set': 'P......',
  'personnel.holiday.remove': 'P......',
  'personnel.force-statistics.get': 'PAFCT.U',
  'personnel.job.start': 'services',
  'personnel.job.apply': 'services',
  'personnel.job.get': 'services',
  'personnel.job.list': 'services',
  'personnel.job.errors': 'services',
};

/** Routes without an operation of their own; kinds of imports and layers of tiles have their own tests. */
const ofOthers: Record<string, string> = {
  'post /sessions': 'everybody',
  'post /sessions/refresh': 'everybody',
  'delete /sessions/current': 'everybody',
  'get /tiles/{layer}/{z}/{x}/{y}': 'PAFCTGU',
  'post /imports': 'PAFCTGU',
  'get /imports/roster-template.xlsx': 'P..C...',
  'get /jobs': 'PAFCTGU',
  'get /jobs/{id}': 'PAFCTGU',
  'get /jobs/{id}/errors.xlsx': 'PAFCTGU',
  'post /jobs/{id}/applications': 'PAFCTGU',
  'post /jobs/{id}/hand-overs': 'P......',
  'post /files': 'PAFCTGU',
  'get /files/{id}': 'PAFCTGU',
  'post /people/{personId}/files': 'P..C...',
  'get /person-files/{id}': 'PAFCT.U',
  'get /ogc': 'everybody',
  'get /ogc/collections': 'PAFCTGU',
  'get /ogc/collections/{collection}/items': 'PAFCTGU',
  'get /coverage/map.pdf': 'PAFCT.U',
  // A list as a file is for whom the list is.
  ...Object.fromEntries(
    exportedLists.flatMap(({ route, operation, formats }) =>
      formats.map((format) => [
        `get ${route.replace(/:(\w+)/g, '{$1}')}.${format}`,
        ofOperations[operation.subject]!,
      ]),
    ),
  ),
  'get /drafts/{id}/decision.docx': 'P.....U',
  'get /quotas/comparison.xlsx': 'PAFC..U',
  'get /payrolls/{id}/export.xlsx': 'P.FC..U',
  'get /papers/{kind}/{of}.docx': 'PAFCTGU',
  'get /paper-templates/{kind}.docx': 'PAFCTGU',
  'post /paper-templates/{kind}': 'P......',
  'get /live': 'PAFCTGU',
};

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

type Method = 'get' | 'post' | 'put' | 'delete';

/** The gateway's own verdict: whatever a service (here: none) or the input would say counts as let through. */
async function verdict(method: Method, path: string, authorization?: string): Promise<string> {
  const asked = request(gateway.url)[method](`/api${path}`);
  if (authorization) asked.set('authorization', authorization);
  if (path === '/live') asked.buffer(false).timeout(150);
  const { body } = await asked.catch(() => ({ body: {} as { type?: string; reason?: string } }));
  if (body.reason === 'cross-origin') return 'let through';
  if (['not-signed-in', 'not-allowed', 'password-change-required'].includes(body.type)) {
    return body.type;
  }
  return body.type === 'no-such-route' ? 'nowhere' : 'let through';
}

async function check(method: Method, path: string, who: string, everybody = false): Promise<void> {
  expect(await verdict(method, path)).toBe(everybody ? 'let through' : 'not-signed-in');
  for (const role of Role.options) {
    const { authorization } = gateway.signIn(role);
    const expected = everybody || who.includes(letters[role]) ? 'let through' : 'not-allowed';
    expect([role, await verdict(method, path, authorization)]).toEqual([role, expected]);
  }
}

test('every operation has its row, and no row is left over', () => {
  expect(Object.keys(ofOperations).sort()).toEqual(operations.map(({ subject }) => subject).sort());
  const routes = handWritten.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(ofOthers).sort()).toEqual(routes.sort());
});

describe('operations', () => {
  test.each(operations.map((operation) => [operation.subject, operation] as const))(
    '%s is for whom its row says',
    async (subject, { http }) => {
      const who = ofOperations[subject]!;
      if (who === 'services') return expect(http).toBeUndefined();
      const [method, path] = http!.split(' ') as [string, string];
      const example = path.replace(/:\w+/g, '0198c0de-0000-7000-8000-000000000001');
      await check(method.toLowerCase() as Method, example, who, who === 'everybody');
    },
  );
});

describe('other routes', () => {
  test.each(Object.entries(ofOthers))('%s is for whom its row says', async (route, who) => {
    const [method, path] = route.split(' ') as [Method, string];
    const example = path.replace(/\{\w+\}/g, 'x');
    if (who !== 'everybody') return check(method, example, who);
    expect(['let through', 'not-signed-in']).toContain(await verdict(method, example));
  });
});

test('identity is asked about tokens only', () => {
  expect(new Set(gateway.services.asked.map(({ subject }) => subject))).toEqual(
    new Set([resolvePrincipal.subject]),
  );
});
