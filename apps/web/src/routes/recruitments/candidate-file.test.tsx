import {
  completeApplication,
  listPeople,
  listUnits,
  receiveApplication,
  recordPerson,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { listed, none, person, row } from '../people/test-people.ts';
import { changesOf, lacksOf } from './candidate.rules.ts';
import { Component as RecruitmentPage } from './recruitment-page.tsx';
import { acted, candidate, id, recruiting } from './test-recruitment.ts';

const routes = [{ path: '/recruitments/:recruitmentId', element: <RecruitmentPage /> }];
const slowly = { timeout: 20_000 };
const minutes = 240_000;
const receiving = acted(
  { step: 'issued', on: '2026-02-03', number: '11/KH-UBND' },
  { step: 'posted', on: '2026-02-03', places: ['Nhà văn hóa'], until: null },
);
const waiting = {
  ...row,
  id: id(51),
  name: 'Hoàng Văn Em',
  state: 'candidate' as const,
  team: null,
};
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi().on(listPeople, () => listed(waiting)).on(listUnits, () => none);
});

const open = () => draw(routes, { at: `/recruitments/${id(1)}`, me: meAs('commune-officer') });
const record = () => fireEvent.click(screen.getAllByText('Ghi').at(-1)!);
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test(
  'a file is taken of somebody who is recorded, with the parts that came in and the day within the window',
  async () => {
    const sent = [refuse('person-applies-once', 409)];
    const asked: unknown[] = [];
    const { held } = recruiting(api, { acts: receiving, next: ['list-approved', 'closed'] });
    api.on(receiveApplication, (command) => {
      asked.push(command);
      return sent.shift() ?? held.now;
    });
    open();
    const next = await screen.findByRole('region', { name: 'Việc tiếp theo' }, slowly);
    expect(next.textContent).toContain('Khi có ít nhất một hồ sơ đủ thành phần');
    fireEvent.click(within(next).getByRole('button', { name: 'Nhận hồ sơ' }));
    const who = await screen.findByLabelText('Họ và tên', {}, slowly);
    fireEvent.mouseDown(who);
    fireEvent.click(await screen.findByText('Hoàng Văn Em', {}, slowly));
    fireEvent.click(screen.getByLabelText('Sơ yếu lý lịch'));
    record();
    // Whoever has a file already is named at the field.
    const told = await screen.findByText(/đã có hồ sơ trong đợt xét tuyển này/, {}, slowly);
    expect(told.closest('.ant-form-item')?.textContent).toContain('Họ và tên');
    record();
    await waitFor(() => expect(screen.queryByText('Ghi')).toBeNull(), slowly);
    expect(asked.at(-1)).toMatchObject({
      ...{ recruitmentId: id(1), personId: waiting.id, receivedOn: '2026-02-25' },
      ...{ dossier: ['cv'], residentSince: null },
    });
  },
  minutes,
);

test(
  'somebody new is recorded beside the application and stands in it at once',
  async () => {
    const { held } = recruiting(api, { acts: receiving, next: ['list-approved', 'closed'] });
    const unit = {
      ...{ id: id(2), level: 'commune', kind: 'xã', code: '1', list: 'gso', name: 'Tân Lập' },
      ...{ parentId: null, parentName: null, parentKind: null },
      ...{ validFrom: '2025-07-01', validTo: null },
    };
    api
      .on(receiveApplication, () => held.now)
      .on(recordPerson, ({ id: personId }) => ({ ...person, id: personId, name: 'Lý Thị Mới' }))
      .on(listUnits, () => ({ items: [unit], nextCursor: null, total: 1 }));
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Nhận hồ sơ' }, slowly));
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm hồ sơ' }, slowly));
    await screen.findByLabelText('Số căn cước', {}, slowly);
    const names = screen.getAllByLabelText('Họ và tên');
    fireEvent.change(names.at(-1)!, { target: { value: 'Lý Thị Mới' } });
    type('Số căn cước', '024190001234');
    const born = screen.getByLabelText('Ngày sinh');
    fireEvent.mouseDown(born);
    fireEvent.change(born, { target: { value: '20/05/1990' } });
    fireEvent.keyDown(born, { key: 'Enter', code: 'Enter', keyCode: 13 });
    fireEvent.click(screen.getByLabelText('Nữ'));
    fireEvent.mouseDown(screen.getByLabelText('Xã, phường quản lý hồ sơ'));
    fireEvent.click(await screen.findByText('Xã Tân Lập', { selector: 'span' }, slowly));
    record();
    await waitFor(() => expect(screen.getAllByText('Ghi')).toHaveLength(1), slowly);
    expect(screen.getByText('Lý Thị Mới')).toBeTruthy();
    record();
    await waitFor(() => expect(screen.queryByText('Ghi')).toBeNull(), slowly);
    const recorded = api.lastOf(recordPerson) as { id: string };
    expect(api.lastOf(receiveApplication)).toMatchObject({ personId: recorded.id });
  },
  minutes,
);

