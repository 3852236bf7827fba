import { GradeScheme, gradeSchemeFault } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { cited } from '../indicators/catalogue.ts';

const Shipped = GradeScheme.omit({ id: true, unitId: true });
type Shipped = z.infer<typeof Shipped>;

const SchemeFile = z.strictObject({
  documents: z.record(z.string(), z.string()),
  schemes: z
    .array(
      Shipped.omit({ citation: true, validTo: true })
        .extend({ cite: z.string().min(1), validTo: PlainDate.nullable().default(null) })
        .strict(),
    )
    .min(1),
});

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/grade-schemes.yaml', import.meta.url);

/** The schemes that the platform ships, each checked as if a province laid it down. */
export function readGradeSchemes(): Shipped[] {
  const { documents, schemes } = SchemeFile.parse(parse(readFileSync(file, 'utf8')));
  return schemes.map(({ cite, ...written }) => {
    const scheme = { ...written, citation: cited(cite, documents) };
    const fault = gradeSchemeFault(scheme.document);
    if (fault) throw new Error(`${scheme.name}: ${fault.fault} ${fault.code}`);
    return scheme;
  });
}
