import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { calculate } from './calculation.ts';
import { failureOf } from './failure-of.ts';

/**
 * Calculates runs beside the requests, one at a time. Whatever was begun and not finished when the service
 * ended is begun again when it starts: lines are written in one transaction, so nothing is half there.
 */
@Injectable()
export class PayrollRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('payroll');
  private queue: Promise<void> = Promise.resolve();
  private readonly waiting = new Set<string>();
  private ended = false;

  constructor(private readonly db: EntityManager) {}

  async onApplicationBootstrap(): Promise<void> {
    const open: { id: string }[] = await this.db.query(
      `select id from payroll where state = 'draft' and failure is null order by month`,
    );
    for (const { id } of open) this.begin(id);
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    await this.queue;
  }

  /** A run that waits already is not calculated twice. */
  begin(id: string): void {
    if (this.waiting.has(id)) return;
    this.waiting.add(id);
    this.queue = this.queue.then(() => this.run(id));
  }

  private async run(id: string): Promise<void> {
    this.waiting.delete(id);
    if (this.ended) return;
    try {
      await this.db.transaction((tx) => calculate(tx, id));
    } catch (error) {
      this.log.error({ payroll: id, error });
      await this.tell(id, error).catch((reason: unknown) =>
        this.log.error({ payroll: id, error: reason }),
      );
    }
  }

  private async tell(id: string, error: unknown): Promise<void> {
    await this.db.query(
      `update payroll set failure = $2 where id = $1 and may_be_calculated(state)`,
      [id, JSON.stringify(await failureOf(this.db, id, error))],
    );
  }
}
