import {
  appraiseProposal,
  getProposal,
  listProposals,
  listQuotas,
  listUnits,
  sendProposal,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ProposalsPage } from './proposals-page.tsx';

const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const proposal = {
  id: id(1),
  unitId: id(2),
  effectiveFrom: '2027-01-01',
  villages: null,
  teams: 8,
  members: 24,
  leaders: null,
  deputies: null,
  ordinary: null,
  reason: 'Thôn mới đông dân',
  paperNumber: '12/TTr-UBND',
  status: 'sent' as const,
  accepted: null,
  draftId: null,
  sentAt: '2026-11-20T02:00:00Z',
  sentBy: 'xa',
  unitName: 'Tân Lập',
  unitKind: 'xã',
  decided: { teams: 7, members: 21 },
  active: 7,
};
const routes = [{ path: '/proposals', element: <ProposalsPage /> }];
const user = userEvent.setup();
let api: FakeApi;

beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1200 });
  api = new FakeApi()
    .on(listProposals, () => ({
      items: [proposal],
      nextCursor: null,
      total: 1,
      counts: { sent: 1, accepted: 0, returned: 0 },
    }))
    .on(getProposal, () => ({
      ...proposal,
      files: [],
      steps: [
        { step: 'sent', by: 'xa', at: '2026-11-20T02:00:00Z', reason: 'Thôn mới', figures: null },
      ],
    }))
    .on(listUnits, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(listQuotas, () => ({
      items: [],
      nextCursor: null,
      total: 0,
      totals: { villages: 0, teams: 0, members: 0, active: 0 },
    }))
    .on(appraiseProposal, ({ figures }) => {
      const { unitName: _, unitKind: __, decided: ___, active: ____, ...sent } = proposal;
      return { ...sent, status: 'accepted', accepted: figures };
    });
});

test('the province accepts a proposal with other figures and says why', async () => {
  draw(routes, { at: `/proposals?proposal=${id(1)}`, me: meAs('provincial-administrator') });
  const panel = await screen.findByRole('dialog');
  const teams = await within(panel).findByLabelText('Số Tổ chấp nhận');
  fireEvent.change(teams, { target: { value: '7' } });
  fireEvent.change(within(panel).getByLabelText(/Ý kiến/), { target: { value: 'Theo định mức' } });
  await user.click(within(panel).getByRole('button', { name: 'Chấp nhận' }));
  await waitFor(() =>
    expect(api.lastOf(appraiseProposal)).toMatchObject({
      verdict: 'accept',
      figures: { teams: 7, members: 24 },
      reason: 'Theo định mức',
    }),
  );
}, 20_000);

test('who may not decide sees the history and no appraisal', async () => {
  draw(routes, { at: `/proposals?proposal=${id(1)}`, me: meAs('area-officer') });
  expect(await screen.findByText('Thôn mới')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Chấp nhận' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Gửi đề nghị/ })).toBeNull();
});

test('a proposal is not sent without figures and reason', async () => {
  draw(routes, { at: '/proposals', me: meAs('commune-officer') });
  await user.click((await screen.findAllByRole('button', { name: /Gửi đề nghị/ }))[0]!);
  const form = await screen.findByRole('dialog');
  await user.click(within(form).getByRole('button', { name: 'Gửi đề nghị' }));
  expect((await within(form).findAllByText('Không được để trống')).length).toBeGreaterThan(3);
  expect(api.lastOf(sendProposal)).toBeUndefined();
}, 20_000);
