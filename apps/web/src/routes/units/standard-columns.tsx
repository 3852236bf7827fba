import type { listVillageStandards } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button } from 'antd';
import type { IntlShape } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';
import type { Column } from '../../sheet/column.ts';

export type StandardRow = Output<typeof listVillageStandards>['items'][number];

/** Whose villages a standard is for. */
export const placeOf = (intl: IntlShape, { unitName }: StandardRow) =>
  unitName ?? intl.formatMessage({ id: 'standards.everywhere' });

export const sourceOf = ({ source, instrumentNumber }: StandardRow) =>
  instrumentNumber && !source.includes(instrumentNumber)
    ? `${source} (${instrumentNumber})`
    : source;

/** The columns of the size standards; the kind opens what became of one over the days. */
export function standardColumns(
  intl: IntlShape,
  narrow: boolean,
  onOpen: (standard: StandardRow) => void,
): Column<StandardRow>[] {
  const title = (id: MessageId) => intl.formatMessage({ id });
  const place = (standard: StandardRow) => placeOf(intl, standard);
  const until = ({ validTo }: StandardRow) => (validTo ? formatLastDay(validTo) : '–');
  const columns: Column<StandardRow>[] = [
    {
      id: 'kind',
      title: title('standards.kind'),
      cell: (standard) => (
        <Button type="link" size="small" onClick={() => onOpen(standard)}>
          {standard.kind}
        </Button>
      ),
      order: ({ kind }) => kind,
      text: ({ kind }) => kind,
    },
    {
      id: 'place',
      title: title('standards.place'),
      width: narrow ? 108 : 240,
      cell: place,
      order: place,
      text: place,
    },
    {
      id: 'households',
      title: title('standards.households'),
      width: narrow ? 70 : 150,
      align: 'end',
      cell: ({ households }) => intl.formatNumber(households),
      order: ({ households }) => households,
      text: ({ households }) => households,
    },
    {
      id: 'from',
      title: title('standards.from'),
      width: 120,
      cell: ({ validFrom }) => formatDay(validFrom),
      order: ({ validFrom }) => validFrom,
      text: ({ validFrom }) => formatDay(validFrom),
    },
    {
      id: 'until',
      title: title('standards.until'),
      width: 130,
      cell: until,
      order: ({ validTo }) => validTo,
      text: until,
    },
    {
      id: 'source',
      title: title('standards.source'),
      width: 260,
      cell: sourceOf,
      order: sourceOf,
      text: sourceOf,
    },
  ];
  return narrow
    ? columns.filter(({ id }) => ['kind', 'place', 'households'].includes(id))
    : columns;
}
