import { Form, FormItem, ReportKind, ReportKindDefinition, SenderKind } from '@antt/contracts';
import { PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { timingFault } from './term.rules.ts';

const days = { validFrom: PlainDate.optional(), validTo: PlainDate.optional() };

/** A kind as it is written down: what goes without saying is left out. */
const WrittenKind = ReportKindDefinition.omit({ citation: true })
  .partial({
    nature: true,
    route: true,
    window: true,
    cutOff: true,
    due: true,
    dates: true,
    strict: true,
    rollOver: true,
    graceDays: true,
    resubmissionDays: true,
    certainty: true,
  })
  .extend({ cite: z.string().min(1), ...days });

const WrittenItem = FormItem.partial().required({ code: true });

const WrittenForm = z.strictObject({
  kind: z.string(),
  senders: z.array(SenderKind).min(1),
  cite: z.string().min(1),
  certainty: Form.shape.certainty.unwrap(),
  groups: z.array(
    z.strictObject({ name: z.string(), nameEn: z.string(), items: z.array(WrittenItem) }),
  ),
  checks: Form.shape.document.shape.checks,
  ...days,
});

const KindFile = z.strictObject({
  validFrom: PlainDate,
  documents: z.record(z.string(), z.string()),
  kinds: z.array(WrittenKind).min(1),
  forms: z.array(WrittenForm).min(1),
});

type ShippedKind = Omit<ReportKind, 'id' | 'unitId' | 'inUse'>;
type ShippedForm = Omit<Form, 'id' | 'unitId'>;

/** Beside `src` as beside `dist`. */
const file = new URL('../../catalogue/report-kinds.yaml', import.meta.url);

const leftOut = {
  nature: 'periodic',
  route: [],
  window: null,
  cutOff: null,
  due: null,
  dates: [],
  strict: true,
  rollOver: false,
  graceDays: 0,
  resubmissionDays: 2,
  certainty: 'A',
  validTo: null,
} as const;

const item = { mandatory: true, min: null, max: null, outlierPercent: null };

/** The report kinds and forms that the platform ships, each checked as if a province laid it down. */
export function readReportKinds(): { kinds: ShippedKind[]; forms: ShippedForm[] } {
  const { validFrom, documents, kinds, forms } = KindFile.parse(parse(readFileSync(file, 'utf8')));
  const citation = (cite: string) => documents[cite] ?? cite;
  return {
    kinds: kinds.map(({ cite, ...written }) => {
      const kind = ReportKind.omit({ id: true, unitId: true, inUse: true }).parse({
        ...{ ...leftOut, validFrom },
        ...written,
        citation: citation(cite),
      });
      const fault = timingFault(kind);
      if (fault) throw new Error(`${kind.code}: ${fault}`);
      return kind;
    }),
    forms: forms.flatMap(({ kind, senders, cite, groups, checks, ...written }) =>
      senders.map((sender) =>
        Form.omit({ id: true, unitId: true }).parse({
          ...{ validFrom, validTo: null, ...written },
          ...{ kindCode: kind, sender, citation: citation(cite) },
          document: {
            checks,
            groups: groups.map((group) => ({
              ...group,
              items: group.items.map((one) => ({ ...item, ...one })),
            })),
          },
        }),
      ),
    ),
  };
}
