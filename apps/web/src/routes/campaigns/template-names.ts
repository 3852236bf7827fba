import type { ScoreSubject, ScoreTemplate } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

type Named = { name: string; nameEn: string };

/** The name of something of a template in the language of the page. */
export const named = (intl: IntlShape, { name, nameEn }: Named) =>
  intl.locale === 'en' && nameEn ? nameEn : name;

/** What the codes of a subject's templates are called; a round may have been opened with an earlier version. */
export function templateNames(
  intl: IntlShape,
  templates: readonly ScoreTemplate[],
  subject: ScoreSubject,
) {
  const content = new Map<string, string>();
  const grade = new Map<string, string>();
  const base = new Set<string>();
  for (const { document } of templates.filter((one) => one.subject === subject).toReversed()) {
    for (const one of document.contents) {
      content.set(one.code, named(intl, one));
      if (one.column === 'base') base.add(one.code);
    }
    for (const one of document.grades) grade.set(one.code, named(intl, one));
  }
  return {
    content: (code: string) => content.get(code) ?? code,
    grade: (code: string) => grade.get(code) ?? code,
    /** Bonus and penalty are no part of a whole that could be reached. */
    isBase: (code: string) => base.has(code),
  };
}
export type TemplateNames = ReturnType<typeof templateNames>;
