import { getUnit, problem, problems } from '@antt/contracts';
import { bytes, event, operation, type Problem } from '@antt/kernel';
import { eventually } from './eventually.ts';
import { useService } from './service.ts';
import { expect, test } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  connectBus,
  type Fact,
  Handles,
  messagingTables,
  On,
  publish,
  sameAgain,
} from '@antt/service-kit';

const counted = event('probe.thing-counted.v1', z.object({ key: z.string(), fails: z.number() }));
const count = operation('probe.thing.count', {
  allow: 'services',
  summary: 'Count a thing',
  input: z.strictObject({
    key: z.string(),
    fails: z.number().default(0),
    breaks: z.boolean().optional(),
  }),
  output: z.object({ key: z.string() }),
});
const misbehave = operation('probe.thing.misbehave', {
  allow: 'services',
  summary: 'Answer what was not promised',
  input: z.strictObject({}),
  output: z.object({ number: z.number() }),
});

const keep = operation('probe.thing.keep', {
  allow: 'services',
  summary: 'Keep a thing under an id, for its owner',
  input: z.strictObject({ id: z.uuid(), owner: z.string(), name: z.string() }),
  output: z.object({ id: z.string(), owner: z.string(), name: z.string() }),
});

const spell = operation('probe.thing.spell', {
  allow: 'services',
  summary: 'Answer as many letters as asked for',
  input: z.strictObject({ letters: z.number() }),
  output: z.object({ text: z.string() }),
  // Whole is what is asked here, not fast.
  deadline: 20_000,
});
const carry = operation('probe.thing.carry', {
  allow: 'services',
  summary: 'Answer as many bytes as asked for',
  input: z.strictObject({ size: z.number() }),
  output: bytes,
  // Whole is what is asked here, not fast.
  deadline: 20_000,
});

let failuresLeft = 0;

@Controller()
class ProbeController {
  constructor(private readonly db: EntityManager) {}

  @Handles(count)
  count({ key, fails, breaks }: z.infer<typeof count.input>) {
    return this.db.transaction(async (tx) => {
      await tx.query('insert into thing values ($1)', [key]);
      await publish(tx, counted, { key, fails });
      if (breaks) throw problem('unit-not-found', { key });
      return { key };
    });
  }

  @Handles(keep)
  keep({ id, owner, name }: z.infer<typeof keep.input>) {
    return this.db.transaction(async (tx) => {
      const known = await tx.query('select * from kept where id = $1 and owner = $2', [id, owner]);
      if (known[0]) return sameAgain(known[0] as z.infer<typeof keep.output>, { name });
      await tx.query('insert into kept values ($1, $2, $3)', [id, owner, name]);
      return { id, owner, name };
    });
  }

  @Handles(misbehave)
  misbehave() {
    return { number: 'four' } as never;
  }

  @Handles(spell)
  spell({ letters }: z.infer<typeof spell.input>) {
    return { text: 'ữ'.repeat(letters) };
  }

  @Handles(carry)
  carry({ size }: z.infer<typeof carry.input>) {
    return new Uint8Array(size).fill(7);
  }

  @On(counted)
  async apply({ tx, payload }: Fact<typeof counted>) {
    if (payload.fails > 0 && failuresLeft > 0) {
      failuresLeft -= 1;
      await tx.query('insert into effect values ($1)', [payload.key]);
      throw new Error('not this time');
    }
    await tx.query('insert into effect values ($1)', [payload.key]);
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

class ProbeTables implements MigrationInterface {
  name = 'Probe1760000000000';
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of messagingTables) await runner.query(statement);
    await runner.query('create table thing (key text constraint thing_is_taken primary key)');
    await runner.query('create table effect (key text)');
    await runner.query('create table kept (id uuid primary key, owner text, name text unique)');
  }
  async down(): Promise<void> {}
}

const service = useService({
  name: 'probe',
  module: ProbeModule,
  entities: [],
  migrations: [ProbeTables],
});

const effects = async (key: string) =>
  (await service.db.query('select count(*)::int from effect where key = $1', [key]))[0].count;

test('a fact reaches its receiver after the commit, once', async () => {
  await service.call(count, { key: 'a', fails: 0 });
  await eventually(async () => (await effects('a')) === 1);
});

test('the same command sent many times at once is answered each time as the first', async () => {
  const command = { id: randomUUID(), owner: 'a', name: 'một' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => service.call(keep, command).catch((error: unknown) => error)),
  );
  expect(answers).toEqual(answers.map(() => command));
});

test('an id that belongs to somebody else, or to other content, is told to be taken', async () => {
  const command = { id: randomUUID(), owner: 'a', name: 'hai' };
  await service.call(keep, command);
  const refused = { body: { type: 'id-reused', status: 409 } };
  await expect(service.call(keep, { ...command, owner: 'b' })).rejects.toMatchObject(refused);
  await expect(service.call(keep, { ...command, name: 'ba' })).rejects.toMatchObject(refused);
  const outcomes = await Promise.all(
    ['b1', 'b2', 'b3'].map((name) =>
      service
        .call(keep, { id: command.id, owner: name, name })
        .catch((error: Problem) => error.type),
    ),
  );
  expect(outcomes).toEqual(['id-reused', 'id-reused', 'id-reused']);
});

