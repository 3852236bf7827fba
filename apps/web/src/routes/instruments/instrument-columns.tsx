import type { InstrumentLink } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import type { Column } from '../../sheet/column.ts';
import { instrumentName } from './instrument-text.ts';
import { StandingTag } from './standing-tag.tsx';
import { standingOf } from './standing.rules.ts';

export type ListRow = InstrumentLink & {
  subjects: string[];
  extent?: 'whole' | 'part';
  by?: { kind: string; name: string }[];
};

type About = { on: string; subjectName: (code: string) => string; narrow: boolean; here: boolean };

export function instrumentColumns(
  intl: IntlShape,
  { on, subjectName, narrow, here }: About,
): Column<ListRow>[] {
  const title = (
    id: 'stt' | 'name' | 'issuer' | 'title' | 'subjects' | 'from' | 'to' | 'standing' | 'extent',
  ) => intl.formatMessage({ id: `instruments.column.${id}` });
  const kindOf = ({ kind }: ListRow) => intl.formatMessage({ id: `instrument.kind.${kind}` });
  const subjects = (row: ListRow) => row.subjects.map(subjectName).join('; ');
  const extent = ({ extent: much, by }: ListRow) =>
    [
      much ? intl.formatMessage({ id: `instruments.extent.${much}` }) : '',
      ...(by ?? []).map(({ kind, name }) => `${kind} ${name}`),
    ]
      .filter(Boolean)
      .join(' · ');
  const tag = (row: ListRow) => <StandingTag instrument={row} on={on} />;
  if (narrow) {
    return [
      {
        id: 'name',
        title: title('name'),
        text: (row) => instrumentName(intl, row),
        cell: (row) => (
          <span className="two-lines">
            <span>{row.number}</span>
            <small>{[kindOf(row), here ? extent(row) : row.issuer].join(' · ')}</small>
          </span>
        ),
      },
      { id: 'standing', title: title('standing'), width: 116, cell: tag },
    ];
  }
  const shown: Column<ListRow>[] = [
    { id: 'stt', title: title('stt'), width: 56, align: 'end', cell: (_, index) => index + 1 },
    {
      id: 'name',
      title: title('name'),
      width: 260,
      text: (row) => instrumentName(intl, row),
      cell: (row) => <b className="event">{instrumentName(intl, row)}</b>,
    },
    {
      id: 'issuer',
      title: title('issuer'),
      width: 230,
      text: ({ issuer }) => issuer,
      cell: ({ issuer }) => issuer,
    },
    {
      id: 'title',
      title: title('title'),
      text: ({ title: about }) => about,
      cell: ({ title: about }) => about,
    },
    { id: 'subjects', title: title('subjects'), width: 210, text: subjects, cell: subjects },
    {
      id: 'from',
      title: title('from'),
      width: 116,
      text: ({ effectiveFrom }) => formatDay(effectiveFrom),
      cell: ({ effectiveFrom }) => formatDay(effectiveFrom),
    },
    {
      id: 'to',
      title: title('to'),
      width: 116,
      text: ({ effectiveTo }) => effectiveTo && formatLastDay(effectiveTo),
      cell: ({ effectiveTo }) => effectiveTo && formatLastDay(effectiveTo),
    },
    {
      id: 'standing',
      title: title('standing'),
      width: 132,
      text: (row) => intl.formatMessage({ id: `instruments.standing.${standingOf(row, on)}` }),
      cell: tag,
    },
  ];
  if (here) {
    shown.splice(5, 0, {
      id: 'extent',
      title: title('extent'),
      width: 220,
      text: extent,
      cell: extent,
    });
  }
  return shown;
}
