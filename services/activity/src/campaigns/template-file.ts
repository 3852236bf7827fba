import { ScoreTemplate, templateFault } from '@antt/contracts';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const leftOut = {
  max: null,
  indicator: null,
  target: null,
  perCase: null,
  noCase: 'full',
  latePercent: 0,
  mustMax: false,
  gate: false,
};

const Written = z.strictObject({
  subject: ScoreTemplate.shape.subject,
  certainty: ScoreTemplate.shape.certainty,
  citation: z.string(),
  document: z.looseObject({
    contents: z.array(z.looseObject({ items: z.array(z.record(z.string(), z.unknown())) })),
  }),
});

const Shipped = ScoreTemplate.pick({
  subject: true,
  document: true,
  certainty: true,
  citation: true,
});
type Shipped = z.infer<typeof Shipped>;

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/score-templates.yaml', import.meta.url);

/** Templates to begin from, each checked as if a province laid it down. */
export function readScoreTemplates(): Shipped[] {
  const { templates } = z
    .strictObject({ templates: z.array(Written) })
    .parse(parse(readFileSync(file, 'utf8')));
  return templates.map(({ document, ...rest }) => {
    const contents = document.contents.map((content) => ({
      ...content,
      items: content.items.map((item) => ({ ...leftOut, ...item })),
    }));
    const template = Shipped.parse({ ...rest, document: { ...document, contents } });
    const fault = templateFault(template.document);
    if (fault) throw new Error(`${rest.subject}: ${fault.fault} ${fault.code}`);
    return template;
  });
}
