import {
  adoptCriteria,
  changeCriteria,
  CriteriaDocument,
  getCriteria,
  listInstruments,
  previewCriteria,
} from '@antt/contracts';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FakeApi, refuse } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as CriteriaPage } from './criteria-page.tsx';
import { alternatives, blank, documentShape, resolved, type Shape } from './document-schema.ts';

const id = '0199f100-0000-7000-8000-000000000001';
const routes = [{ path: '/criteria/:criteriaId', element: <CriteriaPage /> }];
const user = userEvent.setup();
const plain = CriteriaDocument.parse({
  name: 'Tiêu chí tỉnh',
  certainty: 'illustrative',
  members: [{ name: 'Mọi thôn', classes: [{ value: { binding: 'exact', members: 3 } }] }],
});
const sum = (members: number) => ({
  villages: 2,
  teams: { min: 2, max: 2 },
  members: { min: members, max: members },
  binding: 'exact' as const,
  positions: null,
  open: [],
  missing: [],
  known: { villages: 2, teams: { min: 2, max: 2 }, members: { min: members, max: members } },
});
const kept = {
  id,
  instrumentId: id,
  units: [],
  status: 'draft' as const,
  validFrom: null,
  validTo: null,
  name: plain.name,
  certainty: plain.certainty,
  instrumentNumber: '08/NQ-HĐND',
  instrumentTitle: 'Tiêu chí',
  endsOn: null,
  territory: [],
  document: plain,
};
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi()
    .on(getCriteria, () => kept)
    .on(listInstruments, () => ({ items: [], nextCursor: null, total: 0 }))
    .on(previewCriteria, (question) => {
      const asked = question.document as CriteriaDocument;
      const value = asked.members[0]!.classes[0]!.value;
      const members = value.binding === 'exact' ? value.members * 2 : 0;
      return { items: [], nextCursor: null, total: 0, totals: sum(members), now: sum(4695) };
    });
});

const at = { at: `/criteria/${id}?on=2026-08-01`, me: meAs('provincial-administrator') };

test('what is typed is weighed on the own villages beside the norm of now, and saved', async () => {
  api.on(changeCriteria, (content) => ({ ...kept, ...content }));
  draw(routes, at);
  const members = await screen.findByLabelText('Các mức quy mô 1: Số người');
  await user.clear(members);
  await user.type(members, '4');
  expect(await screen.findByText('8', {}, { timeout: 3000 })).toBeTruthy();
  expect(screen.getByText('hiện nay 4.695')).toBeTruthy();
  await user.click(screen.getByText('Lưu dự thảo'));
  await waitFor(() =>
    expect(api.lastOf(changeCriteria)).toMatchObject({
      document: { members: [{ classes: [{ value: { binding: 'exact', members: 4 } }] }] },
    }),
  );
});

const cell = (row: number, column: string) =>
  screen.getByLabelText<HTMLInputElement>(`Các mức quy mô ${row}: ${column}`);
const bracketsOf = () =>
  (api.lastOf(changeCriteria)!.document as CriteriaDocument).members[0]!.classes.map(
    ({ from, to, value }) => [from, to, value.binding === 'exact' ? value.members : value],
  );

test('brackets are typed like a spreadsheet: Enter goes down and makes the next one', async () => {
  api.on(changeCriteria, (content) => ({ ...kept, ...content }));
  draw(routes, at);
  await user.click(await screen.findByLabelText('Các mức quy mô 1: Đến'));
  await user.keyboard('350{Enter}');
  expect(document.activeElement).toBe(cell(2, 'Đến'));
  expect(cell(2, 'Từ').value).toBe('350');
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(cell(1, 'Đến'));
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(cell(2, 'Số người'));
  await user.keyboard('4');
  // Nothing is measured so far, so that bounds say nothing.
  await user.click(screen.getByText('Lưu dự thảo'));
  expect(api.lastOf(changeCriteria)).toBeUndefined();
});

test('a table is pasted from a spreadsheet and undone at once', async () => {
  const measured = {
    ...kept,
    document: CriteriaDocument.parse({
      ...kept.document,
      members: [{ ...kept.document.members[0]!, metric: 'households' }],
    }),
  };
  api.on(getCriteria, () => measured).on(changeCriteria, (content) => ({ ...kept, ...content }));
  draw(routes, at);
  await user.click(await screen.findByLabelText('Các mức quy mô 1: Từ'));
  await user.paste('Dưới 350 hộ\t3\nTừ 350 hộ đến dưới 500 hộ\t4\nTừ 500 hộ trở lên\t5');
  expect(cell(3, 'Từ').value).toBe('500');
  await user.click(screen.getByText('Lưu dự thảo'));
  await waitFor(() =>
    expect(bracketsOf()).toEqual([
      [undefined, 350, 3],
      [350, 500, 4],
      [500, undefined, 5],
    ]),
  );
  const adopt = screen.getByText('Áp dụng').closest('button')!;
  await waitFor(() => expect(adopt.disabled).toBe(false));
  await user.click(screen.getByText('Hoàn tác'));
  expect(adopt.disabled).toBe(true);
  expect(screen.queryByLabelText('Các mức quy mô 2: Từ')).toBeNull();
});

