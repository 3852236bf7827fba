import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
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
  private readonly log = new Logger('files');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: EntityManager) {}

  onApplicationBootstrap(): void {
    const sweep = () =>
      void deleteUnclaimedFiles(this.db).catch((error: Error) =>
        this.log.warn(`unclaimed files stay for another hour: ${error.message}`),
      );
    sweep();
    this.timer = setInterval(sweep, hour);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
