import { getMapVersion, getTile, type Principal } from '@antt/contracts';
import { Client, type Context } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { Passing } from '../bus.ts';
import { CONFIG, type GatewayConfig } from '../config.ts';
import { type KeptTile, TileCache } from './tile-cache.ts';
import { type MapVersion, stateOf, type TileAddress } from './tile.rules.ts';

const compress = promisify(gzip);
/** The quickest level: it is paid once by the first viewer, who waits for it. */
const level = 1;
/** Bytes that a new connection sends in its first round trip (ten packets): packing them spares no time. */
const oneTrip = 14_000;
const secondsKept = 1_000;

/** Map tiles, kept until what they draw changes. */
@Injectable()
export class TileService {
  private readonly cache: TileCache;
  private readonly asking = new Map<string, Promise<KeptTile>>();
  // Another release may draw the same data otherwise: its tags never meet those of this one.
  private readonly release = randomBytes(4).toString('hex');
  private version: { value: MapVersion; until: number } | null = null;
  private askingVersion: Promise<MapVersion> | null = null;
  private changes = 0;

  constructor(
    private readonly client: Client,
    passing: Passing,
    @Inject(CONFIG) config: GatewayConfig,
  ) {
    this.cache = new TileCache(config.TILE_CACHE_BYTES);
    const forget = () => {
      this.changes += 1;
      this.version = null;
      this.askingVersion = null;
    };
    passing.facts('event.organisation.>', forget);
    passing.onGap(forget);
  }

  /** Names what the layer shows this principal on the day; the tile may be kept as long as it holds. */
  async tagOf(at: TileAddress, principal: Principal, context: Partial<Context>): Promise<string> {
    const known = this.version;
    const version =
      known && known.until > Date.now() ? known.value : await this.currentVersion(context);
    return `${this.release}-${stateOf(version, at, principal)}`;
  }

  /** The tile; those who ask for the same one at once share the work. */
  async tile(tag: string, at: TileAddress, context: Partial<Context>): Promise<KeptTile> {
    const key = `${at.layer}/${at.z}/${at.x}/${at.y}/${tag}`;
    const kept = this.cache.get(key);
    if (kept) return kept;
    let asked = this.asking.get(key);
    if (!asked) {
      asked = this.draw(key, at, context).finally(() => this.asking.delete(key));
      this.asking.set(key, asked);
    }
    return asked;
  }

  /** For the rare caller that does not take gzip. */
  unpack(tag: string, at: TileAddress, tile: KeptTile): Buffer {
    if (tile.plain) return tile.plain;
    const plain = gunzipSync(tile.bytes);
    this.cache.set(`${at.layer}/${at.z}/${at.x}/${at.y}/${tag}`, { ...tile, plain });
    return plain;
  }

  private async draw(key: string, at: TileAddress, context: Partial<Context>): Promise<KeptTile> {
    const drawn = await this.client.fetch(getTile, at, context);
    const packed = drawn.length > oneTrip;
    const tile = { packed, bytes: packed ? await compress(drawn, { level }) : Buffer.from(drawn) };
    this.cache.set(key, tile);
    return tile;
  }

  private currentVersion(context: Partial<Context>): Promise<MapVersion> {
    this.askingVersion ??= this.askVersion(context);
    return this.askingVersion;
  }

  private async askVersion(context: Partial<Context>): Promise<MapVersion> {
    const changes = this.changes;
    try {
      const value = await this.client.call(getMapVersion, {}, context);
      if (changes === this.changes) this.version = { value, until: Date.now() + secondsKept };
      return value;
    } finally {
      if (changes === this.changes) this.askingVersion = null;
    }
  }
}
