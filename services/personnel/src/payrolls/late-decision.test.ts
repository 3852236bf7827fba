import { PolicyDocument, type PolicyDocumentInput } from '@antt/contracts';
import { addDays, type Period } from '@antt/kernel';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { personnel } from '../service.ts';
import { calculate } from './calculation.ts';
import { monthly, payFixture, policy } from './test-pay.ts';

const service = useService(personnel);
const { unit, place, team, serving, owed } = payFixture(service);

const months: Period[] = ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'];

/** What may come late: a team is founded, somebody joins, leaves, gets another title, goes to another commune, on whatever day. */
const change = fc.record({
  what: fc.constantFrom('join', 'leave', 'title', 'commune', 'rate', 'team', 'nothing'),
  who: fc.nat(20),
  day: fc.integer({ min: 0, max: 150 }).map((n) => addDays('2024-08-01', n)),
});
const histories = fc.array(fc.array(change, { maxLength: 3 }), { minLength: 5, maxLength: 5 });

/** Whether the next month's run is open beside a month's, and which of them was calculated first. */
const openings = fc.array(fc.constantFrom('alone', 'before', 'after'), {
  ...{ minLength: months.length, maxLength: months.length },
});

/** Money of the team itself, in whole đồng. */
const ofTeam = (vnd: number): PolicyDocumentInput['lines'][number] => ({
  ...{ code: 'operation', item: 'team-operation', label: 'Hoạt động của Tổ' },
  ...{ basis: { per: 'team-month' }, rates: [{ value: { vnd: Math.round(vnd) } }] },
});

async function province() {
  const provinceId = await unit('province', 'Bắc Giang');
  const communes = [await place(50, provinceId), await place(50, provinceId)];
  const documents = [1_000_003, 1_200_000].map((vnd, n) =>
    PolicyDocument.parse(
      policy(
        [monthly({ leader: vnd + 300_000, deputy: vnd + 100_000, ordinary: vnd }), ofTeam(vnd / 4)],
        {
          proration: n === 0 ? 'calendar-days' : 'half-month',
        },
      ),
    ),
  );
  const [first] = documents;
  const policyId = randomUUID();
  await service.db.query(
    `insert into policy (id, instrument_id, instrument, units, status, valid_from, document)
     values ($1, $1, '{"number":"1"}', $2, 'adopted', '2024-07-01', $3)`,
    [policyId, [provinceId], JSON.stringify(first)],
  );
  return { provinceId, communes, policyId, second: documents[1]! };
}

type World = Awaited<ReturnType<typeof province>>;

async function apply(world: World, { what, who, day }: { what: string; who: number; day: string }) {
  const [here, there] = world.communes as [(typeof world.communes)[0], (typeof world.communes)[0]];
  if (what === 'join') return void (await serving(who % 2 ? here : there, { from: day }));
  if (what === 'team')
    return void (await team([(who % 2 ? here : there).villageId], { from: day }));
  if (what === 'rate') {
    const [known] = await service.db.query('select valid_to from policy where id = $1', [
      world.policyId,
    ]);
    if (known.valid_to || day === '2024-08-01') return;
    await service.db.query('update policy set valid_to = $2 where id = $1', [world.policyId, day]);
    const id = randomUUID();
    await service.db.query(
      `insert into policy (id, instrument_id, instrument, units, document) values ($1, $1, '{"number":"2"}', $2, $3)`,
      [id, [world.provinceId], JSON.stringify(world.second)],
    );
    await service.db.query(`update policy set status = 'adopted', valid_from = $2 where id = $1`, [
      id,
      day,
    ]);
    return;
  }
  const open: {
    id: string;
    person_id: string;
    team_id: string;
    position: string;
    valid_from: string;
  }[] = await service.db.query(
    `select p.* from posting p join team_commune c on c.team_id = p.team_id and c.commune_id = any ($1)
        where p.valid_to is null and p.valid_from < $2 order by p.person_id`,
    [world.communes.map(({ communeId }) => communeId), day],
  );
  const one = open[who % Math.max(open.length, 1)];
  if (!one || what === 'nothing') return;
  await service.db.query('update posting set valid_to = $2 where id = $1', [one.id, day]);
  if (what === 'leave') return;
  const to = what === 'title' ? one.team_id : await team([(who % 2 ? here : there).villageId]);
  await service.db.query(
    `insert into posting (id, person_id, team_id, position, valid_from, decision_id)
     select $1, person_id, $2, $3, $4, decision_id from posting where id = $5`,
    [randomUUID(), to, one.position === 'deputy' ? 'ordinary' : 'deputy', day, one.id],
  );
}

