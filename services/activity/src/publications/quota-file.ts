import { PublicationQuota } from '@antt/contracts';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { cited } from '../indicators/catalogue.ts';

const Shipped = PublicationQuota.omit({ id: true, unitId: true });
export type ShippedQuota = z.infer<typeof Shipped>;

/** As they are written down: what goes without saying is left out. */
const QuotaFile = z.strictObject({
  documents: z.record(z.string(), z.string()),
  quotas: z
    .array(
      Shipped.omit({ citation: true })
        .partial({ validTo: true, least: true, certainty: true })
        .extend({ cite: z.string().min(1) })
        .strict(),
    )
    .min(1),
});

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/publication-quotas.yaml', import.meta.url);

/** The quotas that the platform ships, each checked as a definition. */
export function readPublicationQuotas(): ShippedQuota[] {
  const { documents, quotas } = QuotaFile.parse(parse(readFileSync(file, 'utf8')));
  return quotas.map(({ cite, ...written }) =>
    Shipped.parse({
      ...{ least: 1, certainty: 'A', validTo: null, ...written },
      citation: cited(cite, documents),
    }),
  );
}
