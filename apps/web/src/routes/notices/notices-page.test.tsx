import { chooseNotices, getNoticeChoice } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as NoticesPage } from './notices-page.tsx';

const routes = [{ path: '/notices', element: <NoticesPage /> }];
const choice = { email: '', message: false, phone: '', ways: { mail: true, message: false } };

test('I give an address for the digest, and see which ways the installation does not have', async () => {
  const api = new FakeApi()
    .on(getNoticeChoice, () => choice)
    .on(chooseNotices, ({ email }) => ({ ...choice, email }));
  draw(routes, { at: '/notices', me: meAs('commune-officer') });
  const user = userEvent.setup();
  const field = await screen.findByLabelText('Địa chỉ thư điện tử');
  expect(screen.getByText(/chưa nối với cổng tin nhắn/)).toBeTruthy();
  expect(screen.getByRole('switch')).toHaveProperty('disabled', true);
  await user.type(field, 'không phải địa chỉ');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(await screen.findByText('Địa chỉ thư chưa đúng')).toBeTruthy();
  expect(api.lastOf(chooseNotices)).toBeUndefined();
  await user.clear(field);
  await user.type(field, 'can-bo@example.vn');
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() =>
    expect(api.lastOf(chooseNotices)).toEqual({ email: 'can-bo@example.vn', message: false }),
  );
});
