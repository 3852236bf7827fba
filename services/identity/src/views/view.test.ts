import { deleteView, keepView, listViews } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { identity } from '../service.ts';
import { people } from '../test-people.ts';

const service = useService(identity);
const { signedIn } = people(service);

const view = (name: string) => ({
  id: randomUUID(),
  page: 'map',
  name,
  search: 'gap=teams&on=2026-11-22',
});
const problem = (type: string) => ({ body: { type } });

test('a view is kept for the one who made it', async () => {
  const [me, somebody] = [await signedIn(), await signedIn()];
  const mine = view('Xã thiếu tổ');
  expect(await service.call(keepView, mine, me)).toEqual(mine);
  expect(await service.call(keepView, mine, me)).toEqual(mine);
  expect(await service.call(listViews, {}, me)).toEqual({ items: [mine] });
  expect(await service.call(listViews, {}, somebody)).toEqual({ items: [] });
  await expect(service.call(keepView, mine, somebody)).rejects.toMatchObject(problem('id-reused'));
  await expect(service.call(keepView, { ...mine, search: '' }, me)).rejects.toMatchObject(
    problem('id-reused'),
  );
});

test('a view is dropped by the one who made it', async () => {
  const me = await signedIn();
  const mine = view('Thiếu nơi làm việc');
  await service.call(keepView, mine, me);
  await expect(service.call(deleteView, { id: mine.id }, await signedIn())).rejects.toMatchObject(
    problem('view-not-found'),
  );
  await service.call(deleteView, { id: mine.id }, me);
  expect(await service.call(listViews, {}, me)).toEqual({ items: [] });
});
