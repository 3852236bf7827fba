import { type PaymentFile } from '@antt/contracts';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';

/** Entries carry no clock: the same files are the same archive, whenever and wherever it is written. */
const mtime = new Date(1980, 0, 1);
type Entry = { name: string; rows: () => number; amount: number };

/**
 * An archive that is written while it is sent, one file after the other; each is measured and hashed on its way.
 * Nothing of it lies on a disk, and no more than a piece in memory.
 */
export class Bundle {
  readonly stream = new PassThrough();
  readonly files: PaymentFile[] = [];
  private readonly zip = new Zip((error, bytes, isLast) => {
    if (error) this.stream.destroy(error);
    else this.stream.write(bytes);
    if (isLast) this.stream.end();
  });

  /** A file of the bundle, listed in its manifest. */
  async add(
    { name, rows, amount }: Entry,
    source: AsyncIterable<Uint8Array | string> | Uint8Array,
  ): Promise<void> {
    const hash = createHash('sha256');
    let bytes = 0;
    // Workbooks and papers are packed already.
    const entry = name.endsWith('.csv') ? new ZipDeflate(name) : new ZipPassThrough(name);
    entry.mtime = mtime;
    this.zip.add(entry);
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(chunk);
      bytes += chunk.length;
      entry.push(chunk);
      await this.drained();
    }
    entry.push(new Uint8Array(0), true);
    this.files.push({ name, bytes, sha256: hash.digest('hex'), rows: rows(), amount });
  }

  /** The last file, which speaks of the others. */
  end(name: string, text: string): void {
    const entry = new ZipDeflate(name);
    entry.mtime = mtime;
    this.zip.add(entry);
    entry.push(Buffer.from(text), true);
    this.zip.end();
  }

  /** Waits for a slow receiver; one who has gone gets no more. */
  private async drained(): Promise<void> {
    if (this.stream.destroyed) throw new Error('receiver has gone');
    if (!this.stream.writableNeedDrain) return;
    await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]);
    if (this.stream.destroyed) throw new Error('receiver has gone');
  }
}
