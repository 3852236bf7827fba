import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoClient } from '../demo/client.ts';
import { uuidOf } from '../demo/uuid.ts';
import { administrator, type Platform } from './platform.ts';

const beginning = '2024-07-01';

export type QuotaCommand = {
  id: string;
  unitId: string;
  instrumentId: string;
  teams: number;
  members: number;
  validFrom: string;
};
export type Territory = {
  token: string;
  client: DemoClient;
  /** So many new commands, each for one commune and one day; no two meet. */
  quotas: (count: number) => QuotaCommand[];
};

/** Signs in and imports a small invented province with one decision, so that quotas can be set. */
export async function layOut(platform: Platform, communes = 100): Promise<Territory> {
  const client = new DemoClient(platform.url);
  await client.signIn(administrator.ADMIN_USERNAME, administrator.ADMIN_PASSWORD);
  await importUnits(client, communes);
  const page = await client.get<{ items: { id: string }[] }>(
    `/units?on=${beginning}&level=commune&limit=1000`,
  );
  const units = page.items.map(({ id }) => id);
  const instrumentId = uuidOf(beginning, 'faults/instrument');
  await client.post('/instruments', {
    id: instrumentId,
    kind: 'decision',
    number: '01/QĐ-UBND',
    issuer: 'UBND tỉnh Thử Nghiệm',
    title: 'Quyết định thử nghiệm',
    signedOn: beginning,
    effectiveFrom: beginning,
  });
  let made = 0;
  const next = (): QuotaCommand => {
    const n = made++;
    return {
      id: uuidOf(beginning, `faults/quota/${n}`),
      unitId: units[n % units.length]!,
      instrumentId,
      teams: 1 + (n % 50),
      members: 3 * (1 + (n % 50)),
      validFrom: dayAfter(beginning, Math.floor(n / units.length)),
    };
  };
  const quotas = (count: number) => Array.from({ length: count }, next);
  return { token: await tokenOf(platform.url), client, quotas };
}

async function importUnits(client: DemoClient, communes: number): Promise<void> {
  const rows = [
    'level,code,name,kind,parent_code',
    'province,99,Thử Nghiệm,tỉnh,',
    'district,999,Thử Nghiệm,huyện,99',
    ...Array.from(
      { length: communes },
      (_, n) => `commune,${String(n + 1).padStart(5, '0')},Xã số ${n + 1},xã,999`,
    ),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'antt-faults-'));
  try {
    const file = join(folder, 'units.csv');
    await writeFile(file, `${rows.join('\n')}\n`);
    await client.import('units', file, { validFrom: beginning, list: 'thử', source: 'Thử nghiệm' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tokenOf(url: string): Promise<string> {
  const response = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      username: administrator.ADMIN_USERNAME,
      password: administrator.ADMIN_PASSWORD,
    }),
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
