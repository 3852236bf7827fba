import { Indicator, IndicatorDefinition } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const measures = { count: null, ratio: '%', flag: 'có/không', months: 'tháng' } as const;

/** An indicator as it is written down: what goes without saying is left out. */
const Written = IndicatorDefinition.omit({ citation: true })
  .partial({
    measure: true,
    numerator: true,
    denominator: true,
    aggregation: true,
    target: true,
    direction: true,
    zeroTolerance: true,
    source: true,
    certainty: true,
  })
  .extend({
    /** "campaign §II.4.1": a document of the file, and the passage. */
    cite: z.string().min(1),
    validFrom: PlainDate.optional(),
    validTo: PlainDate.optional(),
  })
  .strict();

const CatalogueFile = z.strictObject({
  validFrom: PlainDate,
  documents: z.record(z.string(), z.string()),
  indicators: z.array(Written).min(1),
});

export type ShippedIndicator = Omit<Indicator, 'id' | 'unitId' | 'inUse'>;

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/indicators.yaml', import.meta.url);

/** The indicators that the platform ships, each checked as a definition. */
export function readIndicators(): ShippedIndicator[] {
  const { validFrom, documents, indicators } = CatalogueFile.parse(
    parse(readFileSync(file, 'utf8')),
  );
  return indicators.map(({ cite, ...written }) =>
    Indicator.omit({ id: true, unitId: true, inUse: true }).parse({
      aggregation: written.shape === 'count' ? 'sum' : 'ratio',
      numerator: written.name,
      denominator: null,
      measure: measures[written.shape],
      target: null,
      direction: 'up',
      zeroTolerance: false,
      source: 'team',
      certainty: 'A',
      validFrom,
      validTo: null,
      ...written,
      citation: cited(cite, documents),
    }),
  );
}

/** "campaign §II.4" with the document's name in the place of its key. */
export function cited(cite: string, documents: Readonly<Record<string, string>>): string {
  const [key, ...passage] = cite.split(' ');
  const document = documents[key!.replace(/;$/, '')];
  if (!document) throw new Error(`no document ${key} for "${cite}"`);
  return [document, ...passage].join(' ');
}
