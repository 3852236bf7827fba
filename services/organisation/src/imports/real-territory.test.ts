import { getCoverage, getTile, listUnits, recordInstrument } from '@antt/contracts';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { plainInstrument } from '../instruments/standing-instrument.ts';
import { organisation } from '../service.ts';
import { importing } from '../test-import.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const isThere = existsSync(new URL('geo/', shared));
if (!isThere) console.warn('Skipped: the real units and boundaries (../shared/geo) are not there.');
const withGeo = isThere ? test : test.skip;

const service = useService(organisation);
const upload = importing(service);

const bytesOf = (name: string) => readFileSync(new URL(name, shared));
const file = (name: string) => ({ name, bytes: bytesOf(name) });

/** The rows of a list in which a column has a value. */
function rowsWhere(name: string, column: string, value: string) {
  const [head = '', ...rows] = bytesOf(name).toString('utf8').trim().split('\n');
  const index = head.split(',').indexOf(column);
  // Commas within quotes stand only behind the columns that are asked for.
  const kept = rows.filter((row) => row.split(',')[index] === value);
  return { name, bytes: Buffer.from([head, ...kept].join('\n')) };
}

const before = { validFrom: '2025-03-01', list: '2025-03' };
const after = { validFrom: '2025-07-01', list: '2025-07' };
const done = { status: 'succeeded', errors: 0 };

withGeo(
  'the 192 communes of Bắc Giang are drawn, and the 99 of Bắc Ninh from July 2025',
  async () => {
    const list = (level: string) => `geo/units_pre2025_${level}.csv`;
    const take = async (name: string, column: string, level: 'province' | 'district' | 'commune') =>
      expect(
        await upload('units', rowsWhere(name, column, '24'), { ...before, level }),
      ).toMatchObject(done);
    await take(list('provinces'), 'code', 'province');
    await take(list('districts'), 'province_code', 'district');
    await take(list('communes'), 'province_code', 'commune');
    const outlines = await upload(
      'boundaries',
      file('geo/bac_giang_communes_pre2025.geojson'),
      before,
    );
    expect(outlines).toMatchObject({ ...done, counts: { added: 192 } });

    const ends = { ...after, closes: '2025-03' };
    const units = [
      rowsWhere('geo/units_post2025_provinces.csv', 'code', '24').bytes.toString(),
      rowsWhere('geo/units_post2025_communes.csv', 'province_code', '24').bytes.toString(),
    ];
    // One act: the new province and its communes come as the old ones end.
    const rows = units.flatMap((text, index) =>
      text
        .split('\n')
        .slice(1)
        .map((row) => {
          const [code, name, type] = row.split(',');
          return [index === 0 ? 'province' : 'commune', code, name, type, index ? '24' : ''].join(
            ',',
          );
        }),
    );
    const csv = ['level,code,name,kind,parent_code', ...rows].join('\n');
    const merged = await upload('units', { name: 'bac-ninh.csv', bytes: Buffer.from(csv) }, ends);
    expect(merged).toMatchObject({ ...done, counts: { added: 100, ended: 203 } });

    const communes = (on: string) =>
      service.call(getCoverage, { on, level: 'commune' }).then(({ items }) => items);
    expect(await communes('2025-06-30')).toHaveLength(192);
    expect(await communes('2025-07-01')).toHaveLength(99);
    const tile = { layer: 'communes', z: 8, x: 203, y: 112 } as const;
    expect((await service.call(getTile, { ...tile, on: '2025-06-30' })).length).toBeGreaterThan(
      1000,
    );
  },
  120_000,
);

withGeo(
  'the sample annex gives every commune of Bắc Giang its quota, and twice changes nothing',
  async () => {
    const instrumentId = randomUUID();
    await service.call(recordInstrument, {
      id: instrumentId,
      kind: 'decision',
      number: '01/2025/QĐ-UBND (minh họa)',
      issuer: 'UBND tỉnh',
      title: 'Số lượng Tổ',
      signedOn: '2025-03-01',
      effectiveFrom: '2025-03-01',
      effectiveTo: null,
      ...plainInstrument,
      fileIds: [],

      territory: [],
    });
    const annex = file('samples/phu-luc-so-luong-to-192-xa.xlsx');
    const first = await upload('quotas', annex, { instrumentId });
    expect(first).toMatchObject({ ...done, counts: { added: 192 } });
    const again = await upload('quotas', annex, { instrumentId });
    expect(again).toMatchObject({ ...done, counts: { added: 0, changed: 0, unchanged: 192 } });
    const { total } = await service.call(getCoverage, { on: '2025-05-01', level: 'commune' });
    expect(total).toMatchObject({ teams: { decided: 2131 }, members: { decided: 6929 } });
  },
  60_000,
);

withGeo(
  'the 10,003 communes of the country import and draw',
  async () => {
    const list = { validFrom: '2025-03-01', list: 'country' };
    for (const [level, name] of [
      ['province', 'provinces'],
      ['district', 'districts'],
      ['commune', 'communes'],
    ] as const) {
      const units = file(`geo/units_pre2025_${name}.csv`);
      expect(await upload('units', units, { ...list, level })).toMatchObject(done);
    }
    const outlines = await upload('boundaries', file('geo/communes_pre2025.geojson'), list);
    // With them come five island districts that had no commune.
    expect(outlines).toMatchObject({ ...done, counts: { added: 10_008 } });
    const { total } = await service.call(listUnits, {
      on: '2025-05-01',
      level: 'commune',
      limit: 1,
    });
    expect(total).toBe(10_035 + 192);
    const tile = await service.call(getTile, {
      layer: 'communes',
      z: 8,
      x: 203,
      y: 112,
      on: '2025-05-01',
    });
    expect(tile.length).toBeGreaterThan(10_000);
  },
  300_000,
);
