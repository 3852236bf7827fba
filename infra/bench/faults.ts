import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Line } from './line.ts';

/** The tests of kills and of a bus that is away, with the whole minute. */
export async function measureFaults(): Promise<Line> {
  const checkout = fileURLToPath(new URL('../../', import.meta.url));
  const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  const chosen = ['--selectProjects', 'node', '--testPathPatterns', 'infra/faults'];
  const code = await new Promise<number>((resolve) =>
    spawn(process.execPath, [...args, ...chosen], {
      cwd: checkout,
      env: { ...process.env, ANTT_PREPARED: '1', ANTT_BUS_AWAY_SECONDS: '60' },
      stdio: 'inherit',
    }).on('close', (status) => resolve(status ?? 1)),
  );
  const failed = code === 0 ? 0 : 1;
  return {
    name: 'quotas lost or doubled by kills and a minute without the bus',
    predicted: '0',
    measured: failed,
    raw: null,
    unit: 'failed',
    value: failed,
    sense: 'at-most',
    bound: 0,
    note: '2,000 commands while services and bus are killed; 200 while the bus is away for 60 s',
  };
}
