import type { Award, AwardFinding, AwardForm } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';

/** Forms and titles are data in both languages. */
export const formIn = (
  { locale }: IntlShape,
  { name, nameEn }: Pick<AwardForm, 'name' | 'nameEn'>,
) => (locale.startsWith('en') && nameEn) || name;

type Given = Pick<Award, 'formName' | 'formNameEn' | 'titleName' | 'titleNameEn'>;

/** What is given: the form, the title, or both. */
export function givenIn(intl: IntlShape, award: Given): string {
  const { formName, formNameEn, titleName, titleNameEn } = award;
  return [
    formName && formIn(intl, { name: formName, nameEn: formNameEn ?? '' }),
    titleName && formIn(intl, { name: titleName, nameEn: titleNameEn ?? '' }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Whom it is for, as far as activity knows: of a member the team. */
export function subjectIn(
  intl: IntlShape,
  { subject, subjectName: name }: Pick<Award, 'subject' | 'subjectName'>,
) {
  if (subject === 'team' || subject === 'unit') return name;
  return intl.formatMessage({ id: `awards.subject-of.${subject}` }, { name });
}

/** What a result of a unit says against it, with where it stands. */
export function findingIn(intl: IntlShape, finding: AwardFinding): string {
  const { unitName: unit, year, value, number, decidedOn } = finding;
  return intl.formatMessage(
    { id: `awards.finding.${finding.finding}` },
    {
      ...{ unit, year, number: number ?? '' },
      value: value === null ? '' : intl.formatMessage({ id: `awards.class.${value}` as MessageId }),
      day: decidedOn ? formatDay(decidedOn) : '',
    },
  );
}

/** Years that an achievement may be judged by: of its last day, and the unit's own where that has begun anew. */
export function yearsFor(to: string): number[] {
  const year = Number(to.slice(0, 4));
  return to.slice(5) >= '11-01' ? [year, year + 1] : [year];
}
