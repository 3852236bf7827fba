import { sql } from '@antt/service-kit';
import { useService } from '@antt/testing';
import { expect, test } from '@jest/globals';
import { organisation } from '../service.ts';
import { stage } from './unit-apply.ts';
import type { UnitRow } from './unit-import.ts';
import { place, version } from './unit-version.ts';

const service = useService(organisation);
const placeSql = sql(import.meta.url, './unit-place.sql');
const laterSql = sql(import.meta.url, './unit-orphans-later.sql');

const row = (level: 'commune' | 'village', code: string, parentCode: string | null): UnitRow => ({
  at: code,
  level,
  kind: level === 'commune' ? 'xã' : 'thôn',
  code,
  name: code,
  parentCode,
  households: null,
  population: null,
  populationWithTemporary: null,
  areaKm2: null,
  measuredOn: null,
  tags: [],
  lon: null,
  lat: null,
});

class TakenBack extends Error {}

/** Pages that the database touches for so many villages, five to a commune: to find their parents, and after. */
async function pagesFor(villages: number): Promise<{ placing: number; checking: number }> {
  const settings = { validFrom: '2024-07-01', list: 'place', source: 'x' };
  const communes = Array.from({ length: villages / 5 }, (_, n) => row('commune', `C${n}`, null));
  const below = Array.from({ length: villages }, (_, n) =>
    row('village', `V${n}`, `C${n % communes.length}`),
  );
  const pages = { placing: 0, checking: 0 };
  const counted = service.db.transaction(async (tx) => {
    const touchedBy = async (query: string, values: string[]): Promise<number> => {
      const [answer] = await tx.query(`explain (analyze, buffers, format json) ${query}`, values);
      const { Plan: plan } = answer['QUERY PLAN'][0];
      return plan['Local Hit Blocks'] + plan['Shared Hit Blocks'];
    };
    const { validFrom, list } = settings;
    await stage(tx, [...communes, ...below], settings);
    pages.placing = await touchedBy(placeSql, [validFrom, list, list]);
    const [{ placed }] = await tx.query(
      `select count(*)::int as placed from incoming where parent_id is not null`,
    );
    expect(placed).toBe(villages);
    await tx.query(`insert into unit (id, level) select unit_id, level from incoming`);
    await version(tx, validFrom);
    await place(tx, validFrom);
    pages.checking = await touchedBy(laterSql, [validFrom]);
    throw new TakenBack();
  });
  await expect(counted).rejects.toThrow(TakenBack);
  return pages;
}

// Twofold either way: which of two linear plans is taken hangs on what the database knows of the tables by then.
test('eight times as many villages take about eight times the work, not sixty-four times', async () => {
  const [few, many] = [await pagesFor(2_000), await pagesFor(16_000)];
  expect(many.placing / few.placing).toBeLessThan(24);
  expect(many.checking / few.checking).toBeLessThan(24);
}, 60_000);
