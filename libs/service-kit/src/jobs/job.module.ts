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

/** Gives a service its jobs: a runner for its importers, and `JobService` for its job controller. */
@Module({})
export class JobModule {
  static with(
    importers: Importer[],
    { controllers, providers }: { controllers: Type[]; providers: Provider[] },
  ): DynamicModule {
    return {
      module: JobModule,
      controllers,
      providers: [
        {
          provide: JobRunner,
          inject: [DataSource, Live],
          useFactory: (db: DataSource, live: Live) => new JobRunner(db, live, importers),
        },
        {
          provide: JobService,
          inject: [DataSource, Files, JobRunner],
          useFactory: (db: DataSource, files: Files, runner: JobRunner) =>
            new JobService(db.manager, files, importers, runner),
        },
        JobLifecycle,
        ...providers,
      ],
      exports: [JobService],
    };
  }
}
