import { AwardDecider, AwardFeed, AwardForm, AwardRule } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { cited } from '../indicators/catalogue.ts';

/** As they are written down: what goes without saying is left out. */
const dated = {
  cite: z.string().min(1),
  validFrom: PlainDate.optional(),
  validTo: PlainDate.nullable().default(null),
  certainty: AwardForm.shape.certainty.default('C'),
};
const shipped = { id: true, unitId: true, citation: true } as const;
const WrittenDecider = AwardDecider.partial({ appraisals: true, campaignAppraisals: true });
const WrittenForm = AwardForm.omit({ ...shipped, inUse: true })
  .extend({ ...dated, deciders: z.array(WrittenDecider.strict()) })
  .strict();
const WrittenRule = AwardRule.omit(shipped).extend(dated).strict();
const WrittenFeed = AwardFeed.omit(shipped).extend(dated).strict();

const AwardFile = z.strictObject({
  validFrom: PlainDate,
  documents: z.record(z.string(), z.string()),
  forms: z.array(WrittenForm).min(1),
  rules: z.array(WrittenRule).min(1),
  feeds: z.array(WrittenFeed).min(1),
});

type Shipped<T> = Omit<T, 'id' | 'unitId' | 'inUse'>;
export type ShippedAwards = {
  forms: Shipped<AwardForm>[];
  rules: Shipped<AwardRule>[];
  feeds: Shipped<AwardFeed>[];
};

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/award-forms.yaml', import.meta.url);

/** Forms, rules and what indicators count as the platform ships them, each checked as a definition. */
export function readAwardForms(): ShippedAwards {
  const { validFrom, documents, forms, rules, feeds } = AwardFile.parse(
    parse(readFileSync(file, 'utf8')),
  );
  const since = <T extends { cite: string; validFrom?: PlainDate | undefined }>({
    cite,
    ...one
  }: T) => ({
    ...one,
    validFrom: one.validFrom ?? validFrom,
    citation: cite
      .split('; ')
      .map((part) => cited(part, documents))
      .join('; '),
  });
  return {
    forms: forms.map(({ deciders, ...form }) => ({
      ...since(form),
      deciders: deciders.map(({ authority, appraisals = [], campaignAppraisals = [] }) => ({
        ...{ authority, appraisals, campaignAppraisals },
      })),
    })),
    rules: rules.map(since),
    feeds: feeds.map(since),
  };
}