test('a change that is taken back tells no fact', async () => {
  await expect(service.call(count, { key: 'b', fails: 0, breaks: true })).rejects.toMatchObject({
    body: { type: 'unit-not-found', status: problems['unit-not-found'], key: 'b' },
  });
  const [{ waiting }] = await service.db.query(
    `select count(*)::int as waiting from outbox where payload->>'key' = 'b'`,
  );
  expect(waiting).toBe(0);
});

test('a receiver that fails is tried again, and what it did before failing is taken back', async () => {
  failuresLeft = 1;
  await service.call(count, { key: 'c', fails: 1 });
  await eventually(async () => (await effects('c')) === 1, 15_000);
  expect(failuresLeft).toBe(0);
});

test('one fact that fails among many that come at once keeps no other from its effect', async () => {
  // Once together with others, once by itself.
  failuresLeft = 2;
  const keys = Array.from({ length: 40 }, (_, n) => `at once ${n}`);
  await Promise.all(
    keys.map((key, n) => service.call(count, { key, fails: Number(n === 20 || n === 5) })),
  );
  await eventually(async () => {
    const all = await Promise.all(keys.map(effects));
    return all.every((times) => times === 1);
  }, 20_000);
  expect(failuresLeft).toBe(0);
});

test('a fact that comes twice has its effect once', async () => {
  await service.call(count, { key: 'd', fails: 0 });
  await eventually(async () => (await effects('d')) === 1);
  await service.db.query(`update outbox set published_at = null where payload->>'key' = 'd'`);
  await service.call(count, { key: 'after d', fails: 0 });
  await eventually(async () => (await effects('after d')) === 1);
  expect(await effects('d')).toBe(1);
});

test('a fact outside a transaction is refused', async () => {
  await expect(publish(service.db.manager, counted, { key: 'e', fails: 0 })).rejects.toThrow(
    /transaction/,
  );
});

test('input that the contract does not know is named, field by field', async () => {
  await expect(service.call(count, { key: 5, colour: 'red' } as never)).rejects.toMatchObject({
    body: {
      type: 'invalid-input',
      status: 422,
      errors: [
        { path: 'key', message: 'invalid_type' },
        { path: 'colour', message: 'unrecognized_keys' },
      ],
    },
  });
});

test('text that no table can hold is refused before it gets there', async () => {
  for (const key of ['a\0b', 'half a pair \ud83d', '\udc4d']) {
    await expect(service.call(count, { key, fails: 0 })).rejects.toMatchObject({
      body: { type: 'invalid-input', status: 422 },
    });
  }
  for (const key of ['a pair \ud83d\udc4d', 'C:\\u0000', 'quoted "\\\\ud800"']) {
    expect(await service.call(count, { key, fails: 0 })).toEqual({ key });
  }
});

test('of very many unknown fields the first are named, each by itself', async () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, n]));
  const refused = await service.call(count, { key: 'many', ...many } as never).catch((e) => e);
  expect(refused.body.errors).toHaveLength(100);
  expect(refused.body.errors[1]).toEqual({ path: 'k1', message: 'unrecognized_keys' });
});

test('an answer that breaks the contract leaves as internal, without its content', async () => {
  await expect(service.call(misbehave, {})).rejects.toMatchObject({
    body: { type: 'internal', status: 500 },
  });
});

test('an answer larger than a message of the bus comes whole and leaves nothing behind', async () => {
  const connection = await connectBus(service.bus.url, 'test');
  try {
    const most = connection.info!.max_payload;
    const chunks = async () => {
      const filter = JSON.stringify({ subjects_filter: '$O.files.C.>' });
      const told = await connection.request('$JS.API.STREAM.INFO.OBJ_files', filter);
      return Object.keys(told.json<{ state: { subjects?: object } }>().state.subjects ?? {});
    };
    await service.files.put('kept', new Blob(['a']).stream(), 10);
    // Three bytes a letter: on this side of the limit, beyond it, and many times it.
    for (const letters of [Math.floor(most / 4), Math.ceil(most / 3), 2 * most]) {
      expect((await service.call(spell, { letters })).text).toBe('ữ'.repeat(letters));
    }
    const raw = await service.call(carry, { size: most + 1 });
    expect([raw.length, new Set(raw)]).toEqual([most + 1, new Set([7])]);
    await eventually(async () => (await chunks()).length === 1);
  } finally {
    await connection.close();
  }
}, 30_000);

test('a service that is not there is a clear 503', async () => {
  const on = '2025-07-01';
  await expect(
    service.call(getUnit, { id: '00000000-0000-7000-8000-000000000000', on }),
  ).rejects.toMatchObject({ body: { type: 'service-unavailable', status: 503 } });
});

test('while the bus is away a question is answered at once with 503, and facts wait', async () => {
  await service.bus.kill();
  const asked = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect(service.call(count, { key: 'f', fails: 0 })).rejects.toMatchObject({
    body: { type: 'service-unavailable' },
  });
  expect(Date.now() - asked).toBeLessThan(1_500);
  await service.db.transaction((tx) => publish(tx, counted, { key: 'g', fails: 0 }));
  await service.bus.start();
  await eventually(async () => (await effects('g')) === 1, 20_000);
}, 40_000);
