import { expect, test } from '@jest/globals';
import pg from 'pg';

test('the throw-away cluster of a test run has PostGIS and the Vietnamese day', async () => {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select current_setting('timezone') as zone, current_setting('fsync') as fsync,
              (select count(*)::int from pg_available_extensions where name in ('postgis', 'btree_gist', 'unaccent', 'pg_trgm')) as extensions`,
    );
    expect(rows).toEqual([{ zone: 'Asia/Ho_Chi_Minh', fsync: 'off', extensions: 4 }]);
  } finally {
    await client.end();
  }
});
