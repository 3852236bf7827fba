import type { GradeCounts, GradeYearRow } from '@antt/contracts';
import { Tag } from 'antd';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';

/** A commune, with the year that it has opened. */
export type Row = Omit<GradeYearRow, 'id'> & { id: string; yearId: string | null };
const colours = { 'not-open': 'default', open: 'processing', decided: 'success' } as const;

export const stateTag = (intl: IntlShape, { state }: Pick<Row, 'state'>) => (
  <Tag color={colours[state]}>{intl.formatMessage({ id: `grades.state.${state}` })}</Tag>
);

/** "5/6": graded of all, and who is not graded. */
export const gradedText = (intl: IntlShape, { subjects, proposed, notAssessed }: GradeCounts) =>
  `${intl.formatNumber(proposed)}/${intl.formatNumber(subjects - notAssessed)}`;

/** How far each commune is. */
export function progressColumns(intl: IntlShape): Column<Row>[] {
  const text = (id: MessageId) => intl.formatMessage({ id });
  const decision = ({ decisionNumber, decidedOn }: Row) =>
    decisionNumber === null ? '' : `${decisionNumber}, ${formatDay(decidedOn!)}`;
  const counted = (of: 'teams' | 'members'): Column<Row>[] => [
    {
      id: of,
      title: text(`grades.graded.${of}`),
      hint: text('grades.graded-hint'),
      width: 120,
      align: 'end',
      cell: (row) => gradedText(intl, row[of]),
      text: (row) => gradedText(intl, row[of]),
    },
    ...(['excellent', 'good'] as const).map((grade): Column<Row> => ({
      id: `${of}-${grade}`,
      title: text(`grades.${of}.${grade}`),
      width: 110,
      align: 'end',
      cell: (row) => intl.formatNumber(row[of][grade]),
      text: (row) => row[of][grade],
    })),
  ];
  return [
    {
      id: 'unit',
      title: text('grades.commune'),
      width: 220,
      cell: (row) =>
        row.yearId === null ? (
          unitName(row)
        ) : (
          <PlaceLink path={`/grades/${row.yearId}`}>{unitName(row)}</PlaceLink>
        ),
      text: unitName,
    },
    {
      id: 'parent',
      title: text('grades.parent'),
      width: 160,
      cell: ({ parentName }) => parentName,
      text: ({ parentName }) => parentName,
    },
    {
      id: 'state',
      title: text('grades.state'),
      width: 140,
      cell: (row) => stateTag(intl, row),
      text: ({ state }) => text(`grades.state.${state}`),
    },
    ...counted('teams'),
    ...counted('members'),
    {
      id: 'decision',
      title: text('grades.decision'),
      width: 220,
      cell: decision,
      text: decision,
    },
  ];
}
