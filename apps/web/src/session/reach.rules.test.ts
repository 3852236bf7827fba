import { expect, test } from '@jest/globals';
import { openAbove } from './reach.rules.ts';

const above = [{ id: 'province' }, { id: 'district' }, { id: 'commune' }];
const area = (unitIds: string[], whole = false) => ({
  ...{ id: 'area', name: 'Khu vực', unitIds, whole },
  ...{ from: '2025-07-01', to: null },
});
const opened = (...areas: ReturnType<typeof area>[]) => [...openAbove(above, areas)];

test('who has everything opens every unit above', () => {
  expect(opened(area([], true))).toEqual(['province', 'district', 'commune']);
});

test('who has a unit opens it and what lies below, not what stands over it', () => {
  expect(opened(area(['district']))).toEqual(['district', 'commune']);
  expect(opened(area(['elsewhere']), area(['commune']))).toEqual(['commune']);
  expect(opened(area(['elsewhere']))).toEqual([]);
});
