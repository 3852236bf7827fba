import { listPersonFiles, type PersonFile, withdrawPersonFile } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { PersonFiles } from './person-files.tsx';
import { PersonPortrait } from './person-portrait.tsx';
import { id, person } from './test-people.ts';

const routes = [
  { path: '/files', element: <PersonFiles person={person} /> },
  { path: '/portrait', element: <PersonPortrait person={person} /> },
];
// Styles of the whole page are not looked up for each touch.
const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
let api: FakeApi;

const kept: PersonFile = {
  id: id(40),
  personId: person.id,
  kind: 'decision',
  name: 'Quyết định 15.pdf',
  type: 'application/pdf',
  size: 120_000,
  sha256: '0'.repeat(64),
  keptAt: '2026-07-30T03:00:00.000Z',
  withdrawn: false,
};

beforeEach(() => {
  api = new FakeApi().on(listPersonFiles, () => ({ items: [kept], withheld: [] }));
});

test('files stand by what they are; what is kept from the reader is said', async () => {
  api.on(listPersonFiles, () => ({ items: [kept], withheld: ['other'] }));
  draw(routes, { at: '/files', me: meAs('auditor') });
  expect(await screen.findByText('Quyết định 15.pdf')).toBeTruthy();
  const other = screen.getByRole('heading', { name: /Giấy tờ khác/ }).parentElement!;
  expect(within(other).getByText('Không hiển thị với vai trò của bạn.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Thêm/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Gỡ Quyết định 15.pdf' })).toBeNull();
});

test('a file is kept with the record at once, as what it was chosen for', async () => {
  const sent: object[] = [];
  api.hand('POST', '/people/:personId/files', (input) => {
    sent.push(input);
    return kept;
  });
  draw(routes, { at: '/files', me: meAs('commune-officer') });
  const input = await screen.findByLabelText('Thêm văn bằng, chứng chỉ', { selector: 'input' });
  await user.upload(input, new File(['%PDF-'], 'Bằng.pdf', { type: 'application/pdf' }));
  await waitFor(() => expect(sent).toEqual([{ personId: person.id, kind: 'certificate' }]));
});

test('what the service refuses is told, and a file past 10 MB is not sent', async () => {
  let asked = 0;
  api.hand('POST', '/people/:personId/files', () => {
    asked += 1;
    return refuse('file-type-not-allowed', 422, { name: 'Bằng.pdf', allowed: ['image/png'] });
  });
  draw(routes, { at: '/files', me: meAs('commune-officer') });
  const input = await screen.findByLabelText('Thêm quyết định', { selector: 'input' });
  const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'lớn.pdf', {
    type: 'application/pdf',
  });
  await user.upload(input, large);
  expect(await screen.findByText(/lớn\.pdf: lớn hơn 10 MB/)).toBeTruthy();
  expect(asked).toBe(0);
  await user.upload(input, new File(['<html>'], 'Bằng.pdf', { type: 'application/pdf' }));
  expect(await screen.findByText(/Bằng\.pdf/)).toBeTruthy();
  expect(asked).toBe(1);
});

test('a file that was kept by mistake is withdrawn with a reason', async () => {
  api.on(withdrawPersonFile, () => ({ ...kept, withdrawn: true }));
  draw(routes, { at: '/files', me: meAs('commune-officer') });
  await user.click(await screen.findByRole('button', { name: 'Gỡ Quyết định 15.pdf' }));
  await user.type(await screen.findByLabelText('Lý do hủy'), 'Kèm nhầm tệp');
  await user.click(screen.getByRole('button', { name: 'Hủy tệp' }));
  await waitFor(() =>
    expect(api.lastOf(withdrawPersonFile)).toEqual({ id: kept.id, reason: 'Kèm nhầm tệp' }),
  );
}, 120_000);

test('nobody is asked for a portrait who may not bring one, and none is fetched where there is none', async () => {
  const reader = draw(routes, { at: '/portrait', me: meAs('team-leader') });
  await waitFor(() => expect(api.lastOf(listPersonFiles)).toBeTruthy());
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
  reader.unmount();
  draw(routes, { at: '/portrait', me: meAs('commune-officer') });
  expect(await screen.findByRole('button', { name: 'Thêm ảnh chân dung' })).toBeTruthy();
});
