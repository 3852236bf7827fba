import { Rounds } from '@antt/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';

const hour = 3_600_000;

/** Deletes files that nothing was given for a day: a form that was left, a command that was refused. */
export async function deleteUnclaimedFiles(db: EntityManager): Promise<number> {
  const [, deleted] = await db.query(
    `delete from file f
      where f.kept_at < now() - interval '1 day'
        and not exists (select 1 from file_link l where l.file_id = f.id)`,
  );
  return deleted;
}

/** Does so at the start of the service and then each hour. */
@Injectable()
export class UnclaimedFiles implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    ...{ name: 'files', every: hour, late: 'unclaimed files stay for another hour' },
    work: () => deleteUnclaimedFiles(this.db),
  });

  constructor(private readonly db: EntityManager) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }
}
