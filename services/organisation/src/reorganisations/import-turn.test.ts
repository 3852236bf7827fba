import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';
import { oneAtATime } from './apply-plan.ts';

const service = useService(organisation);
const upload = importing(service);

test('a list of units waits for an act on units that is being done', async () => {
  const bytes = new TextEncoder().encode('code,name\n99,Tỉnh Bắc Giang');
  const options = { validFrom: '2025-01-01', list: 'thử', level: 'province' as const };
  const waiting = async () =>
    (
      await service.db.query(
        `select count(*)::int as waiting from pg_locks
          where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
      )
    )[0].waiting as number;
  const act = Promise.withResolvers<void>();
  const holding = service.db.transaction(async (tx) => {
    await oneAtATime(tx);
    await act.promise;
  });
  const job = upload('units', { name: 'x.csv', bytes }, options);
  let seen = 0;
  for (let tries = 0; tries < 100 && seen === 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await waiting();
  }
  act.resolve();
  await holding;
  expect(seen).toBe(1);
  expect(await job).toMatchObject({ status: 'succeeded' });
}, 60_000);
