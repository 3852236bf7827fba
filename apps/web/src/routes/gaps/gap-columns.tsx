import type { GapRow } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';

/** The page on which the gap is closed: numbers by a quota, shared villages by a consolidation, else the profile. */
function closedAt({ kind, commune, unit }: GapRow): {
  path: string;
  search?: Record<string, string>;
} {
  if (kind === 'quota-missing' || kind === 'teams-over') return { path: '/drafts' };
  if (kind === 'consolidation-overdue') {
    return { path: '/consolidations', search: { within: (commune ?? unit).id } };
  }
  return { path: '/map', search: { unit: (commune ?? unit).id } };
}

/** The columns of the list of what is lacking. */
export function gapColumns(intl: IntlShape, mayDraft: boolean): Column<GapRow>[] {
  const say = intl.formatMessage;
  return [
    {
      id: 'unit',
      title: say({ id: 'gaps.unit' }),
      cell: ({ unit, commune }) => (
        <span className="two-lines">
          <PlaceLink path={`/units/${unit.id}`}>{unitName(unit)}</PlaceLink>
          {commune && commune.id !== unit.id && <small>{unitName(commune)}</small>}
        </span>
      ),
      text: ({ unit }) => unitName(unit),
    },
    {
      id: 'kind',
      title: say({ id: 'gaps.kind' }),
      width: 210,
      cell: (row) => {
        const words = say({ id: `gap.${row.kind}` });
        const { path, search } = closedAt(row);
        if (path === '/drafts' && !mayDraft) return words;
        return (
          <PlaceLink path={path} search={search}>
            {words}
          </PlaceLink>
        );
      },
      text: ({ kind }) => say({ id: `gap.${kind}` }),
    },
    {
      id: 'figures',
      title: say({ id: 'gaps.figures' }),
      width: 130,
      align: 'end',
      cell: ({ kind, figures }) =>
        kind === 'workplace-missing'
          ? `${figures.teamsWith}/${figures.active}`
          : kind === 'villages-uncovered'
            ? ''
            : kind === 'consolidation-overdue'
              ? figures.active
              : `${figures.active}/${figures.decided ?? '–'}`,
      text: ({ figures }) => figures.active,
      optional: true,
    },
    {
      id: 'since',
      title: say({ id: 'gaps.since' }),
      width: 120,
      cell: ({ since }) => formatDay(since),
      text: ({ since }) => formatDay(since),
    },
    {
      id: 'age',
      title: say({ id: 'gaps.age' }),
      width: 92,
      align: 'end',
      cell: ({ ageDays }) => intl.formatNumber(ageDays),
      text: ({ ageDays }) => ageDays,
    },
    {
      id: 'owner',
      title: say({ id: 'gaps.owner' }),
      width: 180,
      cell: ({ owner }) => (owner?.unit ? unitName(owner.unit) : ''),
      text: ({ owner }) => (owner?.unit ? unitName(owner.unit) : null),
      optional: true,
    },
    {
      id: 'assignee',
      title: say({ id: 'gaps.assignee' }),
      width: 200,
      cell: ({ assignment }) =>
        assignment && (
          <span className="two-lines">
            {assignment.assignee}
            {assignment.dueOn && (
              <small>{say({ id: 'gaps.due' }, { day: formatDay(assignment.dueOn) })}</small>
            )}
          </span>
        ),
      text: ({ assignment }) => assignment?.assignee ?? null,
      optional: true,
    },
  ];
}
