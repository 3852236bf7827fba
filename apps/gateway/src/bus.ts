import type { connectBus, Envelope } from '@antt/service-kit';

export type Connection = Awaited<ReturnType<typeof connectBus>>;

/**
 * Hears what passes on the bus now. Nothing is kept for a gateway that was away: it only forgets or tells
 * by what it hears, so whoever listens is also told when the bus came back.
 */
export class Passing {
  private readonly connection: Connection;
  private readonly afterGap: (() => void)[] = [];
  private away = false;

  constructor(connection: Connection) {
    this.connection = connection;
    void this.watch();
  }

  /** Facts of a subject (wildcards allowed); JetStream's publications reach plain subscribers too. */
  facts(subject: string, hear: (subject: string, fact: Envelope) => void): void {
    this.messages(subject, (at, data) => hear(at, JSON.parse(data) as Envelope));
  }

  messages(subject: string, hear: (subject: string, data: string) => void): void {
    this.connection.subscribe(subject, {
      callback: (error, message) => {
        if (!error) hear(message.subject, message.string());
      },
    });
  }

  /** Nothing can be asked or stored now. */
  get isAway(): boolean {
    return this.away || this.connection.isClosed();
  }

  /** Something may have passed unheard. */
  onGap(act: () => void): void {
    this.afterGap.push(act);
  }

  private async watch(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'disconnect') this.away = true;
      if (type === 'reconnect') {
        this.away = false;
        for (const act of this.afterGap) act();
      }
    }
  }
}
