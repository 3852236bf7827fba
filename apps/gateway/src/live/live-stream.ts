import { PassThrough } from 'node:stream';

/** Bytes a page may leave unread before it is cut off; it comes again and asks anew. */
const patience = 64 * 1024;

/** One page's server-sent events. */
export class LiveStream {
  readonly bytes = new PassThrough({ highWaterMark: patience });
  private readonly mayListen: () => Promise<boolean>;

  constructor(mayListen: () => Promise<boolean>) {
    this.mayListen = mayListen;
    // The page waits this long before it comes again; the first bytes send the headers on their way.
    this.bytes.write('retry: 3000\n\n');
  }

  send(event: string, data: string): void {
    this.write(`event: ${event}\ndata: ${data.replaceAll('\n', ' ')}\n\n`);
  }

  /** Keeps proxies from taking the silence for an end. */
  beat(): void {
    this.write(':\n\n');
  }

  /** Ends where the token no longer holds: the page comes again with a new one. */
  async check(): Promise<void> {
    if (!(await this.mayListen())) this.end();
  }

  end(): void {
    this.bytes.end();
  }

  private write(text: string): void {
    if (this.bytes.destroyed || this.bytes.writableEnded) return;
    if (this.bytes.writableLength + this.bytes.readableLength > patience) this.bytes.destroy();
    else this.bytes.write(text);
  }
}
