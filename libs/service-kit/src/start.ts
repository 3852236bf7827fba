import 'reflect-metadata';
import { ConsoleLogger, type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { NatsConnection } from '@nats-io/transport-node';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { z } from 'zod';
import { connectBus } from './bus.ts';
import { BusTransport } from './bus.transport.ts';
import { Client } from './client.ts';
import { readConfig, serviceConfig } from './config.ts';
import { databaseOptions } from './database.ts';
import { ensureStream } from './fact-receiver.ts';
import { Files } from './files.ts';
import { serveHealth } from './health.ts';
import { Live } from './live.ts';
import { OutboxRelay } from './relay.ts';
import { Settings } from './settings.ts';

/** What a service is made of: its name (schema, queue group, subjects), its module and its tables. */
export type Service = {
  name: string;
  module: Type;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: NonNullable<DataSourceOptions['migrations']>;
  /** Settings of its own, read from the environment and injected by the token `Settings`. */
  settings?: z.ZodType;
  /** Statements after its role was granted its tables: what this service must not do even to them. */
  afterGrant?: readonly string[];
};

@Module({})
class BusModule {
  static with(connection: NatsConnection, settings: unknown): DynamicModule {
    return {
      module: BusModule,
      global: true,
      providers: [
        { provide: Client, useValue: new Client(connection) },
        { provide: Files, useValue: new Files(connection) },
        { provide: Live, useValue: new Live(connection) },
        { provide: Settings, useValue: settings },
      ],
      exports: [Client, Files, Live, Settings],
    };
  }
}

/** A service that answers, until it is stopped. */
export type RunningService = { healthPort: number; db: DataSource; stop: () => Promise<void> };

/** Starts a service; what `environment` leaves out of its own settings has their defaults. */
export async function run(
  service: Service,
  config: z.infer<typeof serviceConfig>,
  environment: Record<string, string | undefined> = {},
): Promise<RunningService> {
  const settings = service.settings ? (readConfig(service.settings, environment) as object) : {};
  const connection = await connectBus(config.NATS_URL, service.name);
  try {
    return await runOn(connection, service, config, settings);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function runOn(
  connection: NatsConnection,
  service: Service,
  config: z.infer<typeof serviceConfig>,
  settings: object,
): Promise<RunningService> {
  const { name } = service;
  await ensureStream(connection);
  const options = databaseOptions(
    { url: config.DATABASE_URL, schema: name, pool: config.DATABASE_POOL },
    service,
  );
  @Module({
    imports: [
      TypeOrmModule.forRoot({ ...options, retryAttempts: 0 }),
      BusModule.with(connection, settings),
      service.module,
    ],
  })
  class RootModule {}

  const logger = new ConsoleLogger({ json: true, logLevels: ['warn', 'error', 'fatal'] });
  const strategy = new BusTransport(name, connection);
  const app = await NestFactory.createMicroservice(RootModule, {
    strategy,
    logger,
    abortOnError: false,
  });
  const db = app.get(DataSource);
  await app.listen();
  await strategy.receive(db);
  const relay = new OutboxRelay(config.DATABASE_URL, name, connection);
  relay.start();
  const health = await serveHealth({ host: config.HEALTH_HOST, port: config.HEALTH_PORT }, [
    { name: 'database', ok: async () => (await db.query('select 1')).length === 1 },
    {
      name: 'bus',
      ok: async () => {
        if (connection.isClosed()) return false;
        return (await connection.rtt()) >= 0;
      },
    },
  ]);
  const stop = async () => {
    await health.close();
    await relay.stop();
    await app.close();
    await connection.close();
  };
  return { healthPort: health.port, db, stop };
}

/** A service's main: runs until SIGINT or SIGTERM. */
export async function start(service: Service): Promise<void> {
  const running = await run(service, readConfig(serviceConfig), process.env);
  const end = () => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
