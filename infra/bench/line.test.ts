import { expect, jest, test } from '@jest/globals';
import { Found, type Line } from './line.ts';

const line = (name: string): Line => ({
  ...{ name, predicted: '1', measured: 1, raw: null, unit: 's', value: 1 },
  ...{ sense: 'at-most', bound: 2 },
});

test('figures stay when what is measured after them fails, which is said in its place', async () => {
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const found = new Found();
  await found.try('a month', () => Promise.resolve([line('country'), line('province')]));
  await found.try('totals', () => Promise.reject(new Error('not answered\nat …')));
  await found.try('the list', () => Promise.resolve(line('list')));
  said.mockRestore();
  expect(found.lines.map(({ name }) => name)).toEqual(['country', 'province', 'list']);
  expect(found.failures).toEqual(['totals']);
  expect(found.remarks).toEqual(['totals could not be measured: not answered']);
});
