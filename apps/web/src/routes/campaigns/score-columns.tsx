import type { Score } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';
import { ScoreTags } from './score-tags.tsx';
import { barredText, heatOf, pointsText } from './score-text.ts';
import type { TemplateNames } from './template-names.ts';

export type Row = Score & { id: string };
type Shown = { names: TemplateNames; pathOf: (subjectId: string) => string; grouped: boolean };

/** The ranking on a desk; the points of each content stand as a heat table. */
export function scoreColumns(
  intl: IntlShape,
  rows: readonly Row[],
  { names, pathOf, grouped }: Shown,
): Column<Row>[] {
  const text = (id: MessageId) => intl.formatMessage({ id });
  const number = (id: 'base' | 'bonus' | 'penalty' | 'total'): Column<Row> => ({
    id,
    title: text(`campaigns.${id}`),
    width: id === 'total' ? 84 : 76,
    align: 'end',
    cell: (row) => {
      const shown = pointsText(intl, row[id]);
      return id === 'total' ? <b>{shown}</b> : shown;
    },
    text: (row) => pointsText(intl, row[id]),
  });
  const gradeOf = ({ grade, lowered }: Row) => {
    if (!grade) return '';
    return names.grade(grade) + (lowered ? ` (${text('campaigns.lowered')})` : '');
  };
  return [
    {
      id: 'rank',
      title: text('campaigns.rank'),
      width: 60,
      align: 'end',
      cell: ({ rank }) => rank ?? '–',
      text: ({ rank }) => rank,
    },
    {
      id: 'name',
      title: text('campaigns.subject'),
      width: 200,
      cell: ({ subjectId, name }) => <PlaceLink path={pathOf(subjectId)}>{name}</PlaceLink>,
      text: ({ name }) => name,
    },
    {
      id: 'unit',
      title: text('campaigns.unit'),
      width: 150,
      cell: ({ unitName }) => unitName,
      text: ({ unitName }) => unitName,
    },
    ...(grouped
      ? [
          {
            id: 'group',
            title: text('campaigns.group'),
            width: 110,
            cell: ({ group }: Row) => group,
            text: ({ group }: Row) => group,
          },
        ]
      : []),
    ...(rows[0]?.contents ?? []).map(({ code, max }): Column<Row> => {
      const of = (row: Row) => row.contents.find((one) => one.code === code);
      return {
        id: code,
        title: code,
        hint: `${names.content(code)} (${pointsText(intl, max)})`,
        width: 58,
        align: 'end',
        cell: (row) => {
          const points = of(row)?.points ?? 0;
          if (!names.isBase(code)) return pointsText(intl, points);
          return (
            <span className="heat" data-heat={heatOf(points, max)}>
              {pointsText(intl, points)}
            </span>
          );
        },
        text: (row) => pointsText(intl, of(row)?.points ?? null),
      };
    }),
    ...(['base', 'bonus', 'penalty', 'total'] as const).map(number),
    {
      id: 'grade',
      title: text('campaigns.grade'),
      width: 150,
      cell: gradeOf,
      text: gradeOf,
    },
    {
      id: 'marks',
      title: text('campaigns.marks'),
      width: 360,
      cell: (row) => <ScoreTags score={row} />,
      text: (row) =>
        [
          text(row.verified ? 'campaigns.verified' : 'campaigns.not-verified'),
          barredText(intl, row.disqualified),
        ]
          .filter(Boolean)
          .join('; '),
    },
  ];
}
