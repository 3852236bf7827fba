import { defineTag, listTags, type Tag } from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as TagsPage } from './tags-page.tsx';

const routes = [{ path: '/units/tags', element: <TagsPage /> }];
const user = userEvent.setup();
const border: Tag = {
  code: 'border',
  name: 'Biên giới',
  nameEn: 'Border',
  levels: ['commune', 'village'],
  family: null,
};
const first: Tag = {
  code: 'class-1',
  name: 'Loại I',
  nameEn: 'Class I',
  levels: ['village'],
  family: 'class',
};
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi().on(listTags, () => ({ items: [border, first], nextCursor: null, total: 2 }));
});

test('the vocabulary says of each tag its code, its levels and what its family is called, and is searched without diacritics', async () => {
  draw(routes, { at: '/units/tags', me: meAs('auditor') });
  const row = await screen.findByRole('row', { name: /Biên giới/ });
  expect(row.textContent).toContain('border');
  expect(row.textContent).toContain('Xã, Thôn');
  expect(screen.getByRole('row', { name: /Loại I/ }).textContent).toContain('Phân loại I, II, III');
  await user.type(screen.getByRole('textbox', { name: 'Tìm đặc điểm' }), 'bien gioi');
  expect(screen.queryByRole('row', { name: /Loại I/ })).toBeNull();
});

test('who has the whole installation changes a tag; its code stays', async () => {
  api.on(defineTag, (tag) => tag);
  draw(routes, { at: '/units/tags', me: meAs('provincial-administrator') });
  await user.click(await screen.findByRole('button', { name: 'Biên giới' }));
  const dialog = await screen.findByRole('dialog');
  const name = await within(dialog).findByLabelText('Tên tiếng Việt');
  expect((within(dialog).getByLabelText('Mã') as HTMLInputElement).disabled).toBe(true);
  await user.clear(name);
  await user.type(name, 'Xã biên giới');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  await screen.findByText('Đã lưu đặc điểm “Xã biên giới”');
  expect(api.lastOf(defineTag)).toEqual({ ...border, name: 'Xã biên giới' });
});

test('who has only a part of it changes no tag', async () => {
  draw(routes, {
    at: '/units/tags',
    me: meAs('provincial-administrator', 'Huyện Sơn Động'),
  });
  await screen.findByRole('row', { name: /Biên giới/ });
  expect(screen.queryByRole('button', { name: 'Thêm đặc điểm' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Biên giới' })).toBeNull();
});

test('a code that the vocabulary has is refused at its field', async () => {
  draw(routes, { at: '/units/tags', me: meAs('provincial-administrator') });
  await user.click(await screen.findByRole('button', { name: 'Thêm đặc điểm' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText('Mã'), 'border');
  await user.click(within(dialog).getByRole('button', { name: 'Lưu' }));
  expect(await within(dialog).findByText(/Mã này đã có trong danh mục/)).toBeTruthy();
  expect(api.lastOf(defineTag)).toBeUndefined();
});
