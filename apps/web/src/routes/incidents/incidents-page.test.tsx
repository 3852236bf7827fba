import {
  correctIncident,
  getIncident,
  type Incident,
  type IncidentKind,
  listIncidentKinds,
  listIncidents,
  listPoints,
  listTeams,
  recordIncident,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { currentOutbox, openOutbox, putEntry, removeEntry } from '../../outbox/outbox.ts';
import { signIn } from '../../session/session.ts';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';

// There is nothing to draw a map on here.
jest.unstable_mockModule('../../map/place-map.tsx', () => ({ default: () => null }));
jest.unstable_mockModule('../../map/incident-map.tsx', () => ({ default: () => null }));
const { incidentKey } = await import('./incident-entry.ts');
const { Component: IncidentsPage } = await import('./incidents-page.tsx');
const { Component: IncidentPage } = await import('./incident-page.tsx');

const id = (n: number) => `0199e100-0000-7000-8000-00000000000${n}`;
const kind: IncidentKind = {
  ...{
    id: id(9),
    code: 'good-deed',
    name: 'Việc tốt, người tốt',
    nameEn: 'Good deed',
    unitId: null,
  },
  ...{
    taskGroup: 'T2',
    origin: 'record',
    reported: 'asked',
    onScene: 'none',
    fields: [],
    feeds: [],
  },
  ...{ certainty: 'A', citation: 'Kế hoạch', inUse: true, validFrom: '2024-01-01', validTo: null },
};
const incident: Incident = {
  ...{
    id: id(1),
    teamId: id(2),
    kindCode: 'incident',
    kindName: 'Vụ việc',
    kindNameEn: 'Incident',
  },
  ...{ knownAt: '2026-09-10T13:00:00.000Z', reportedAt: '2026-09-10T13:04:00.000Z' },
  ...{ onSceneAt: '2026-09-10T13:15:00.000Z', reportDelay: 4, sceneDelay: 15, taskGroup: 'T1' },
  ...{ place: 'Cổng chợ', lon: null, lat: null, outOfArea: false, summary: '', acts: ['present'] },
  ...{ figures: { members: 2 }, sameAsId: null, teamName: 'Tổ thôn Chằm', state: 'standing' },
  details: [
    {
      code: 'members',
      name: 'Số thành viên',
      nameEn: 'Members',
      value: 2,
      label: null,
      labelEn: null,
    },
  ],
  ...{ commune: { id: id(3), kind: 'xã', name: 'Tân Lập' }, files: 0, corrections: 0, version: 1 },
  ...{ recordedBy: 'to', recordedAt: '2026-09-10T14:00:00.000Z' },
};
const team = {
  ...{ id: id(2), code: 'T1', name: 'Tổ thôn Chằm', foundedOn: '2024-08-01', dissolvedOn: null },
  ...{ decisionNumber: '', decisionSignedOn: null, villages: [], workplace: null },
  commune: { id: id(3), kind: 'xã', name: 'Tân Lập' },
};
const listed = <T,>(...items: T[]) => ({ items, nextCursor: null, total: items.length });
const routes = [
  { path: '/incidents', element: <IncidentsPage /> },
  { path: '/incidents/:incidentId', element: <IncidentPage /> },
];
const on = '2026-09-30';
let api: FakeApi;

beforeEach(async () => {
  for (const entry of currentOutbox()?.entries ?? []) await removeEntry(entry);
  api = new FakeApi();
  const { account } = meAs('team-leader');
  api.hand('POST', '/sessions', () => ({ accessToken: 'a', expiresIn: 600, account }));
  await signIn('ai', 'mot cau ngan de nho');
  api
    .on(listIncidents, () => listed(incident))
    .on(listIncidentKinds, () => listed(kind))
    .on(listTeams, () => listed(team))
    .on(listPoints, () => ({ items: [] }))
    .on(getIncident, () => ({ ...incident, evidence: [], history: [] }));
});

test('the log shows the last month unless the address says otherwise, with how late a report was', async () => {
  draw(routes, { at: `/incidents?on=${on}`, me: meAs('commune-officer') });
  expect(await screen.findByText('Vụ việc')).toBeTruthy();
  expect(screen.getByText('4 phút')).toBeTruthy();
  expect(screen.getByText('Số thành viên: 2')).toBeTruthy();
  expect(api.lastOf(listIncidents)).toMatchObject({ from: '2026-08-31', to: on });
});

test('the profile tells the time-line, and only the commune police correct', async () => {
  draw(routes, { at: `/incidents/${id(1)}?on=${on}`, me: meAs('team-leader') });
  expect(await screen.findByText('sau 15 phút')).toBeTruthy();
  expect(screen.getByText('10/09/2026 20:00')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sửa' })).toBeNull();
});

test('a leader records with a kind and a time of the own team, and a refusal stands at its field', async () => {
  let refused = true;
  api.on(recordIncident, () =>
    refused ? refuse('incident-moment-is-to-come', 422, { field: 'knownAt' }) : incident,
  );
  draw(routes, { at: `/incidents?on=${on}&record=new`, me: meAs('team-leader') });
  const form = within(await screen.findByRole('dialog'));
  fireEvent.mouseDown(form.getByRole('combobox', { name: 'Loại việc' }));
  fireEvent.click((await screen.findAllByText('Việc tốt, người tốt')).at(-1)!);
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await screen.findByLabelText('Báo Công an lúc');
  type('Lúc biết', '23:50');
  type('Báo Công an lúc', '00:10');
  fireEvent.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  const told = await screen.findByText(/Thời điểm đã ghi chưa đến/);
  expect(told.closest('.ant-form-item')!.textContent).toContain('Lúc biết');
  refused = false;
  fireEvent.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  await screen.findByText('Đã ghi vào sổ.');
  const sent = api.lastOf(recordIncident) as { knownAt: string; reportedAt: string };
  expect(sent).toMatchObject({ teamId: id(2), kindCode: 'good-deed', lon: null, figures: {} });
  expect(Date.parse(sent.reportedAt) - Date.parse(sent.knownAt)).toBe(20 * 60_000);
}, 90_000);

test('the police say of a tip that it tells again of the one that came first', async () => {
  const first = { ...incident, id: id(8), kindCode: 'good-deed', place: 'Nhà văn hóa' };
  const wrong = { ...incident, kindCode: 'good-deed' };
  api
    .on(listIncidents, () => listed(wrong, first, { ...first, id: id(7), sameAsId: id(8) }))
    .on(getIncident, () => ({ ...wrong, evidence: [], history: [] }))
    .on(correctIncident, () => wrong);
  draw(routes, { at: `/incidents/${id(1)}?on=${on}`, me: meAs('commune-officer') });
  fireEvent.click(await screen.findByRole('button', { name: 'Sửa' }));
  fireEvent.mouseDown(await screen.findByRole('combobox', { name: 'Trùng với việc đã ghi' }));
  // neither itself nor one that repeats another
  const choices = await screen.findAllByText('10/09/2026 20:00 · Tổ thôn Chằm · Nhà văn hóa');
  fireEvent.click(choices.at(-1)!);
  fireEvent.change(screen.getByLabelText('Lý do'), { target: { value: 'Dân báo hai lần' } });
  fireEvent.click(screen.getByRole('button', { name: 'Ghi bản sửa' }));
  await screen.findByText('Đã sửa; bản trước được giữ lại.');
  expect(api.lastOf(correctIncident)).toMatchObject({ sameAsId: id(8), version: 1 });
}, 90_000);

test('a record that cannot be sent waits on the device with its photo, and is written on from there', async () => {
  const recorded = jest.fn(() => incident);
  const photo = jest.fn((asked: object) => asked);
  api.on(recordIncident, recorded).hand('POST', '/incidents/:incidentId/files', photo);
  const first = draw(routes, { at: `/incidents?on=${on}&record=new`, me: meAs('team-leader') });
  const form = within(await screen.findByRole('dialog'));
  fireEvent.mouseDown(form.getByRole('combobox', { name: 'Loại việc' }));
  fireEvent.click((await screen.findAllByText('Việc tốt, người tốt')).at(-1)!);
  await screen.findByLabelText('Báo Công an lúc');
  fireEvent.change(screen.getByLabelText('Lúc biết'), { target: { value: '23:50' } });
  const file = new File(['ảnh'], 'anh.jpg', { type: 'image/jpeg' });
  file.arrayBuffer ??= () => Promise.resolve(new ArrayBuffer(3));
  fireEvent.change(screen.getByLabelText('Thêm ảnh, tệp PDF'), { target: { files: [file] } });
  await screen.findByText('anh.jpg');
  api.unreachable = true;
  fireEvent.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  await screen.findByText('Đã giữ trên máy này, tự gửi khi có thể.');
  const [entry] = currentOutbox()!.entries;
  expect(entry).toMatchObject({
    ...{ kind: 'incident', state: 'waiting', title: 'Việc tốt, người tốt' },
    ...{ files: [{ name: 'anh.jpg' }], command: { teamId: id(2), kindCode: 'good-deed' } },
  });
  first.unmount();

  api.unreachable = false;
  draw(routes, {
    ...{ at: `/incidents?on=${on}&record=${String(entry!.command.id)}`, me: meAs('team-leader') },
  });
  const time: HTMLInputElement = await screen.findByLabelText('Lúc biết');
  expect(time.value).toBe('23:50');
  await screen.findByText('anh.jpg');
  fireEvent.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  await screen.findByText('Đã ghi vào sổ.');
  expect(api.lastOf(recordIncident)).toMatchObject({ id: entry!.command.id });
  expect(photo).toHaveBeenCalledTimes(1);
  expect(currentOutbox()!.entries).toEqual([]);
}, 90_000);

test('a photo that the device cannot keep is not shown as attached, and is named', async () => {
  draw(routes, { at: `/incidents?on=${on}&record=new`, me: meAs('team-leader') });
  await screen.findByRole('dialog');
  const choose = (name: string, bytes: () => Promise<ArrayBuffer>) => {
    const file = new File(['ảnh'], name, { type: 'image/jpeg' });
    file.arrayBuffer = bytes;
    const target = { files: [file] };
    fireEvent.change(screen.getByLabelText('Thêm ảnh, tệp PDF'), { target });
  };
  choose('anh-lon.jpg', () => Promise.reject(new DOMException('full', 'QuotaExceededError')));
  await screen.findByText(/Không giữ được anh-lon.jpg trên máy này/);
  expect(screen.queryByText('anh-lon.jpg')).toBeNull();
  expect(currentOutbox()!.isFull).toBe(true);
  choose('anh.jpg', () => Promise.resolve(new ArrayBuffer(3)));
  await screen.findByText('anh.jpg');
  await waitFor(() =>
    expect(currentOutbox()!.entries).toMatchObject([{ files: [{ name: 'anh.jpg' }] }]),
  );
}, 90_000);

test('while a photo is being put on the device, the record is not saved without it', async () => {
  draw(routes, { at: `/incidents?on=${on}&record=new`, me: meAs('team-leader') });
  await screen.findByRole('dialog');
  let go = () => {};
  const file = new File(['ảnh'], 'anh.jpg', { type: 'image/jpeg' });
  file.arrayBuffer = () =>
    new Promise((kept) => {
      go = () => kept(new ArrayBuffer(3));
    });
  fireEvent.change(screen.getByLabelText('Thêm ảnh, tệp PDF'), { target: { files: [file] } });
  const save = screen.getByRole('button', { name: /Lưu vào sổ/ });
  expect(save.className).toContain('loading');
  go();
  await screen.findByText('anh.jpg');
  await waitFor(() => expect(save.className).not.toContain('loading'));
}, 90_000);

test('a record whose kind is not known leaves no figures behind: it stays, and says so at its kind', async () => {
  const recorded = jest.fn(() => incident);
  api.on(recordIncident, recorded).on(listIncidentKinds, () => listed<IncidentKind>());
  const me = meAs('team-leader');
  await openOutbox(me.account.id);
  const at = new Date().toISOString();
  const fields = { kindCode: 'good-deed', day: today(), known: '00:00', figures: { members: 4 } };
  const command = { id: id(6), teamId: id(2), kindCode: 'good-deed', knownAt: at };
  await putEntry({
    ...{ kind: 'incident', key: incidentKey(me.account.id, id(6)), accountId: me.account.id },
    ...{ state: 'draft', title: '', note: '', lines: [], madeAt: at, changedAt: at, attempts: 0 },
    ...{ problem: null, command, fields, files: [], isRecorded: false },
  });
  draw(routes, { at: `/incidents?record=${id(6)}`, me });
  await screen.findByRole('dialog');
  fireEvent.click(screen.getByRole('button', { name: 'Lưu vào sổ' }));
  await screen.findByText(/Chưa rõ loại việc này của ngày đã chọn/);
  // What is kept meanwhile is no command that could leave.
  fireEvent.change(screen.getByLabelText('Lúc biết'), { target: { value: '00:01' } });
  const [entry] = currentOutbox()!.entries;
  expect(entry).toMatchObject({ state: 'draft', fields: { figures: { members: 4 } } });
  expect(entry!.command).toEqual({ id: id(6) });
  expect(recorded).not.toHaveBeenCalled();
}, 90_000);

test('where the phone stands reaches the device at once', async () => {
  const coords = { longitude: 106.1, latitude: 21.3 };
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: { getCurrentPosition: (told: (at: object) => void) => told({ coords }) },
  });
  draw(routes, { at: `/incidents?on=${on}&record=new`, me: meAs('team-leader') });
  await screen.findByRole('dialog');
  fireEvent.click(screen.getByRole('button', { name: 'Vị trí của tôi' }));
  await waitFor(() =>
    expect(currentOutbox()!.entries).toMatchObject([{ fields: { lon: 106.1, lat: 21.3 } }]),
  );
}, 90_000);
