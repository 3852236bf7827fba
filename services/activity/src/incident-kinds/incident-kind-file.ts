import { IncidentFeed, IncidentField, IncidentKind } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { cited } from '../indicators/catalogue.ts';

/** As they are written down: what goes without saying is left out. */
const WrittenField = IncidentField.partial().required({ code: true, name: true, nameEn: true });
const WrittenFeed = IncidentFeed.partial().required({ indicator: true });
const WrittenKind = IncidentKind.omit({ id: true, unitId: true, inUse: true, citation: true })
  .partial()
  .required({ code: true, name: true, nameEn: true, taskGroup: true })
  .extend({
    cite: z.string().min(1),
    fields: z.array(WrittenField.strict()).default([]),
    feeds: z.array(WrittenFeed.strict()).default([]),
  })
  .strict();

const KindFile = z.strictObject({
  validFrom: PlainDate,
  documents: z.record(z.string(), z.string()),
  kinds: z.array(WrittenKind).min(1),
});

export type ShippedIncidentKind = Omit<IncidentKind, 'id' | 'unitId' | 'inUse'>;

const most = { count: 10_000, money: 100_000_000_000, flag: null, choice: null } as const;

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/incident-kinds.yaml', import.meta.url);

/** The kinds that the platform ships, each checked as a definition. */
export function readIncidentKinds(): ShippedIncidentKind[] {
  const { validFrom, documents, kinds } = KindFile.parse(parse(readFileSync(file, 'utf8')));
  return kinds.map(({ cite, fields, feeds, ...written }) =>
    IncidentKind.omit({ id: true, unitId: true, inUse: true }).parse({
      ...{ origin: 'record', reported: 'none', onScene: 'none', certainty: 'D' },
      ...{ validFrom, validTo: null, ...written },
      fields: fields.map(({ type = 'count', ...field }) => ({
        ...{ type, required: false, ofTeam: false, by: 'team', most: most[type], options: [] },
        ...field,
      })),
      feeds: feeds.map((feed) => ({
        ...{ part: 'numerator', counts: 'each', field: null, where: [], ...feed },
      })),
      citation: cite
        .split('; ')
        .map((one) => cited(one, documents))
        .join('; '),
    }),
  );
}
