import type { JobMessages } from '@antt/contracts';
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
import { Settings } from '../settings.ts';
import { ErrorWorkbookService, type WriteErrors } from './error-workbook.service.ts';
import { type FileSeal, type Importer, unsealed } from './importer.ts';
import { jobFileSweep } from './job-files.ts';
import { JobRunner } from './job-runner.ts';
import type { JobSettings } from '../config.ts';
import type { Rounds } from '../rounds.ts';
import { jobController } from './job.controller.ts';
import { JobService } from './job.service.ts';

const Importers = Symbol('importers');
const Seal = Symbol('seal');
const FileSweep = Symbol('file sweep');

@Injectable()
class JobLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly runner: JobRunner;
  private readonly sweep: Rounds;

  constructor(@Inject(JobRunner) runner: JobRunner, @Inject(FileSweep) sweep: Rounds) {
    this.runner = runner;
    this.sweep = sweep;
  }

  onApplicationBootstrap(): void {
    this.runner.start();
    this.sweep.begin();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.sweep.end(), this.runner.stop()]);
  }
}

type Parts = {
  messages: JobMessages;
  writeErrors: WriteErrors;
  /** Where the files hold what no disk may tell. */
  seal?: Type<FileSeal>;
  /** What the service answers about its jobs beyond what every service does. */
  controllers: Type[];
  providers: Provider[];
};

/**
 * Gives a service its jobs: a runner for its importers, their answers, and `JobService` for what it answers
 * beyond. An importer that needs something injected is given as its class. The service's settings hold
 * `jobSettings`.
 */
@Module({})
export class JobModule {
  static with(
    importers: (Importer | Type<Importer>)[],
    { messages, writeErrors, seal, controllers, providers }: Parts,
  ): DynamicModule {
    const plain = importers.filter((one) => typeof one !== 'function');
    const classes = importers.filter((one) => typeof one === 'function');
    return {
      module: JobModule,
      controllers: [jobController(messages), ...controllers],
      providers: [
        ...classes,
        seal ? { provide: Seal, useClass: seal } : { provide: Seal, useValue: unsealed },
        {
          provide: Importers,
          inject: classes,
          useFactory: (...made: Importer[]) => [...plain, ...made],
        },
        {
          provide: JobRunner,
          inject: [DataSource, Live, Importers, Seal],
          useFactory: (db: DataSource, live: Live, all: Importer[], files: FileSeal) =>
            new JobRunner(db, live, all, messages.ended, files),
        },
        {
          provide: FileSweep,
          inject: [DataSource, Settings],
          useFactory: (db: DataSource, { JOB_FILE_DAYS }: JobSettings) =>
            jobFileSweep(db.manager, JOB_FILE_DAYS),
        },
        {
          provide: JobService,
          inject: [DataSource, Files, JobRunner, Importers, Settings, Seal],
          useFactory: (
            db: DataSource,
            files: Files,
            runner: JobRunner,
            all: Importer[],
            settings: JobSettings,
            sealing: FileSeal,
          ) => new JobService(db.manager, files, all, runner, settings, sealing),
        },
        {
          provide: ErrorWorkbookService,
          inject: [JobService],
          useFactory: (jobs: JobService) => new ErrorWorkbookService(jobs, writeErrors),
        },
        JobLifecycle,
        ...providers,
      ],
      exports: [JobService],
    };
  }
}