test('brackets that overlap are told in words beside them, and neither weighed nor saved', async () => {
  const classes = [
    { to: 400, value: { binding: 'exact', members: 3 } },
    { from: 400, value: { binding: 'exact', members: 4 } },
  ];
  const measured = {
    ...kept,
    document: CriteriaDocument.parse({
      ...kept.document,
      members: [{ name: 'Thôn', metric: 'households', classes }],
    }),
  };
  api.on(getCriteria, () => measured).on(changeCriteria, (content) => ({ ...kept, ...content }));
  draw(routes, at);
  const from = await screen.findByLabelText('Các mức quy mô 2: Từ');
  await user.clear(from);
  await user.type(from, '350');
  expect(screen.getByText(/Quy định “Thôn”: mức 1 và mức 2 chồng lên nhau/)).toBeTruthy();
  expect(from.getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByText('Lưu dự thảo'));
  expect(api.lastOf(changeCriteria)).toBeUndefined();
  await user.click(from);
  await user.keyboard('{Control>}z{/Control}');
  expect(screen.queryByText(/chồng lên nhau/)).toBeNull();
});

test('a bracket that is removed leaves the focus in the table', async () => {
  draw(routes, at);
  const add = await screen.findByText('Thêm mức');
  await user.click(add);
  expect(document.activeElement).toBe(cell(2, 'Từ'));
  await user.click(screen.getByLabelText('Bỏ mức 2'));
  expect(document.activeElement).toBe(screen.getByLabelText('Bỏ mức 1'));
});

test('adopting asks for the number of the resolution first', async () => {
  api.on(adoptCriteria, () => ({ ...kept, status: 'adopted' as const }));
  draw(routes, at);
  await user.click(await screen.findByText('Áp dụng'));
  const number = await screen.findByLabelText(/08\/NQ-HĐND/);
  // By class, not by role: the form behind the dialog holds hundreds of places to look through.
  const ok = number.closest('.ant-modal')!.querySelector<HTMLButtonElement>('.ant-btn-primary')!;
  expect(ok.disabled).toBe(true);
  await user.type(number, '08/NQ-HĐND');
  await user.click(ok);
  await waitFor(() =>
    expect(api.lastOf(adoptCriteria)).toMatchObject({ id, validFrom: '2026-08-01' }),
  );
});

test('criteria that stand in the way can be ended by the same act', async () => {
  const other = '0199e000-0000-7000-8000-000000000099';
  api.on(adoptCriteria, ({ ends }) =>
    (ends as string[]).includes(other)
      ? { ...kept, status: 'adopted' as const }
      : refuse('unit-has-one-criteria-a-day', 409, {
          number: '08/NQ-HĐND',
          otherNumber: '01/NQ-HĐND',
          otherId: other,
          on: '2026-08-01',
        }),
  );
  draw(routes, at);
  await user.click(await screen.findByText('Áp dụng'));
  const number = await screen.findByLabelText(/08\/NQ-HĐND/);
  const ok = number.closest('.ant-modal')!.querySelector<HTMLButtonElement>('.ant-btn-primary')!;
  await user.type(number, '08/NQ-HĐND');
  await user.click(ok);
  await user.click(
    await screen.findByLabelText('Kết thúc tiêu chí theo văn bản 01/NQ-HĐND vào ngày 01/08/2026'),
  );
  await user.click(ok);
  await waitFor(() => expect(api.lastOf(adoptCriteria)).toMatchObject({ id, ends: [other] }));
});

test('every place of the document can be reached by the form', () => {
  const seen = new Set<string>();
  const unknown: string[] = [];
  const walk = (given: Shape, place: string): void => {
    const shape = resolved(given);
    if (seen.has(`${place.split('.').at(-1)} ${JSON.stringify(shape).slice(0, 200)}`)) return;
    seen.add(`${place.split('.').at(-1)} ${JSON.stringify(shape).slice(0, 200)}`);
    if (shape.oneOf) {
      if (!alternatives(shape)) unknown.push(place);
      shape.oneOf.forEach((one) => walk(one, place));
    }
    shape.anyOf?.forEach((one) => walk(one, place));
    for (const [name, one] of Object.entries(shape.properties ?? {})) walk(one, `${place}.${name}`);
    if (shape.items) walk(shape.items, place);
  };
  walk(documentShape, '');
  expect(unknown).toEqual([]);
  expect(seen.size).toBeGreaterThan(60);
});

test('a new rule begins with what a rule needs', () => {
  const rule = blank(documentShape.properties!.members!.items!);
  expect(
    CriteriaDocument.safeParse({ ...plain, members: [{ ...(rule as object), name: 'Mới' }] })
      .success,
  ).toBe(true);
});

test('adopted criteria are read as text, without the places that say nothing', async () => {
  const adopted = {
    ...kept,
    status: 'adopted' as const,
    validFrom: '2025-07-01',
    endsOn: '2026-08-02',
    document: CriteriaDocument.parse({
      ...kept.document,
      members: [
        {
          name: 'Thôn theo số hộ',
          metric: 'households',
          when: { merged: { months: null } },
          classes: [
            { to: 350, value: { binding: 'exact', members: 3 } },
            { from: 350, value: { binding: 'exact', members: 4 } },
          ],
        },
      ],
    }),
  };
  api.on(getCriteria, () => adopted);
  draw(routes, at);
  const brackets = (await screen.findByText('Các mức quy mô')).closest('fieldset')!;
  const rows = [...brackets.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['1', '', '', 'đến dưới (<)', '350', 'Đúng số', '3'],
    ['2', 'từ (≥)', '350', '', '', 'Đúng số', '4'],
  ]);
  expect(
    document.querySelectorAll('.criteria-parts section:first-child :is(input, select)'),
  ).toHaveLength(0);
  expect(screen.queryByText('Loại thôn')).toBeNull();
  // A condition without a limit in time is still a condition.
  expect(screen.getByText('Mới sáp nhập').closest('fieldset')!.textContent).toContain('Có');
  // The day on which they end is the first without them.
  expect(screen.getByText(/01\/07\/2025 đến hết 01\/08\/2026/)).toBeTruthy();
  expect(screen.getByText('Đang áp dụng')).toBeTruthy();
});
