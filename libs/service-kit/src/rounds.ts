import { Logger } from '@nestjs/common';

type Round = {
  /** Whose log says what failed. */
  name: string;
  /** Milliseconds from one round to the next. */
  every: number;
  work: () => Promise<unknown>;
  /** What a round that failed means for its work, as the log says it. */
  late: string;
};

/**
 * Work that a service does again and again: one round at a time, and none holds the process up. A round that
 * fails is logged, and its work waits for the next one.
 */
export class Rounds {
  private readonly log: Logger;
  private readonly round: Round;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(round: Round) {
    this.round = round;
    this.log = new Logger(round.name);
  }

  /** The first round is made at once, unless it is to wait as long as the others. */
  begin({ first = 'now' }: { first?: 'now' | 'later' } = {}): void {
    const next = () => {
      this.running ??= this.make().finally(() => (this.running = null));
    };
    if (first === 'now') next();
    this.timer = setInterval(next, this.round.every);
    this.timer.unref();
  }

  /** Begins no more rounds, and waits for the one that is under way. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async make(): Promise<void> {
    try {
      await this.round.work();
    } catch (error) {
      this.log.warn(`${this.round.late}: ${(error as Error).message}`);
    }
  }
}
