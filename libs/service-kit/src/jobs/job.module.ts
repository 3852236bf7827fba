import type {
  DynamicModule,
  OnApplicationBootstrap,
  OnModuleDestroy,
  Provider,
  Type,
} from '@nestjs/common';
import { Inject, Injectable, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Files } from '../files.ts';
import { Live } from '../live.ts';
import type { Importer } from './importer.ts';
import { JobRunner } from './job-runner.ts';
import { JobService } from './job.service.ts';

@Injectable()
class JobLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly runner: JobRunner;

  constructor(@Inject(JobRunner) runner: JobRunner) {
    this.runner = runner;
  }

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.runner.stop();
  }
}

const Importers = Symbol('importers');

/**
 * Gives a service its jobs: a runner for its importers, and `JobService` for its job controller. An importer
 * that needs something injected is given as its class.
 */
@Module({})
export class JobModule {
  static with(
    importers: (Importer | Type<Importer>)[],
    { controllers, providers }: { controllers: Type[]; providers: Provider[] },
  ): DynamicModule {
    const plain = importers.filter((one) => typeof one !== 'function');
    const classes = importers.filter((one) => typeof one === 'function');
    return {
      module: JobModule,
      controllers,
      providers: [
        ...classes,
        {
          provide: Importers,
          inject: classes,
          useFactory: (...made: Importer[]) => [...plain, ...made],
        },
        {
          provide: JobRunner,
          inject: [DataSource, Live, Importers],
          useFactory: (db: DataSource, live: Live, all: Importer[]) => new JobRunner(db, live, all),
        },
        {
          provide: JobService,
          inject: [DataSource, Files, JobRunner, Importers],
          useFactory: (db: DataSource, files: Files, runner: JobRunner, all: Importer[]) =>
            new JobService(db.manager, files, all, runner),
        },
        JobLifecycle,
        ...providers,
      ],
      exports: [JobService],
    };
  }
}
