import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { draw } from '../test-page.tsx';
import { sorted, type Column, type Sort } from './column.ts';
import { Sheet } from './sheet.tsx';

const user = userEvent.setup();
const communes = ['Sa Lý', 'Biên Sơn', 'Tân Sơn'].map((name) => ({ name }));

function Communes({ onOpen, onAct }: { onOpen: (name: string) => void; onAct: () => void }) {
  const [sort, setSort] = useState<Sort>({ column: 'none', down: false });
  const columns: Column<{ name: string }>[] = [
    { id: 'name', title: 'Tên', cell: ({ name }) => name, order: ({ name }) => name },
    {
      id: 'length',
      title: 'Dài',
      cell: ({ name }) => name.length,
      order: ({ name }) => name.length,
    },
    {
      id: 'act',
      title: 'Việc',
      cell: ({ name }) => (
        <button type="button" onClick={onAct}>
          Sửa {name}
        </button>
      ),
    },
  ];
  return (
    <Sheet
      label="Xã"
      columns={columns}
      rows={sorted(communes, columns, sort)}
      idOf={({ name }) => name}
      sort={sort}
      onSort={setSort}
      onOpen={({ name }) => onOpen(name)}
    />
  );
}

function drawn() {
  const told: string[] = [];
  draw([
    {
      path: '/',
      element: <Communes onOpen={(name) => told.push(name)} onAct={() => told.push('act')} />,
    },
  ]);
  return told;
}
const focused = () => document.activeElement!.textContent;

test('who has no pointer sorts by any heading: the tab key stops at one, the arrows go to the others', async () => {
  drawn();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('grid'));
  await user.tab();
  expect(focused()).toBe('Tên');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('Dài');
  await user.keyboard('{Enter}');
  expect(screen.getByRole('columnheader', { name: 'Dài' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
  await user.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
  expect(screen.getByRole('columnheader', { name: 'Tên' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
});

test('the arrows choose a row, the tab key goes on to what stands in it and then leaves the list', async () => {
  const told = drawn();
  await user.tab();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(told).toEqual(['Biên Sơn']);
  const inOrder = screen.getAllByRole('button', { name: /^Sửa/ }).map(({ tabIndex }) => tabIndex);
  expect(inOrder).toEqual([-1, 0, -1]);
  await user.tab();
  await user.tab();
  expect(focused()).toBe('Sửa Biên Sơn');
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

test('a button in a row does its own work only, and an arrow goes on from there to the next row', async () => {
  const told = drawn();
  await user.tab();
  await user.tab();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(told).toEqual(['act']);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(told).toEqual(['act', 'Biên Sơn']);
});
