import type { GradeCheck, GradeRow, GradeScheme, YearlyGrade } from '@antt/contracts';
import type { IntlShape } from 'react-intl';

/** A grade in short, as tables have it. */
export const gradeText = (intl: IntlShape, grade: YearlyGrade | null) =>
  grade === null ? '–' : intl.formatMessage({ id: `grades.grade.${grade}` });

/** A criterion in the language of the page. */
export const criterionText = (
  intl: IntlShape,
  { name, nameEn }: { name: string; nameEn: string },
) => (intl.locale === 'en' && nameEn ? nameEn : name);

const number = (intl: IntlShape, value: number) =>
  intl.formatNumber(value, { maximumFractionDigits: 2 });

/** How a criterion stands, in figures where it has some. */
export function figureText(intl: IntlShape, check: GradeCheck): string {
  const { kind, value, of, least, teamGrade, state } = check;
  if (kind === 'team' && teamGrade !== null)
    return intl.formatMessage({ id: 'grades.figure.team' }, { grade: gradeText(intl, teamGrade) });
  if (state === 'unknown') return intl.formatMessage({ id: 'grades.figure.unknown' });
  if (kind === 'tasks' && value !== null && of)
    return intl.formatMessage(
      { id: 'grades.figure.tasks' },
      {
        ...{
          value,
          of,
          share: intl.formatNumber((value / of) * 100, { maximumFractionDigits: 2 }),
        },
        least: number(intl, least ?? 0),
      },
    );
  if (kind === 'meetings' && value !== null && of !== null)
    return intl.formatMessage({ id: 'grades.figure.meetings' }, { value, of });
  if (kind === 'reports' && value !== null && of !== null)
    return intl.formatMessage({ id: 'grades.figure.reports' }, { value, of });
  if (kind === 'members' && value !== null && of !== null)
    return intl.formatMessage({ id: 'grades.figure.members' }, { value, of });
  if (kind === 'breaches' && value !== null)
    return intl.formatMessage({ id: 'grades.figure.breaches' }, { value });
  return intl.formatMessage({ id: `grades.figure.${state === 'met' ? 'met' : 'failed'}` });
}

/** What keeps somebody from the next grade, in one line. */
export const missingText = (intl: IntlShape, missing: readonly GradeCheck[]) =>
  missing.map((one) => `${criterionText(intl, one)}: ${figureText(intl, one)}`).join('; ');

/** Tasks done, as a share. */
export function shareText(intl: IntlShape, { facts }: Pick<GradeRow, 'facts'>): string {
  if (facts?.tasksDone == null || !facts.tasksAssigned) return '–';
  const share = (facts.tasksDone / facts.tasksAssigned) * 100;
  return `${intl.formatNumber(share, { maximumFractionDigits: 1 })}%`;
}

/** Who a row is about; a member whose name personnel does not tell stands without one. */
export const subjectText = (intl: IntlShape, { name }: Pick<GradeRow, 'name'>) =>
  name || intl.formatMessage({ id: 'grades.nameless' });

/** What a scheme asks of the share of tasks, for people. */
export function boundText(intl: IntlShape, { document }: GradeScheme): string {
  const { shares, inclusive } = document;
  const sign = inclusive ? '≥' : '>';
  return (['excellent', 'good', 'fulfilled'] as const)
    .filter((grade) => shares[grade] !== null)
    .map((grade) => `${gradeText(intl, grade)} ${sign} ${number(intl, shares[grade]!)}%`)
    .join(', ');
}
