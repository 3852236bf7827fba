import { examineSelected, takeRecruitmentStep } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as RecruitmentPage } from './recruitment-page.tsx';
import { acted, candidate, drafted, id, recruiting, team } from './test-recruitment.ts';

const routes = [{ path: '/recruitments/:recruitmentId', element: <RecruitmentPage /> }];
const slowly = { timeout: 20_000 };
const minutes = 240_000;
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi();
});

const open = () => draw(routes, { at: `/recruitments/${id(1)}`, me: meAs('commune-officer') });
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** Presses the button of an act, waits for its form. (By texts: roles take seconds in a drawer.) */
async function begin(name: string) {
  const next = (await screen.findByText('Việc tiếp theo', {}, slowly)).closest('section')!;
  fireEvent.click(await within(next).findByText(name, { selector: 'button' }, slowly));
  await screen.findByText('Ghi', {}, slowly);
}
const record = () => fireEvent.click(screen.getByText('Ghi'));
/** Records, and waits until the form has gone. */
async function finish() {
  record();
  await waitFor(() => expect(screen.queryByText('Ghi')).toBeNull(), slowly);
}

test(
  'a recruitment is led from the issue of its plan to the posting of the decision, an act after another',
  async () => {
    const [an, binh] = [candidate(11, 'Nguyễn Văn An'), candidate(12, 'Trần Thị Bình')];
    const { held, taken } = recruiting(api, { candidates: [an, binh] });
    open();
    await begin('Ban hành kế hoạch');
    type('Số kế hoạch', '11/KH-UBND');
    await finish();
    // The keyboard stands where it says what is next.
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Việc tiếp theo'), slowly);
    await begin('Niêm yết kế hoạch');
    await finish();
    await begin('Duyệt danh sách');
    expect(screen.getByText(/Vào danh sách 2 người/)).toBeTruthy();
    await finish();
    await begin('Niêm yết danh sách');
    await finish();
    await begin('Lập Hội đồng xét tuyển');
    type('Chủ tịch Hội đồng', 'Lê Văn Chủ');
    type('Phó Chủ tịch Hội đồng', 'Phạm Văn Phó');
    for (const body of ['Đoàn Thanh niên', 'Hội Liên hiệp Phụ nữ', 'Hội Nông dân']) {
      type(body, `Đại diện ${body}`);
    }
    for (const body of ['Công chức cấp xã', 'Thôn, tổ dân phố', 'Ban công tác Mặt trận']) {
      type(body, `Đại diện ${body}`);
    }
    expect(await screen.findByText('Hội đồng có 8 người.', {}, slowly)).toBeTruthy();
    await finish();
    held.now.result = { selected: [an.id, binh.id], passed: [], failed: [], tie: null };
    await begin('Họp xét tuyển');
    expect(screen.getByText(/phải có mặt từ 5 người trở lên/)).toBeTruthy();
    expect(await screen.findByText(/từ 5 trên 8 phiếu/, {}, slowly)).toBeTruthy();
    type('Thư ký', 'Đỗ Thị Thư');
    type('Nguyễn Văn An', '8');
    type('Trần Thị Bình', '5');
    await finish();
    await begin('Ký biên bản');
    expect(screen.getByText('Nguyễn Văn An (8), Trần Thị Bình (5)')).toBeTruthy();
    await finish();
    await begin('Thông báo kết quả');
    await finish();
    await begin('Trình công nhận');
    await screen.findAllByText(team.name);
    await finish();
    await begin('Quyết định công nhận');
    await waitFor(() => expect(screen.getAllByText(/Đủ điều kiện/)).toHaveLength(2), slowly);
    type('Số quyết định', '45/QĐ-UBND');
    await finish();
    await begin('Niêm yết quyết định');
    await finish();

    expect(await screen.findByText(/Đã công nhận 2 người/, {}, slowly)).toBeTruthy();
    const usual = ['Trụ sở HĐND, UBND xã Tân Lập', 'Trụ sở Công an xã Tân Lập'];
    const step = (name: string) => taken.find((act) => act.step === name);
    expect(taken).toHaveLength(11);
    expect(step('posted')).toMatchObject({ places: expect.arrayContaining(usual), until: null });
    expect(step('council-set')).toMatchObject({ chair: 'Lê Văn Chủ', reason: '' });
    expect(step('met')).toMatchObject({
      present: 8,
      ballot: { way: 'hands', chairing: 'Lê Văn Chủ', secretary: 'Đỗ Thị Thư' },
      votes: [
        { applicationId: an.id, votes: 8 },
        { applicationId: binh.id, votes: 5 },
      ],
    });
    expect(step('proposed')).toMatchObject({
      members: [
        { applicationId: an.id, teamId: team.id, position: 'ordinary' },
        { applicationId: binh.id, teamId: team.id, position: 'ordinary' },
      ],
    });
    expect(step('decided')).toMatchObject({
      decision: { number: '45/QĐ-UBND' },
      members: [{ applicationId: an.id }, { applicationId: binh.id }],
    });
  },
  minutes,
);

