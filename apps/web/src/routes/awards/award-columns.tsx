import type { Award } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { Column } from '../../sheet/column.ts';
import { givenIn, subjectIn } from './award-text.ts';
import { StateTag } from './state-tag.tsx';

/** The document that says last how it stands: of the decision, else of the proposal. */
export function documentOf({ decisionNumber, decidedOn, number, proposedOn }: Award): string {
  const [said, on] = decisionNumber ? [decisionNumber, decidedOn!] : [number, proposedOn];
  return `${said} · ${formatDay(on)}`;
}

/** The columns of the list on a desk. */
export function awardColumns(intl: IntlShape): Column<Award>[] {
  const title = (id: 'subject' | 'unit' | 'given' | 'authority' | 'document' | 'state' | 'round') =>
    intl.formatMessage({ id: `awards.column.${id}` });
  const plain = (
    id: Parameters<typeof title>[0],
    text: (award: Award) => string,
    width: number,
  ): Column<Award> => ({ id, title: title(id), cell: text, text, width });
  return [
    {
      id: 'subject',
      title: title('subject'),
      cell: (row) => (
        <span className="two-lines">
          <PlaceLink path={`/awards/${row.id}`}>{subjectIn(intl, row)}</PlaceLink>
          <small>{row.summary}</small>
        </span>
      ),
      text: (row) => subjectIn(intl, row),
    },
    plain('unit', ({ unitName }) => unitName, 170),
    plain('given', (row) => givenIn(intl, row), 220),
    plain(
      'authority',
      ({ authority }) => intl.formatMessage({ id: `awards.authority.${authority}` }),
      190,
    ),
    plain('round', ({ roundName }) => roundName ?? '', 150),
    plain('document', documentOf, 210),
    {
      id: 'state',
      title: title('state'),
      width: 150,
      cell: ({ state }) => <StateTag state={state} />,
      text: ({ state }) => intl.formatMessage({ id: `awards.state.${state}` }),
    },
  ];
}
