import { listNorms, type UnitProfile } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { UnitNorm } from './unit-norm.tsx';

const id = (last: number) => `0199a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const row = (n: number, level: 'commune' | 'village', name: string, members: number) => ({
  villages: 1,
  teams: { min: 1, max: 1 },
  members: { min: members, max: members },
  binding: 'exact' as const,
  positions: null,
  open: [],
  missing: [],
  known: { villages: 1, teams: { min: 1, max: 1 }, members: { min: members, max: members } },
  unit: {
    ...{ id: id(n), code: `${n}`, name, level, parentId: null, parentName: null },
    kind: level === 'village' ? 'thôn' : 'xã',
  },
  decided: null,
  cluster: null,
  criteriaId: null,
});

test('the norm of a commune names the villages it is the sum of, each leading to its own', async () => {
  new FakeApi().on(listNorms, ({ level }) => {
    const items =
      level === 'village'
        ? [row(2, 'village', 'Chằm', 3), row(3, 'village', 'Bãi', 4)]
        : [row(1, 'commune', 'Tân Sơn', 7)];
    return { items, nextCursor: null, total: items.length, totals: items[0]! };
  });
  const unit = { id: id(1), level: 'commune', kind: 'xã', name: 'Tân Sơn' } as UnitProfile;
  draw([{ path: '/', element: <UnitNorm unit={unit} /> }], {
    at: '/?on=2026-08-01',
    me: meAs('provincial-administrator'),
  });
  const village = await screen.findByRole('link', { name: 'Thôn Chằm' });
  expect(village.getAttribute('href')).toBe(`/units/${id(2)}?on=2026-08-01`);
  expect(village.closest('li')!.textContent).toContain('1 Tổ, 3 thành viên');
  expect(screen.getByText(/^Cộng của 2 thôn, tổ dân phố/)).toBeTruthy();
});
