import { listDutyOrders, listShifts } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { formatMoment } from '../../moment.ts';
import { covers } from './claim.rules.ts';

/** A record of duty, as the form holds it. */
export type Evidence = `shift ${string}` | `order ${string}`;

type Props = {
  id?: string;
  value?: Evidence;
  onChange?: (evidence: Evidence | undefined) => void;
  personId: string | undefined;
  day: PlainDate | null | undefined;
  moment: string | null;
};

/** The shift or the order that covers the moment of harm (law BR-58): only those are offered. */
export function EvidenceField({ personId, day, moment, ...field }: Props) {
  const intl = useIntl();
  const { within } = useArea();
  const days = { from: day ?? '', to: day ?? '' };
  const shifts = useAnswer(
    listShifts,
    { ...days, personId, limit: 50 },
    { enabled: Boolean(personId && day) },
  );
  const orders = useAnswer(listDutyOrders, { ...days, within }, { enabled: Boolean(day) });
  const options: { value: Evidence; label: string }[] = [
    ...(shifts.data?.items ?? [])
      .filter((shift) => moment !== null && covers(shift, moment))
      .map(({ id, startsAt, endsAt }) => ({
        value: `shift ${id}` as const,
        label: intl.formatMessage(
          { id: 'claims.evidence.shift' },
          { from: formatMoment(startsAt), to: formatMoment(endsAt) },
        ),
      })),
    ...(orders.data?.items ?? []).map(({ id, number, body, from, to }) => ({
      value: `order ${id}` as const,
      label: intl.formatMessage(
        { id: 'claims.evidence.order' },
        { number: number || body, from: formatDay(from), to: formatDay(to) },
      ),
    })),
  ];
  const asked = Boolean(personId && moment) && !shifts.isPending && !orders.isPending;
  return (
    <>
      <Select
        {...field}
        allowClear
        options={options}
        loading={shifts.isFetching || orders.isFetching}
        placeholder={intl.formatMessage({ id: 'claims.evidence.choose' })}
        notFoundContent={null}
      />
      {asked && options.length === 0 && (
        <small className="faint">
          <FormattedMessage id="claims.evidence.none" />{' '}
          <PlaceLink path="/duties" search={{ on: day ?? undefined }}>
            <FormattedMessage id="page.duties" />
          </PlaceLink>
        </small>
      )}
    </>
  );
}