const listPosted = acted(
  { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' },
  { step: 'posted', on: '2026-02-03', places: ['Nhà văn hóa'], until: null },
  { step: 'list-approved', on: '2026-02-27' },
  { step: 'list-posted', on: '2026-03-02', places: ['Nhà văn hóa'], until: null },
);

test(
  'of those with equal votes at the last place as many are chosen as there are places, with the reason',
  async () => {
    const three = [
      candidate(11, 'Nguyễn Văn An', { listed: true, votes: 8 }),
      candidate(12, 'Trần Thị Bình', { listed: true, votes: 6 }),
      candidate(13, 'Lê Văn Cường', { listed: true, votes: 6 }),
    ];
    const [an, binh, cuong] = three.map((one) => one.id) as [string, string, string];
    const { taken } = recruiting(api, {
      candidates: three,
      acts: listPosted,
      next: ['minutes-signed'],
      result: {
        selected: [an],
        passed: [binh, cuong],
        failed: [],
        tie: { ids: [binh, cuong], places: 1 },
      },
    });
    open();
    await begin('Ký biên bản');
    expect(
      screen.getByText('2 người bằng phiếu, còn 1 chỗ: chọn theo quyết định của Hội đồng'),
    ).toBeTruthy();
    record();
    expect(await screen.findByText('Chọn đúng 1 người', {}, slowly)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Lê Văn Cường'));
    type('Hội đồng quyết định thế nào', 'Biểu quyết lại, 5 trên 8 phiếu');
    await finish();
    expect(taken).toMatchObject([{ chosen: [cuong], reason: 'Biểu quyết lại, 5 trên 8 phiếu' }]);
  },
  minutes,
);

test(
  'a council without one of the bodies is recorded with the reason, and a refusal stands at its field',
  async () => {
    const { taken } = recruiting(api, { acts: listPosted, next: ['council-set'] });
    open();
    await begin('Lập Hội đồng xét tuyển');
    type('Chủ tịch Hội đồng', 'Lê Văn Chủ');
    type('Phó Chủ tịch Hội đồng', 'Phạm Văn Phó');
    for (const body of ['Đoàn Thanh niên', 'Hội Liên hiệp Phụ nữ', 'Công chức cấp xã']) {
      type(body, `Đại diện ${body}`);
    }
    for (const body of ['Thôn, tổ dân phố', 'Ban công tác Mặt trận']) {
      type(body, `Đại diện ${body}`);
    }
    record();
    expect(
      await screen.findByText('Ghi lý do, hoặc bổ sung đại diện còn thiếu', {}, slowly),
    ).toBeTruthy();
    expect(taken).toEqual([]);
    await screen.findByLabelText('Lý do chưa có đại diện: Hội Nông dân', {}, slowly);
    type('Lý do chưa có đại diện: Hội Nông dân', 'Hội Nông dân đang khuyết người đứng đầu');
    api.on(takeRecruitmentStep, () =>
      refuse('recruitment-step-out-of-order', 409, { step: 'council-set', needs: 'issued' }),
    );
    record();
    const told = await screen.findByText(/Chưa thể ghi bước này/, {}, slowly);
    expect(told.closest('.ant-form-item')?.textContent).toContain('Ngày thực hiện');
    const again = recruiting(api, { acts: listPosted, next: ['council-set'] });
    await finish();
    expect(again.taken).toMatchObject([
      { members: expect.any(Array), reason: 'Hội Nông dân đang khuyết người đứng đầu' },
    ]);
  },
  minutes,
);

test(
  'a secret ballot is recorded with its stamp and the team that counted',
  async () => {
    const an = candidate(11, 'Nguyễn Văn An', { listed: true });
    const { taken } = recruiting(api, {
      candidates: [an],
      acts: listPosted,
      next: ['met'],
      firstMeetingDay: '2026-03-24',
      council: { size: 8, least: 5 },
    });
    open();
    await begin('Họp xét tuyển');
    type('Số người có mặt', '4');
    fireEvent.click(screen.getByLabelText('Bỏ phiếu kín'));
    type('Người chủ trì', 'Lê Văn Chủ');
    await screen.findByLabelText('Tổ trưởng kiểm phiếu', {}, slowly);
    type('Tổ trưởng kiểm phiếu', 'Vũ Văn Kiểm');
    type('Tổ phó kiểm phiếu', 'Vũ Thị Phó');
    const counters = screen.getByLabelText('Ủy viên kiểm phiếu');
    fireEvent.change(counters, { target: { value: 'Hà Văn Đếm;' } });
    type('Thư ký', 'Đỗ Thị Thư');
    type('Thư ký kiểm phiếu', 'Đỗ Thị Thư');
    type('Nguyễn Văn An', '6');
    record();
    expect(
      await screen.findByText('Phiếu phải đóng dấu thì kết quả mới có giá trị', {}, slowly),
    ).toBeTruthy();
    expect(screen.getByText('Phải có mặt từ 5 trên 8 người')).toBeTruthy();
    expect(screen.getByText('Không quá 4 phiếu, bằng số người có mặt')).toBeTruthy();
    type('Số người có mặt', '7');
    fireEvent.click(screen.getByLabelText(/có đóng dấu của UBND xã/));
    await finish();
    expect(taken).toMatchObject([
      {
        present: 7,
        ballot: {
          way: 'secret',
          stamped: true,
          countingTeam: { head: 'Vũ Văn Kiểm', members: ['Hà Văn Đếm'], secretary: 'Đỗ Thị Thư' },
        },
      },
    ]);
  },
  minutes,
);

test(
  'whom the law refuses is told by name and left out of the decision; a soft rule is accepted with its reason',
  async () => {
    const placed = { outcome: 'selected' as const, teamId: team.id, position: 'ordinary' as const };
    const an = candidate(11, 'Nguyễn Văn An', placed);
    const binh = candidate(12, 'Trần Thị Bình', placed);
    const { taken } = recruiting(api, {
      candidates: [an, binh],
      acts: listPosted,
      next: ['decided'],
    });
    const finding = (rule: string, severity: string) => ({
      ...{ rule, severity, article: 'Art. 13.2', count: null, limit: null },
    });
    api.on(examineSelected, () => ({
      items: [
        { applicationId: an.id, findings: [finding('education-unknown', 'soft')], refusal: null },
        {
          applicationId: binh.id,
          findings: [finding('background-unknown', 'hard')],
          refusal: null,
        },
      ],
    }));
    open();
    await begin('Quyết định công nhận');
    const refused = await screen.findByText(/chưa có kết quả xác minh lý lịch/, {}, slowly);
    expect(refused.closest('fieldset')?.textContent).toContain('Trần Thị Bình');
    type('Số quyết định', '45/QĐ-UBND');
    record();
    expect(
      await screen.findByText(/Đánh dấu từng mục, hoặc bỏ người này/, {}, slowly),
    ).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/chưa cho biết trình độ học vấn/));
    type('Lý do và căn cứ', 'Đã đối chiếu học bạ');
    api.on(takeRecruitmentStep, () =>
      refuse('person-serves-in-one-team-a-day', 409, { applicationId: an.id }),
    );
    record();
    const told = await screen.findByText(/đang tham gia một Tổ khác/, {}, slowly);
    expect(told.closest('fieldset')?.textContent).toContain('Nguyễn Văn An');
    expect(taken).toEqual([]);
    expect(api.lastOf(takeRecruitmentStep)).toMatchObject({
      act: {
        members: [
          { applicationId: an.id, accept: ['education-unknown'], reason: 'Đã đối chiếu học bạ' },
        ],
      },
    });
  },
  minutes,
);

