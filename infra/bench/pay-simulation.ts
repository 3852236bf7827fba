import type { PolicyDocumentInput, Simulation } from '@antt/contracts';
import { randomUUID } from 'node:crypto';
import type { DemoClient } from '../demo/client.ts';
import { type Line, round } from './line.ts';
import type { Province } from './pay.ts';

const times = 5;

/** A draft on the real roster of the largest province, beside the policy in force: the slowest of a few askings. */
export async function measureSimulation(
  client: DemoClient,
  { id: province, members }: Province,
  { month, document }: { month: string; document: PolicyDocumentInput },
): Promise<Line> {
  const id = randomUUID();
  await client.post('/policies', {
    ...{ id, units: [province] },
    document: { ...document, proration: 'full-month' },
  });
  const seconds: number[] = [];
  let people = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    const answer = await client.post<Simulation>(`/policies/${id}/simulations`, { month });
    seconds.push((performance.now() - began) / 1_000);
    people = answer.people;
  }
  if (people !== members) throw new Error(`${people} of ${members} members were simulated`);
  const value = round(Math.max(...seconds));
  return {
    ...{ name: `a draft on the roster of ${members} people`, predicted: '3' },
    ...{ measured: value, raw: null, unit: 's', value, sense: 'at-most', bound: 5 },
    note: `the slowest of ${times}, beside the policy in force`,
  };
}
