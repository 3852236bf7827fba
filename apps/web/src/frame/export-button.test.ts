import { expect, test } from '@jest/globals';
import { exportPath } from './export-button.tsx';

test('a file holds what the page shows, whatever page of it', () => {
  const question = { on: '2025-07-01', within: undefined, q: 'tân', limit: 100, cursor: 'x' };
  expect(exportPath('/teams', 'csv', question)).toBe('/api/teams.csv?on=2025-07-01&q=t%C3%A2n');
  expect(exportPath('/instruments', 'xlsx', { q: '' })).toBe('/api/instruments.xlsx');
});
