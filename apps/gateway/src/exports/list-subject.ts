import { getInstrument, getPerson, getTeam, getUnit, getWorkplace } from '@antt/contracts';
import { type PlainDate, Problem, today } from '@antt/kernel';
import type { Client, Context } from '@antt/service-kit';
import { fullName } from './workbook-text.ts';

type Asking = { client: Client; id: string; on: PlainDate; context: Partial<Context> };

/** How a thing is called whose list lies below its address, by the first word of the address. */
const nameOf: Readonly<Record<string, (asking: Asking) => Promise<string>>> = {
  units: async ({ client, id, on, context }) =>
    fullName(await client.call(getUnit, { id, on }, context)),
  teams: async ({ client, id, on, context }) =>
    (await client.call(getTeam, { id, on }, context)).name,
  workplaces: async ({ client, id, on, context }) =>
    (await client.call(getWorkplace, { id, on }, context)).name,
  people: async ({ client, id, on, context }) =>
    (await client.call(getPerson, { id, on }, context)).name,
  instruments: async ({ client, id, context }) =>
    (await client.call(getInstrument, { id }, context)).number,
};

/** What a list about one thing is about, as a line; none where it no longer stands under a name today. */
export async function subjectLines(
  client: Client,
  route: string,
  { id: asked, personId = asked }: Record<string, unknown>,
  context: Partial<Context>,
): Promise<string[]> {
  const name = nameOf[route.split('/')[1]!];
  const id = route.includes('/:personId/') ? personId : asked;
  if (typeof id !== 'string' || !name || !/\/:(id|personId)\//.test(route)) return [];
  try {
    return [await name({ client, id, on: today(), context })];
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 404) return [];
    throw cause;
  }
}
