import type { GradeRow, GradeSubject } from '@antt/contracts';
import { Tag } from 'antd';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { gradeText, missingText, shareText, subjectText } from './grade-text.ts';

export type Row = GradeRow & { id: string };

/** The grade that stands: decided, else proposed, or why there is none. */
export function standingTag(intl: IntlShape, row: Row) {
  if (row.notAssessed)
    return <Tag>{intl.formatMessage({ id: `grades.not-assessed.${row.notAssessed}` })}</Tag>;
  if (row.decided) return <Tag color="success">{gradeText(intl, row.decided)}</Tag>;
  if (row.proposed) return <Tag color="processing">{gradeText(intl, row.proposed)}</Tag>;
  return <Tag color="warning">{intl.formatMessage({ id: 'grades.not-proposed' })}</Tag>;
}

type Shown = {
  subject: GradeSubject;
  decided: boolean;
  /** Whether any grade was changed for a reason. */
  changed: boolean;
  pathOf: (subjectId: string) => string;
};

/** Facts, what they allow, what is proposed and what was decided. */
export function gradeColumns(
  intl: IntlShape,
  { subject, decided, changed, pathOf }: Shown,
): Column<Row>[] {
  const text = (id: MessageId) => intl.formatMessage({ id });
  const column = (
    id: string,
    title: MessageId,
    width: number | undefined,
    told: (row: Row) => string | number | null,
    more: Partial<Column<Row>> = {},
  ): Column<Row> => ({
    ...{ id, title: text(title), width, cell: (row) => told(row) ?? '–', text: told },
    ...more,
  });
  const end = { align: 'end' as const };
  const months = ({ months: whole, newInTeam }: Row) =>
    newInTeam && subject === 'member'
      ? `${whole} (${intl.formatMessage({ id: 'grades.new-in-team' })})`
      : whole;
  const absences = ({ facts }: Row) =>
    facts?.absencesUnexcused == null
      ? '–'
      : `${facts.absencesUnexcused} (${facts.absencesExcused ?? 0})`;
  const reports = ({ reportsInTime, reportsDue }: Row) =>
    reportsDue === null || reportsDue === 0 ? '–' : `${reportsInTime}/${reportsDue}`;
  return [
    column(
      'name',
      subject === 'team' ? 'grades.team' : 'grades.member',
      200,
      (row) => subjectText(intl, row),
      {
        cell: (row) => <PlaceLink path={pathOf(row.subjectId)}>{subjectText(intl, row)}</PlaceLink>,
      },
    ),
    ...(subject === 'member'
      ? [
          column('team', 'grades.team', 170, ({ teamName }) => teamName),
          column(
            'position',
            'grades.position',
            90,
            ({ position }) => position && text(`people.position.${position}`),
          ),
        ]
      : []),
    column('months', 'grades.months', 110, months, { ...end, hint: text('grades.by-platform') }),
    ...(subject === 'team'
      ? [
          column('reports', 'grades.reports', 120, reports, {
            ...end,
            hint: text('grades.by-platform'),
          }),
        ]
      : []),
    column('tasks', 'grades.tasks', 100, (row) => shareText(intl, row), end),
    column('absences', 'grades.absences', 120, absences, {
      ...end,
      hint: text('grades.absences-hint'),
    }),
    column('breaches', 'grades.breaches', 90, ({ facts }) => facts?.breaches ?? null, end),
    column('eligible', 'grades.eligible', 180, (row) =>
      row.notAssessed
        ? text(`grades.not-assessed.${row.notAssessed}`)
        : gradeText(intl, row.eligible),
    ),
    column('missing', 'grades.missing', undefined, ({ missing }) => missingText(intl, missing)),
    column('proposed', 'grades.proposed', 130, ({ proposed }) => gradeText(intl, proposed)),
    ...(decided
      ? [column('decided', 'grades.decided', 130, (row) => gradeText(intl, row.decided))]
      : []),
    ...(changed ? [column('reason', 'grades.reason', 200, ({ reason }) => reason)] : []),
  ];
}
