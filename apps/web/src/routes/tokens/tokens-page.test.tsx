import { createToken, deleteToken, listTokens } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as TokensPage } from './tokens-page.tsx';

const token = {
  id: '0199f000-0000-7000-8000-000000000001',
  name: 'Đồng bộ báo cáo',
  createdAt: '2026-11-01T02:00:00Z',
  expiresOn: '2099-03-01',
  lastUsedAt: null,
};
const routes = [{ path: '/tokens', element: <TokensPage /> }];
const user = userEvent.setup();

test('a token is shown once when it is made', async () => {
  new FakeApi()
    .on(listTokens, () => ({ items: [] }))
    .on(createToken, ({ id, name, expiresOn }) => ({
      ...token,
      id,
      name,
      expiresOn,
      secret: 'antt_x',
    }));
  draw(routes, { at: '/tokens', me: meAs('auditor') });
  await user.click(await screen.findByRole('button', { name: 'Tạo mã' }));
  await user.type(await screen.findByLabelText('Dùng để làm gì'), 'Kết xuất');
  await user.click(screen.getByRole('button', { name: 'Tạo mã' }));
  expect(await screen.findByText('antt_x')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Đã cất, đóng lại' }));
  await waitFor(() => expect(screen.queryByText('antt_x')).toBeNull());
});

test('a token is withdrawn after a question', async () => {
  const api = new FakeApi().on(listTokens, () => ({ items: [token] })).on(deleteToken, () => ({}));
  draw(routes, { at: '/tokens', me: meAs('auditor') });
  await user.click(await screen.findByRole('button', { name: 'Thu hồi' }));
  const sure = await screen.findByRole('tooltip');
  await user.click(within(sure).getByRole('button', { name: 'Thu hồi' }));
  await waitFor(() => expect(api.lastOf(deleteToken)).toEqual({ id: token.id }));
});
