import { listRecruitments } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { recruiting } from './test-recruitment.ts';

const service = useService(personnel);
const { place } = territory(service);
const { plan, take, apply, check, issue, posted, meeting, listed } = recruiting(service);

const listOf = async (within: string, state: 'open' | 'over', on = '2026-11-01') => {
  const { items, total } = await service.call(listRecruitments, { on, within, state, limit: 10 });
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
};

test('a recruitment that selects nobody is over once that was made public', async () => {
  const { communeId } = await place();
  const { id, candidates } = await listed(communeId, 1);
  await take(id, meeting({ [candidates[0]!.id]: 4 }));
  const signed = await take(id, {
    step: 'minutes-signed',
    on: '2026-03-24',
    chosen: [],
    reason: '',
  });
  expect(signed).toMatchObject({ open: true, next: ['notified'] });
  expect(signed.clocks.filter(({ doneOn }) => doneOn === null)).toMatchObject([
    { step: 'notified' },
  ]);
  const over = await take(id, posted('notified', '2026-03-27'));
  expect(over).toMatchObject({ open: false, next: [], candidates: [{ outcome: 'failed' }] });
  expect(over.clocks.filter(({ doneOn }) => doneOn === null)).toEqual([]);
  expect([await listOf(communeId, 'over'), await listOf(communeId, 'open')]).toEqual([[id], []]);
  expect(await listOf(communeId, 'open', '2026-03-26')).toEqual([id]);
});

test('a plan that nobody came for is closed with a reason, after the last day of receiving', async () => {
  const { communeId } = await place();
  const id = await plan(communeId);
  await issue(id);
  await take(id, posted('posted', '2026-02-03'));
  const { id: applicationId } = await apply(id, communeId);
  const reason = 'Hết thời hạn không có người nộp hồ sơ';
  const close = (on: string, why = reason) => take(id, { step: 'closed', on, reason: why });
  await expect(close('2026-02-25')).rejects.toMatchObject({ type: 'recruitment-still-receiving' });
  await expect(close('2026-02-26')).rejects.toMatchObject({
    type: 'recruitment-has-candidates',
    body: { count: 1 },
  });
  await service.db.query('update application set dossier = $2 where id = $1', [
    applicationId,
    ['application'],
  ]);
  await expect(close('2026-02-26', ' ')).rejects.toMatchObject({ type: 'invalid-input' });
  const closed = await close('2026-02-26');
  expect(closed).toMatchObject({ stage: 'closed', open: false, next: [] });
  expect(closed.clocks.map(({ step }) => step)).toEqual(['posted']);
  expect(await close('2026-02-26')).toEqual(closed);
  expect([await listOf(communeId, 'over'), await listOf(communeId, 'open')]).toEqual([[id], []]);

  await expect(take(id, { step: 'list-approved', on: '2026-02-27' })).rejects.toMatchObject({
    type: 'recruitment-is-closed',
    body: { on: '2026-02-26' },
  });
  for (const late of [() => apply(id, communeId), () => check(applicationId)]) {
    await expect(late()).rejects.toMatchObject({ type: 'recruitment-list-is-closed' });
  }
});