/** Begins the run of a month; it is calculated as often as something is known anew. */
async function begin(month: Period, { provinceId, communes }: World) {
  const id = randomUUID();
  await service.db.query(`insert into payroll (id, month, unit_id) values ($1, $2, $3)`, [
    ...[id, `${month}-01`, provinceId],
  ]);
  for (const { communeId } of communes) {
    await service.db.query(
      'insert into payroll_commune (payroll_id, commune_id, month) values ($1, $2, $3)',
      [...[id, communeId, `${month}-01`]],
    );
  }
  return id;
}

const reckon = (id: string) => service.db.transaction((tx) => calculate(tx, id));

async function close(id: string) {
  await reckon(id);
  await service.db.query(`update payroll set state = 'closed' where id = $1`, [id]);
}

test('what is found while two months are open is paid by the earlier one, whichever was calculated first', async () => {
  const world = await province();
  const { personId } = await serving(world.communes[0]!, { from: '2024-08-01' });
  await close(await begin('2024-08', world));
  const [september, october] = [await begin('2024-09', world), await begin('2024-10', world)];
  const late = await serving(world.communes[0]!, { from: '2024-08-01' });
  await reckon(october);
  await reckon(september);
  await close(september);
  await close(october);
  const paid = await service.db.query(
    `select l.person_id as "personId", l.payroll_id as run, sum(l.amount)::bigint as amount
       from payroll_line l where l.month = '2024-08-01' and l.person_id = any ($1) group by 1, 2`,
    [[personId, late.personId]],
  );
  expect(paid).toHaveLength(2);
  expect(paid).toContainEqual({ personId: late.personId, run: september, amount: 1_000_003 });
});

test('whatever comes late, in whatever order: paid and differences together are what is owed', async () => {
  await fc.assert(
    fc.asyncProperty(histories, openings, async (history, opened) => {
      const world = await province();
      const ids = world.communes.map(({ communeId }) => communeId);
      const runs = new Map<Period, string>();
      for (const position of ['leader', 'ordinary', 'ordinary'] as const) {
        await serving(world.communes[0]!, { position });
      }
      for (const [n, month] of months.entries()) {
        for (const each of history[n]!) await apply(world, each);
        const id = runs.get(month) ?? (await begin(month, world));
        const next = months[n + 1];
        if (next && opened[n] !== 'alone') {
          // The next month is open already, and calculated before or after this one was.
          const ahead = await begin(next, world);
          runs.set(next, ahead);
          if (opened[n] === 'after') await reckon(id);
          await reckon(ahead);
        }
        await close(id);
      }
      for (const month of months) {
        const paid: { owner: string; amount: number }[] = await service.db.query(
          `select coalesce(person_id, l.team_id) as owner, sum(l.amount)::bigint as amount
             from payroll_line l join payroll_commune c on c.payroll_id = l.payroll_id and c.commune_id = $2
            where l.month = $1 group by 1 having sum(l.amount) <> 0`,
          [`${month}-01`, ids[0]],
        );
        const right = new Map<string, number>();
        const policies = await service.db.query(
          `select id, document, units, valid_from as "validFrom", valid_to as "validTo" from policy
            where status = 'adopted' and units = $1`,
          [[world.provinceId]],
        );
        for (const { personId, teamId, amount } of await owed(month, ids, policies)) {
          const owner = personId ?? teamId;
          right.set(owner, (right.get(owner) ?? 0) + amount!);
        }
        expect(Object.fromEntries(paid.map(({ owner, amount }) => [owner, amount]))).toEqual(
          Object.fromEntries(right),
        );
      }
    }),
    { numRuns: 12 },
  );
}, 180_000);
