import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { day } from './country.ts';
import type { Installation } from './installation.ts';
import { type Line, median, round, type Section } from './line.ts';
import { pgbench } from './pgbench.ts';
import { asker, type Asker, during } from './requests.ts';
import { startUncachedGateway } from './uncached-gateway.ts';

/** As many as keep both cores busy, where there are as many tiles: throughput is what is asked for. */
const mostClients = 16;
const rounds = 3;
const tileSql = new URL(
  '../../services/organisation/src/boundaries/outline-tile.sql',
  import.meta.url,
);

const levels = [
  { layer: 'communes', level: 'commune', z: 8, predicted: '0.80' },
  { layer: 'communes', level: 'commune', z: 11, predicted: '0.55' },
  { layer: 'districts', level: 'district', z: 6, predicted: '0.85' },
] as const;

type Tile = { z: number; x: number; y: number };

export async function measureTiles(
  installation: Installation,
  token: string,
  seconds: number,
): Promise<Section> {
  const sql = await readFile(tileSql, 'utf8');
  const uncached = await startUncachedGateway(installation);
  const drawing = asker(uncached.url, token, mostClients);
  const keeping = asker(installation.url, token, mostClients);
  try {
    const lines: Line[] = [];
    for (const wanted of levels) {
      const tiles = await tilesOf(installation, wanted);
      const clients = Math.min(mostClients, Math.ceil(tiles.length / 2));
      const draws = tiles.map(({ z, x, y }) => [z, x, y, day, wanted.level, wanted.layer]);
      const paths = tiles.map(
        ({ z, x, y }) => `/api/tiles/${wanted.layer}/${z}/${x}/${y}?on=${day}`,
      );
      const raws: number[] = [];
      const rates: number[] = [];
      const ratios: number[] = [];
      await uncachedRate(drawing, paths, clients, seconds / 2); // a young process is a slow one
      // In turns, so that whatever else the machine does troubles both alike.
      for (let round = 0; round < rounds; round += 1) {
        const raw = await pgbench(
          installation.database('organisation'),
          { sql, draws },
          { clients, seconds },
        );
        const rate = await uncachedRate(drawing, paths, clients, seconds);
        raws.push(raw);
        rates.push(rate);
        ratios.push(rate / raw);
      }
      const name = `${wanted.level} tile z${wanted.z}`;
      lines.push({
        name: `${name}, drawn`,
        predicted: wanted.predicted,
        measured: round(median(rates)),
        raw: round(median(raws)),
        unit: 'tiles/s',
        value: round(median(ratios)),
        sense: 'at-least',
        bound: 0.5,
        note: `${tiles.length} tiles, ${clients} clients`,
      });
      const repeated = await repeatedRate(keeping, paths, clients, seconds);
      lines.push({
        name: `${name}, repeated`,
        predicted: wanted.z === 11 ? '12' : '40',
        measured: round(repeated),
        raw: round(median(rates)),
        unit: 'tiles/s',
        value: round(repeated / median(rates)),
        sense: 'at-least',
        bound: 10,
        note: `limit: the same tiles drawn through the gateway; ${round(repeated / median(raws))} × the bare statement`,
      });
    }
    return { lines };
  } finally {
    drawing.close();
    keeping.close();
    await uncached.stop();
  }
}

/** Tiles with something on them, at most 100, in a fixed order. */
async function tilesOf(
  installation: Installation,
  { level, z }: { level: string; z: number },
): Promise<Tile[]> {
  const database = new Client({ connectionString: installation.database('organisation') });
  await database.connect();
  try {
    const side = 2 ** z;
    const column = (lon: number) => Math.floor(((lon + 180) / 360) * side);
    const row = (lat: number) => {
      const angle = (lat * Math.PI) / 180;
      return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side);
    };
    const { rows } = await database.query<Tile>(
      `select $1::int as z, x, y from generate_series($2::int, $3::int) x,
                                      generate_series($4::int, $5::int) y
        where exists (select from boundary b where b.level = $6
                         and b.shape && st_tileenvelope($1, x, y) and b.valid_from <= $7
                         and (b.valid_to is null or $7 < b.valid_to)
                         and st_intersects(b.shape, st_tileenvelope($1, x, y)))
        order by md5(x || '/' || y) limit 100`,
      [z, column(102), column(110), row(23.5), row(8), level, day],
    );
    return rows;
  } finally {
    await database.end();
  }
}

/**
 * Every tile as often as the others, in turn, as pgbench draws them; never one twice at the same moment,
 * because shared work would flatter.
 */
async function uncachedRate(
  ask: Asker,
  paths: string[],
  clients: number,
  seconds: number,
): Promise<number> {
  const drawing = new Map<string, Promise<void>>();
  const draw = async (path: string) => {
    const { status } = await ask.get(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  };
  let next = 0;
  const { rate } = await during(seconds, clients, async () => {
    const path = paths[next++ % paths.length]!;
    while (drawing.has(path)) await drawing.get(path);
    const drawn = draw(path).finally(() => drawing.delete(path));
    drawing.set(path, drawn);
    await drawn;
  });
  return rate;
}

async function repeatedRate(
  ask: Asker,
  paths: string[],
  clients: number,
  seconds: number,
): Promise<number> {
  for (const path of paths) await ask.get(path);
  let next = 0;
  const { rate } = await during(seconds, clients, async () => {
    await ask.get(paths[next++ % paths.length]!);
  });
  return rate;
}
