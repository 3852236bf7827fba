import { listChangeDays } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { FakeApi } from '../test-answers.ts';
import { draw, meAs } from '../test-page.tsx';
import DayPanel from './day-panel.tsx';
import { PlaceLink } from './place-link.tsx';

const element = (
  <>
    <DayPanel onDone={() => undefined} />
    <PlaceLink path="/map">bản đồ</PlaceLink>
  </>
);

test('how divided figures are shared out is chosen beside the day whose units they are read in', async () => {
  new FakeApi().on(listChangeDays, () => ({ items: [], nextCursor: null, total: 0 }));
  const at = '/quotas?on=2025-06-30';
  const { search } = draw([{ path: '/quotas', element }], { at, me: meAs('area-officer') });
  const restated = await screen.findByLabelText(/Đọc số liệu theo đơn vị ngày/);
  expect(screen.queryByLabelText('Chia số liệu của đơn vị bị chia tách')).toBeNull();
  fireEvent.click(restated);
  const way = await screen.findByLabelText('Chia số liệu của đơn vị bị chia tách');
  expect(search().get('apportioning')).toBeNull();
  fireEvent.mouseDown(way);
  fireEvent.click((await screen.findAllByText('Theo số hộ')).at(-1)!);
  expect(search().get('apportioning')).toBe('households');
  // The next page reads the same figures.
  expect(screen.getByText('bản đồ').getAttribute('href')).toContain('apportioning=households');
  fireEvent.click(screen.getByLabelText(/Đọc số liệu theo đơn vị ngày/));
  expect([search().get('restate'), search().get('apportioning')]).toEqual([null, null]);
});
