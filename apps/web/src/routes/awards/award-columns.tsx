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
  const title = (
    id: 'subject' | 'summary' | 'unit' | 'given' | 'authority' | 'document' | 'state',
  ) => intl.formatMessage({ id: `awards.column.${id}` });
  const plain = (
    id: Parameters<typeof title>[0],
    text: (award: Award) => string,
    width?: number,
  ): Column<Award> => ({
    ...{ id, title: title(id), cell: text, text },
    ...(width === undefined ? {} : { width }),
  });
  return [
    {
      id: 'subject',
      title: title('subject'),
      width: 250,
      cell: (row) => <PlaceLink path={`/awards/${row.id}`}>{subjectIn(intl, row)}</PlaceLink>,
      text: (row) => subjectIn(intl, row),
    },
    plain('summary', ({ summary }) => summary),
    plain('unit', ({ unitName }) => unitName, 130),
    plain('given', (row) => givenIn(intl, row), 180),
    plain(
      'authority',
      ({ authority }) => intl.formatMessage({ id: `awards.authority.${authority}` }),
      170,
    ),
    plain('document', documentOf, 200),
    {
      id: 'state',
      title: title('state'),
      width: 140,
      cell: ({ state }) => <StateTag state={state} />,
      text: ({ state }) => intl.formatMessage({ id: `awards.state.${state}` }),
    },
  ];
}
