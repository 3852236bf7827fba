import { operation } from '@antt/kernel';
import { z } from 'zod';
import { CriteriaDocument } from './criteria-document.ts';

/** Criteria that ship with the platform, one file a province; each opens as a draft. */
export const CriteriaTemplate = z.object({
  /** `ha-noi`; a province has one file, former provinces their own. */
  code: z.string(),
  province: z.string(),
  document: CriteriaDocument,
  /** What an official can check it by: a village, its figures, and what it comes to. */
  scenarios: z.array(z.object({ name: z.string(), members: z.string() })),
});
export type CriteriaTemplate = z.infer<typeof CriteriaTemplate>;

export const listCriteriaTemplates = operation('organisation.criteria-template.list', {
  http: 'GET /criteria-templates',
  allow: 'criteria.read',
  summary: 'Criteria of provinces as far as they are known, to begin a draft from',
  input: z.strictObject({}),
  output: z.object({ items: z.array(CriteriaTemplate) }),
});
