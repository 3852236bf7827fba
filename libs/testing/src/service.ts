import type { Principal } from '@antt/contracts';
import type { Input, Operation, Output } from '@antt/kernel';
import {
  Client,
  connectBus,
  currentContext,
  Files,
  run,
  type RunningService,
  type Service,
} from '@antt/service-kit';
import { afterAll, beforeAll } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { type Bus, startBus } from './nats.ts';
import { makeDatabase } from './postgres.ts';
import { someone } from './principal.ts';

/** What personnel encrypts with in tests; reporting periods open only when a test says so. */
const environment = {
  PERSONAL_DATA_KEYS: Buffer.alloc(32, 'data').toString('base64'),
  PERSONAL_INDEX_KEY: Buffer.alloc(32, 'index').toString('base64'),
  PERIODS_AHEAD_DAYS: '0',
};

const patience = 20_000;

/** Services under test: real processes' code on a real database and bus, in this process. */
export class ServiceUnderTest {
  bus!: Bus;
  db!: DataSource;
  files!: Files;
  url!: string;
  /** Who asks where a test does not say: a provincial administrator of everything. */
  readonly administrator: Principal = someone('provincial-administrator');
  private client!: Client;
  private connection!: NatsConnection;
  private running: RunningService[] = [];
  private dropDatabase: () => Promise<void> = async () => {};
  private readonly services: Service[];

  constructor(services: Service[]) {
    this.services = services;
  }

  /** Starts everything; the first service's database is `db`. */
  async start(): Promise<void> {
    const [database, bus] = await Promise.all([makeDatabase(this.services), startBus()]);
    this.bus = bus;
    this.dropDatabase = database.drop;
    this.url = database.url;
    for (const service of this.services) {
      this.running.push(
        await run(
          service,
          {
            DATABASE_URL: database.url,
            NATS_URL: bus.url,
            HEALTH_PORT: 0,
            HEALTH_HOST: '127.0.0.1',
            DATABASE_POOL: 10,
          },
          environment,
        ),
      );
    }
    this.db = this.running[0]!.db;
    this.connection = await connectBus(bus.url, 'test');
    this.client = new Client(this.connection);
    this.files = new Files(this.connection);
  }

  async stop(): Promise<void> {
    await this.connection?.close();
    for (const service of this.running.reverse()) await service.stop();
    await this.bus?.stop();
    await this.dropDatabase();
  }

  /** Asks an operation as `principal` (null = nobody); a slow machine is no reason to fail a rule. */
  call<O extends Operation>(
    operation: O,
    input: Input<O>,
    principal: Principal | null = this.administrator,
  ): Promise<Output<O>> {
    const patient = { ...operation, deadline: Math.max(operation.deadline, patience) };
    return this.client.call(patient, input, { ...currentContext(), principal });
  }

  /** Puts a row there as it is, without asking any rule but the database's. */
  async given<E extends ObjectLiteral>(entity: EntityTarget<E>, ...rows: Partial<E>[]) {
    await this.db.getRepository(entity).insert(rows as never);
  }
}

/** Starts the services before a file's tests and stops them after. */
export function useService(...services: Service[]): ServiceUnderTest {
  const underTest = new ServiceUnderTest(services);
  beforeAll(() => underTest.start(), 60_000);
  afterAll(() => underTest.stop(), 30_000);
  return underTest;
}
