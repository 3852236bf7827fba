import { judgeDuplicate, undoComparison } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';
import { DutyKind91 } from './91-duty-kind.ts';

const earlier = (personnel.migrations as (new () => object)[]).filter((one) => one !== DutyKind91);
const service = useService({ ...personnel, migrations: earlier as never });
const { place, person, member } = territory(service);

test('a merger from before shifts had a kind is taken back after it as well', async () => {
  const here = await place();
  const { personId } = await member(here);
  const other = await person(here.communeId);
  await service.db.query(
    `insert into shift (id, person_id, team_id, starts_at, ends_at, rest_day, heavy, state, recorded_by)
     values ($1, $2, $3, '2026-03-02T20:00+07:00', '2026-03-02T23:00+07:00', false, false, 'approved', 'to')`,
    [randomUUID(), personId, here.teamId],
  );
  const reason = 'Cùng một người, khai hai lần';
  const personIds: [string, string] = [personId, other];
  const id = randomUUID();
  await service.call(judgeDuplicate, { id, personIds, judgement: 'same', keptId: other, reason });
  const runner = service.db.createQueryRunner();
  await runner.startTransaction();
  await new DutyKind91().up(runner);
  await runner.commitTransaction();
  await runner.release();
  expect(await service.call(undoComparison, { id, reason })).toMatchObject({ undone: true });
  const shifts = await service.db.query('select person_id, kind from shift');
  expect(shifts).toEqual([{ person_id: personId, kind: 'watch' }]);
});