test('an act that was done opens to what was recorded of it', async () => {
  recruiting(api, {
    acts: acted(
      { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' },
      {
        step: 'council-set',
        on: '2026-02-26',
        number: '31/QĐ-UBND',
        chair: 'Lê Văn Chủ',
        viceChair: 'Phạm Văn Phó',
        members: [{ name: 'Hà Thị Thanh', body: 'youth-union' }],
        reason: 'Chưa kiện toàn',
      },
    ),
    next: [],
  });
  open();
  const council = await screen.findByText('Lập Hội đồng xét tuyển, 26/02/2026', {}, slowly);
  const record = council.closest('details')!;
  expect(record.textContent).toContain('Đoàn Thanh niênHà Thị Thanh');
  expect(record.textContent).toContain('Chưa kiện toàn');
  expect(record.textContent).toContain('xa ghi lúc 01/11/2026 09:00');
  expect(screen.getByText('11/KH-UBND')).toBeTruthy();
});

test('who may only read, or looks at an earlier day, is offered no act', async () => {
  recruiting(api);
  const at = `/recruitments/${drafted.id}`;
  const reader = draw(routes, { at, me: meAs('auditor') });
  expect(await screen.findByText('Ban hành kế hoạch', {}, slowly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ban hành kế hoạch' })).toBeNull();
  reader.unmount();
  draw(routes, { at: `${at}?on=2026-02-03`, me: meAs('commune-officer') });
  expect(await screen.findByText(/Đang xem ngày 03\/02\/2026/, {}, slowly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ban hành kế hoạch' })).toBeNull();
});
