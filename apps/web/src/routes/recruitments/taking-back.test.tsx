import { takeBackRecruitmentStep } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as RecruitmentPage } from './recruitment-page.tsx';
import { acted, candidate, id, recruiting } from './test-recruitment.ts';

const routes = [{ path: '/recruitments/:recruitmentId', element: <RecruitmentPage /> }];
const slowly = { timeout: 20_000 };
const minutes = 120_000;
const at = `/recruitments/${id(1)}`;
const acts = acted(
  { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' },
  { step: 'posted', on: '2026-02-03', places: ['Nhà văn hóa'], until: null },
  { step: 'list-approved', on: '2026-02-27' },
);
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi();
});

test(
  'an act that nothing rests on is taken back with a reason, and stays in sight as taken back',
  async () => {
    const an = candidate(11, 'Nguyễn Văn An', { listed: true });
    const { held } = recruiting(api, {
      ...{ acts, next: ['list-posted'], revocable: ['list-approved'], candidates: [an] },
    });
    draw(routes, { at, me: meAs('commune-officer') });
    const buttons = await screen.findAllByRole('button', { name: /^Rút lại/ }, slowly);
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Rút lại duyệt danh sách']);
    fireEvent.click(buttons[0]!);
    expect(await screen.findByText(/danh sách không còn ai/, {}, slowly)).toBeTruthy();
    const submit = screen.getByText('Rút lại', { selector: '.ant-drawer-footer *' });
    fireEvent.click(submit);
    expect(await screen.findByText('Ghi rõ lý do, từ 5 đến 500 ký tự', {}, slowly)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Lý do rút lại'), {
      target: { value: '  Ghi nhầm sang đợt khác ' },
    });
    api.on(takeBackRecruitmentStep, () =>
      refuse('recruitment-step-is-built-on', 409, {
        ...{ step: 'list-approved', on: '2026-02-27', by: 'list-posted', byOn: '2026-03-02' },
      }),
    );
    fireEvent.click(submit);
    expect(await screen.findByText(/một bước sau, ngày 02\/03\/2026/, {}, slowly)).toBeTruthy();
    api.on(takeBackRecruitmentStep, ({ reason }) => {
      const [approval] = held.now.acts.slice(-1);
      const told = { takenBackAt: '2026-11-01T03:00:00Z', takenBackBy: 'xa', listed: [an.id] };
      held.now = {
        ...held.now,
        ...{ acts: held.now.acts.slice(0, -1), revocable: ['posted'], next: ['list-approved'] },
        takenBack: [{ ...approval!, ...told, reason: String(reason) }],
        candidates: [{ ...an, listed: false }],
      };
      return held.now;
    });
    fireEvent.click(submit);
    const told = await screen.findByText(/Ghi nhầm sang đợt khác \(xa rút lại lúc/, {}, slowly);
    expect(told.closest('details')!.textContent).toContain('Nguyễn Văn An');
    expect(told.closest('summary')!.textContent).toContain('Duyệt danh sách, 27/02/2026');
    expect(api.lastOf(takeBackRecruitmentStep)).toMatchObject({
      recruitmentId: id(1),
      step: 'list-approved',
      recordedAt: '2026-11-01T02:00:00Z',
      reason: 'Ghi nhầm sang đợt khác',
    });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Việc tiếp theo'), slowly);
  },
  minutes,
);

test('who may only read, or looks at an earlier day, takes nothing back and has the forms', async () => {
  const binh = candidate(12, 'Trần Thị Bình');
  recruiting(api, { acts, revocable: ['list-approved'], candidates: [binh] });
  const reader = draw(routes, { at, me: meAs('auditor') });
  const form = { name: 'Mẫu văn bản Trần Thị Bình' };
  expect(await screen.findByRole('button', form, slowly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Rút lại/ })).toBeNull();
  reader.unmount();
  draw(routes, { at: `${at}?on=2026-03-01`, me: meAs('commune-officer') });
  expect(await screen.findByRole('button', form, slowly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Rút lại/ })).toBeNull();
});