test(
  'what the checks found out is written and never read back, and nothing untouched is sent again',
  async () => {
    const binh = candidate(12, 'Trần Thị Bình', {
      ...{ dossier: ['application', 'cv'], complete: false, residentSince: null },
      ...{ backgroundKnown: true, healthKnown: false },
    });
    const { held } = recruiting(api, { acts: receiving, next: ['closed'], candidates: [binh] });
    api.on(completeApplication, () => held.now);
    open();
    const lacks = await screen.findByText(/Còn thiếu/, {}, slowly);
    expect(lacks.textContent).toContain('Giấy khám sức khỏe, Bản sao văn bằng');
    fireEvent.click(screen.getByRole('button', { name: 'Hồ sơ Trần Thị Bình' }));
    expect(
      await screen.findByText(/Nội dung được mã hóa, không hiển thị lại/, {}, slowly),
    ).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Giấy khám sức khỏe'));
    fireEvent.click(screen.getByRole('button', { name: 'Ghi Giấy khám sức khỏe' }));
    type('Cơ sở khám', 'Trung tâm Y tế khu vực');
    const issued = screen.getByLabelText('Ngày cấp');
    fireEvent.mouseDown(issued);
    fireEvent.change(issued, { target: { value: '05/02/2026' } });
    fireEvent.keyDown(issued, { key: 'Enter', code: 'Enter', keyCode: 13 });
    fireEvent.click(screen.getByLabelText('Đủ sức khỏe'));
    record();
    await waitFor(() => expect(screen.queryByText('Ghi')).toBeNull(), slowly);
    expect(api.lastOf(completeApplication)).toEqual({
      id: binh.id,
      dossier: ['application', 'cv', 'health-certificate'],
      health: { issuedOn: '2026-02-05', facility: 'Trung tâm Y tế khu vực', fit: true },
    });
  },
  minutes,
);

test('a file is whole only where it lacks no part and no check', async () => {
  const unchecked = { healthKnown: false };
  expect(lacksOf(candidate(10, 'Nguyễn Văn An'))).toEqual({ parts: [], unrecorded: [] });
  expect(lacksOf(candidate(11, 'Nguyễn Văn An', unchecked))).toEqual({
    parts: [],
    unrecorded: ['health'],
  });
  const candidates = [
    candidate(11, 'Nguyễn Văn An', unchecked),
    candidate(12, 'Trần Thị Bình', { dossier: ['application'], complete: false }),
  ];
  recruiting(api, { acts: receiving, next: ['list-approved'], candidates });
  open();
  expect(await screen.findByText('Đủ thành phần, chưa ghi: kết luận khám sức khỏe', {}, slowly));
  expect(screen.getByText(/^Còn thiếu: Sơ yếu lý lịch, Giấy khám sức khỏe/)).toBeTruthy();
  expect(screen.queryByText('Hồ sơ đủ')).toBeNull();
});

test('the parts of an approved list stay as they are, a check is sent whole', () => {
  const known = { dossier: ['cv' as const], residentSince: '2020-01-01' };
  const typed = {
    ...{ dossier: [], residentSince: '2020-01-01' },
    background: {
      checkedOn: '2026-02-20',
      positive: true,
      formerRecord: 'none' as const,
      measures: ['prosecuted' as const],
      expungedBy: 'Giấy cũ',
    },
  };
  expect(changesOf(known, typed, { isListed: true, opened: [] })).toEqual({});
  expect(changesOf(known, typed, { isListed: false, opened: ['background'] })).toEqual({
    dossier: [],
    background: {
      checkedOn: '2026-02-20',
      positive: true,
      formerRecord: 'none',
      prosecuted: true,
      servingSentence: false,
      judicialMeasure: false,
      administrativeMeasure: false,
      expungedBy: '',
    },
  });
});
