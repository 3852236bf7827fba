import { Job, listAreas, listInstruments } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as ImportsPage } from './imports-page.tsx';
import { Component as JobPage } from './job-page.tsx';
import { FakeUpload } from './test-upload.ts';

// Whether a role can be seen is asked of every style of the page, which takes jsdom seconds; so is whether it
// can be clicked.
configure({ defaultHidden: true });

const id = (last: number) => `0199c000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const decision = {
  id: id(1),
  kind: 'decision',
  number: '01/2024/QĐ-UBND',
  issuer: 'UBND tỉnh',
  title: 'Giao số lượng',
  signedOn: '2024-06-28',
  effectiveFrom: '2024-07-01',
  effectiveTo: null,
  replaces: [],
  territory: [],
  quotas: 0,
};
const job = (more: Partial<Job> = {}): Job =>
  Job.parse({
    id: 'organisation.1',
    kind: 'quotas',
    dryRun: true,
    status: 'succeeded',
    fileName: 'phu-luc.xlsx',
    createdAt: '2026-11-22T08:00:00Z',
    finishedAt: '2026-11-22T08:00:02Z',
    progress: { phase: 'done', done: 192, total: 192 },
    options: { instrumentId: decision.id },
    counts: { read: 192, added: 190, changed: 0, unchanged: 2 },
    problems: [],
    errors: 0,
    warnings: 0,
    ...more,
  });
const unknownName = {
  code: 'unit-unknown',
  at: 'Phụ lục!B12',
  severity: 'error' as const,
  unit: 'Xã Cẩm Giang',
  found: 'Xã Cẩm Giàng (Huyện A)',
  candidates: [{ id: id(7), name: 'Xã Cẩm Giàng', parentName: 'Huyện A' }],
};
const annex = new File(['STT'], 'phu-luc.xlsx');
const routes = [
  { path: '/imports', element: <ImportsPage /> },
  { path: '/imports/:jobId', element: <JobPage /> },
];
const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
const administrator = meAs('provincial-administrator');
let api: FakeApi;

beforeEach(() => {
  FakeUpload.sent = [];
  globalThis.XMLHttpRequest = FakeUpload as never;
  sessionStorage.clear();
  api = new FakeApi()
    .on(listInstruments, () => ({ items: [decision], nextCursor: null, total: 1 }))
    .on(listAreas, () => ({ items: [] }))
    .hand('GET', '/jobs', () => ({ items: [], away: [] }));
});

const fieldOf = (sent: number, name: string) => FakeUpload.sent[sent]!.form.get(name);
const fileInput = () => document.querySelector<HTMLInputElement>('input[type=file]')!;

/** Opens the page for an annex and sends it to be checked; the service then answers with this job. */
async function checked(outcome: Job) {
  FakeUpload.answer = () => ({ status: 202, body: job({ status: 'queued' }) });
  api.hand('GET', '/jobs/:id', () => outcome);
  const drawn = draw(routes, {
    at: `/imports?kind=quotas&instrumentId=${decision.id}`,
    me: administrator,
  });
  await screen.findByText('Kéo tệp vào đây');
  fireEvent.change(fileInput(), { target: { files: [annex] } });
  await user.click(screen.getByRole('button', { name: 'Kiểm tra tệp' }));
  await waitFor(() => expect(drawn.router.state.location.pathname).toBe('/imports/organisation.1'));
  return drawn;
}

test('a file is always checked first, and applied only when asked to', async () => {
  const drawn = await checked(job());
  expect(FakeUpload.sent[0]!.address).toBe('/api/imports?kind=quotas&dryRun=true');
  expect(fieldOf(0, 'instrumentId')).toBe(decision.id);
  const applied: string[] = [];
  api.hand('POST', '/jobs/:id/applications', ({ id }) => {
    applied.push(String(id));
    return job({ id: 'organisation.9', dryRun: false, status: 'queued' });
  });
  await user.click(await screen.findByRole('button', { name: 'Áp dụng' }));
  await waitFor(() => expect(drawn.router.state.location.pathname).toBe('/imports/organisation.9'));
  expect(applied).toEqual(['organisation.1']);
  expect(FakeUpload.sent).toHaveLength(1);
}, 60_000);

test('a file with errors cannot be applied; a chosen unit goes along with the next check', async () => {
  await checked(job({ status: 'rejected', errors: 1, problems: [unknownName] }));
  expect(await screen.findByText('Chưa dùng được: 1 lỗi')).toBeTruthy();
  expect(screen.getByText('Phụ lục!B12')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Áp dụng' })).toBeNull();
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Đơn vị cho ô Phụ lục!B12' }));
  await user.click(await screen.findByText('Xã Cẩm Giàng – Huyện A'));
  await user.click(
    await screen.findByRole('button', { name: 'Kiểm tra lại với 1 đơn vị đã chọn' }),
  );
  await waitFor(() => expect(FakeUpload.sent).toHaveLength(2));
  expect(FakeUpload.sent[1]!.address).toContain('dryRun=true');
  expect(JSON.parse(String(fieldOf(1, 'choices')))).toEqual({ 'Phụ lục!B12': id(7) });
}, 60_000);

test('a file that breaks a rule is checked again once the rule is accepted with a reason', async () => {
  const broken = {
    ...{ code: 'decision-signed-later', at: 'A2', severity: 'error' as const },
    ...{ unit: '12/QĐ-UBND', on: '2026-10-05' },
  };
  await checked(job({ status: 'rejected', errors: 1, problems: [broken] }));
  const again = await screen.findByRole('button', { name: 'Kiểm tra lại' });
  expect(screen.getByText(/ký ngày 05\/10\/2026, sau ngày áp dụng/)).toBeTruthy();
  expect(screen.getByText(/hoặc chấp nhận điều trái quy định/)).toBeTruthy();
  expect(again).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'Quyết định của xã ký sau ngày áp dụng' }));
  expect(again).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox', { name: 'Lý do' }), 'Ký bổ sung');
  await user.click(again);
  await waitFor(() => expect(FakeUpload.sent).toHaveLength(2));
  expect(FakeUpload.sent[1]!.address).toContain('dryRun=true');
  expect(JSON.parse(String(fieldOf(1, 'accept')))).toEqual(['decision-signed-later']);
  expect(fieldOf(1, 'reason')).toBe('Ký bổ sung');
}, 60_000);

test('the same file again changes nothing, and there is nothing to apply', async () => {
  await checked(job({ counts: { read: 192, added: 0, changed: 0, unchanged: 192 } }));
  expect(await screen.findByText('Tệp này không thay đổi gì')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Áp dụng' })).toBeNull();
}, 60_000);

test('an annex without its decision is not sent', async () => {
  draw(routes, { at: '/imports?kind=quotas', me: administrator });
  await screen.findByText('Kéo tệp vào đây');
  fireEvent.change(fileInput(), { target: { files: [annex] } });
  await user.click(screen.getByRole('button', { name: 'Kiểm tra tệp' }));
  expect(await screen.findByText('Không được để trống')).toBeTruthy();
  expect(FakeUpload.sent).toHaveLength(0);
});

test('a file that is too large is refused before it is sent', async () => {
  draw(routes, { at: '/imports?kind=teams', me: administrator });
  await screen.findByText('Kéo tệp vào đây');
  const large = new File(['x'], 'to.xlsx');
  Object.defineProperty(large, 'size', { value: 51 * 1024 * 1024 });
  fireEvent.change(fileInput(), { target: { files: [large] } });
  expect(await screen.findByText(/lớn hơn 50 MB/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Kiểm tra tệp' })).toHaveProperty('disabled', true);
});

test('a checked job that is returned to is applied without its file', async () => {
  api
    .hand('GET', '/jobs/:id', ({ id }) =>
      id === 'organisation.2' ? job({ id }) : job({ id: String(id), dryRun: false }),
    )
    .hand('POST', '/jobs/:id/applications', () =>
      job({ id: 'organisation.3', dryRun: false, status: 'queued' }),
    );
  const { router } = draw(routes, { at: '/imports/organisation.2', me: administrator });
  await user.click(await screen.findByRole('button', { name: 'Áp dụng' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/imports/organisation.3'));
  expect(FakeUpload.sent).toHaveLength(0);
});

test('a refused application says why, and the file can be applied still', async () => {
  api
    .hand('GET', '/jobs/:id', () => job({ id: 'organisation.2' }))
    .hand('POST', '/jobs/:id/applications', () => refuse('too-many-open-jobs', 429));
  draw(routes, { at: '/imports/organisation.2', me: administrator });
  await user.click(await screen.findByRole('button', { name: 'Áp dụng' }));
  expect(await screen.findByText(/lần nhập chưa xong, là mức nhiều nhất/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(screen.queryByText(/lần nhập chưa xong, là mức nhiều nhất/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Áp dụng' })).toBeTruthy();
});

test('a job whose file was deleted says so and offers nothing that needs it', async () => {
  const warned = { ...unknownName, severity: 'warning' as const };
  const old = job({ id: 'organisation.2', fileKept: false, warnings: 1, problems: [warned] });
  api.hand('GET', '/jobs/:id', () => old);
  draw(routes, { at: '/imports/organisation.2', me: administrator });
  expect(await screen.findByText(/đã bị xóa vì quá thời hạn lưu/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Áp dụng' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Tải/ })).toBeNull();
});

test('a job that the platform failed shows the trace that its message asks for', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const failure = { code: 'internal', at: null, severity: 'error' as const, traceId };
  const failed = job({ status: 'failed', counts: {}, errors: 1, problems: [failure] });
  api.hand('GET', '/jobs/:id', () => failed);
  draw(routes, { at: '/imports/organisation.1', me: administrator });
  expect(await screen.findByText(`Mã vết: ${traceId}`)).toBeTruthy();
  expect(screen.getByText(/kèm mã vết dưới đây/)).toBeTruthy();
});

test('only what the account may bring in is offered', async () => {
  draw(routes, { at: '/imports', me: meAs('commune-officer') });
  await screen.findByText('Kéo tệp vào đây');
  const offered = screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent);
  expect(offered).toEqual([
    'Tổ bảo vệ ANTT',
    'Nơi làm việc',
    'Kiện toàn Tổ',
    'Danh sách thành viên',
  ]);
});
