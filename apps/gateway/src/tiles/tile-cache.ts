/** A tile as it is kept: packed with gzip or not; unpacked too once somebody asked for it so. */
export type KeptTile = { bytes: Buffer; packed: boolean; plain?: Buffer };

/** Rough cost of an entry beside its bytes. */
const overhead = 300;

/** The tiles asked for last, up to a number of bytes. */
export class TileCache {
  private readonly tiles = new Map<string, KeptTile>();
  private readonly limit: number;
  private bytes = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: string): KeptTile | undefined {
    const tile = this.tiles.get(key);
    if (tile) {
      this.tiles.delete(key);
      this.tiles.set(key, tile);
    }
    return tile;
  }

  set(key: string, tile: KeptTile): void {
    this.drop(key);
    this.tiles.set(key, tile);
    this.bytes += size(key, tile);
    for (const oldest of this.tiles.keys()) {
      if (this.bytes <= this.limit) break;
      this.drop(oldest);
    }
  }

  get size(): number {
    return this.bytes;
  }

  private drop(key: string): void {
    const tile = this.tiles.get(key);
    if (!tile) return;
    this.bytes -= size(key, tile);
    this.tiles.delete(key);
  }
}

function size(key: string, { bytes, plain }: KeptTile): number {
  return bytes.byteLength + (plain?.byteLength ?? 0) + 2 * key.length + overhead;
}
