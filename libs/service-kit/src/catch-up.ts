import { Logger } from '@nestjs/common';

/** Between two attempts, in milliseconds. */
const pause = 2_000;

/**
 * Work at the start of a service that another one has to answer for, tried until it is done: services come up
 * in any order. The first failure is logged, and the success after it.
 */
export class CatchUp {
  private readonly log: Logger;
  private readonly work: () => Promise<void>;
  private timer: NodeJS.Timeout | undefined;
  private hasFailed = false;
  private isOver = false;

  constructor(name: string, work: () => Promise<void>) {
    this.log = new Logger(name);
    this.work = work;
  }

  begin(): void {
    void this.attempt();
  }

  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private async attempt(): Promise<void> {
    try {
      await this.work();
      if (this.hasFailed) this.log.log('caught up');
    } catch (error) {
      if (this.isOver) return;
      if (!this.hasFailed) this.log.warn(`to be caught up: ${(error as Error).message}`);
      this.hasFailed = true;
      this.timer = setTimeout(() => this.begin(), pause);
    }
  }
}
