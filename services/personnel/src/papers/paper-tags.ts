import {
  CompiledPaperKind,
  compiledTags,
  FormKind,
  type FormSubject,
  type PaperKind,
  paperKinds,
} from '@antt/contracts';
import type { TemplateValues } from '@antt/paper';
import { cessationTags } from './cessation-tags.ts';
import { personTags, placeTags } from './common-tags.ts';
import type { PaperFacts } from './paper-facts.ts';
import { payTags } from './pay-tags.ts';
import { recruitmentTags } from './recruitment-tags.ts';
import { filled, type Tag } from './tag.ts';
import { teamTags } from './team-tags.ts';

const firstPerson = personTags.map((one): Tag<PaperFacts> => ({
  tag: one.tag,
  text: ({ people: [person] }) => person && one.text(person),
}));

const bySubject: Record<FormSubject, Tag<PaperFacts>[]> = {
  application: [...placeTags, ...firstPerson, ...recruitmentTags],
  recruitment: [...placeTags, ...recruitmentTags, ...teamTags],
  cessation: [...placeTags, ...firstPerson, ...cessationTags],
  team: [...placeTags, ...teamTags],
};

/** Compiled reports are filled in elsewhere: here it is known which fields they have. */
const ofCompiled: Tag<never>[] = [
  ...compiledTags.single.map((tag) => ({ tag, text: () => null })),
  ...Object.entries(compiledTags.rows).map(([tag, names]) => ({
    tag,
    names: [...names],
    rows: () => [],
  })),
];

/** What a template of the kind may name. */
export function tagsOfKind(kind: PaperKind): readonly Tag<never>[] {
  if (CompiledPaperKind.safeParse(kind).success) return ofCompiled;
  const form = FormKind.safeParse(kind);
  return form.success ? bySubject[paperKinds[form.data].of] : payTags;
}

/** What the paper says, by tag. */
export const valuesOf = (facts: PaperFacts): TemplateValues =>
  filled(bySubject[paperKinds[facts.kind].of], facts);
