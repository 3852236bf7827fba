import type { ScoreContent, ScoreTemplateDocument } from './score-template.ts';

/** What is wrong with a template, and where: a code of a content, item or grade. */
export type TemplateFault = {
  fault:
    | 'code-twice'
    | 'points-do-not-add-up'
    | 'item-without-points'
    | 'target-missing'
    | 'indicator-missing'
    | 'per-case-missing'
    | 'grades-not-falling'
    | 'cap-without-grades'
    | 'no-base';
  code: string;
};

const inHundredths = (points: number) => Math.round(points * 100);

/** Why nobody could be scored by this; null where all is well. */
export function templateFault(document: ScoreTemplateDocument): TemplateFault | null {
  const { contents, grades, cap, baseMax } = document;
  const codes = [
    ...contents.map(({ code }) => code),
    ...contents.flatMap(({ items }) => items.map(({ code }) => code)),
  ];
  const twice = codes.find((code, n) => codes.indexOf(code) !== n);
  if (twice) return { fault: 'code-twice', code: twice };
  const base = contents.filter(({ column }) => column === 'base');
  if (base.length === 0) return { fault: 'no-base', code: '' };
  if (sum(base.map(({ max }) => max)) !== inHundredths(baseMax))
    return { fault: 'points-do-not-add-up', code: '' };
  for (const content of contents) {
    const fault = contentFault(content);
    if (fault) return fault;
  }
  const rising = grades.find(({ least }, n) => n > 0 && least >= grades[n - 1]!.least);
  if (rising) return { fault: 'grades-not-falling', code: rising.code };
  if (cap && grades.length < 2) return { fault: 'cap-without-grades', code: '' };
  return null;
}

function contentFault({ code, max, scoring, column, items }: ScoreContent): TemplateFault | null {
  for (const item of items) {
    if ((item.max === null) !== (scoring === 'mean'))
      return { fault: 'item-without-points', code: item.code };
    const reckoned = item.indicator !== null;
    const needs = !['bool', 'range'].includes(item.kind);
    if ((needs && !reckoned) || (item.kind === 'range' && reckoned))
      return { fault: 'indicator-missing', code: item.code };
    if (item.kind === 'ratio-target' && !item.target)
      return { fault: 'target-missing', code: item.code };
    if (item.kind === 'count-target' && (item.target === null) === (item.perCase === null))
      return { fault: 'target-missing', code: item.code };
    if (item.perCase !== null && (column === 'base' || item.kind !== 'count-target'))
      return { fault: 'per-case-missing', code: item.code };
  }
  // a bonus or penalty may offer more than counts of it
  if (
    scoring === 'sum' &&
    column === 'base' &&
    sum(items.map((one) => one.max!)) !== inHundredths(max)
  )
    return { fault: 'points-do-not-add-up', code };
  return null;
}

function sum(points: readonly number[]): number {
  return points.reduce((all, one) => all + inHundredths(one), 0);
}
