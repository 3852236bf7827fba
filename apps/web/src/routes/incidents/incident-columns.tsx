import type { Incident } from '@antt/contracts';
import { Tag } from 'antd';
import type { IntlShape } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { formatMoment } from '../../moment.ts';
import type { Column } from '../../sheet/column.ts';
import { unitName } from '../../unit-name.ts';
import { kindIn, nameIn, valueIn } from './incident-text.ts';

/** On a phone the kind carries what the other columns say. */
export function incidentColumns(intl: IntlShape, narrow: boolean): Column<Incident>[] {
  const title = (id: 'known' | 'kind' | 'team' | 'commune' | 'place' | 'figures' | 'delay') =>
    intl.formatMessage({ id: `incidents.column.${id}` });
  const figuresOf = ({ details }: Incident) =>
    details
      .map((one) =>
        one.value === true ? nameIn(intl, one) : `${nameIn(intl, one)}: ${valueIn(intl, one)}`,
      )
      .join('; ');
  const marks = ({ state, sameAsId }: Incident) => (
    <>
      {state === 'withdrawn' && (
        <Tag>{intl.formatMessage({ id: 'incidents.state.withdrawn' })}</Tag>
      )}
      {sameAsId && <Tag>{intl.formatMessage({ id: 'incidents.repetition' })}</Tag>}
    </>
  );
  const kind: Column<Incident> = {
    id: 'kind',
    title: title('kind'),
    ...(narrow ? {} : { width: 240 }),
    cell: (row) => (
      <span className="two-lines">
        <span>
          <PlaceLink path={`/incidents/${row.id}`}>{kindIn(intl, row)}</PlaceLink> {marks(row)}
        </span>
        {narrow && (
          <small>
            {[formatMoment(row.knownAt), row.teamName, row.place].filter(Boolean).join(' · ')}
          </small>
        )}
      </span>
    ),
    text: (row) => kindIn(intl, row),
  };
  if (narrow) return [kind];
  const plain = (
    id: Parameters<typeof title>[0],
    text: (row: Incident) => string,
    width?: number,
  ): Column<Incident> => ({
    id,
    title: title(id),
    cell: text,
    text,
    ...(width === undefined ? {} : { width }),
  });
  const delayOf = ({ reportDelay }: Incident) =>
    reportDelay === null
      ? ''
      : intl.formatMessage({ id: 'incidents.minutes' }, { count: reportDelay });
  return [
    plain('known', ({ knownAt }) => formatMoment(knownAt), 150),
    kind,
    plain('team', ({ teamName }) => teamName, 220),
    plain('commune', ({ commune }) => (commune ? unitName(commune) : ''), 150),
    plain('place', ({ place }) => place, 200),
    plain('figures', figuresOf),
    { ...plain('delay', delayOf, 130), align: 'end' },
  ];
}
