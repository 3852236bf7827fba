import '../../field/field.css';
import type { QuotaRow } from '@antt/contracts';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceButton } from '../../frame/place-button.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import type { ListedInstrument } from '../instruments/instrument-field.tsx';
import { InstrumentFacts } from '../instruments/instrument-facts.tsx';
import { Difference } from './difference.tsx';
import { differenceOf, reasonsOf } from './quota.rules.ts';

type Props = {
  row: QuotaRow;
  instrument: ListedInstrument | undefined;
  onSet: () => void;
  onClose: () => void;
};

const figure = (value: number | null) => (value === null ? '–' : <FormattedNumber value={value} />);

const normText = ({ norm }: QuotaRow) =>
  norm?.teams == null ? (
    <FormattedMessage id="quotas.panel.no-norm" />
  ) : (
    <>
      <FormattedNumber value={norm.teams} /> / {figure(norm.members)}
    </>
  );

/** One commune's quota: its figures, how long it holds, and the decision behind it. */
export function QuotaPanel({ row, instrument, onSet, onClose }: Props) {
  const intl = useIntl();
  const maySet = useMay('quota.write');
  const facts: [MessageId, ReactNode][] = [
    ['quotas.form.villages', figure(row.villages)],
    ['quotas.panel.norm', normText(row)],
    ['quotas.panel.teams', figure(row.teams)],
    ['quotas.panel.active', figure(row.active)],
    ['quotas.column.difference', <Difference key="difference" value={differenceOf(row)} />],
    ['quotas.panel.members', figure(row.members)],
    [
      'quotas.panel.serving',
      typeof row.serving === 'number' ? (
        figure(row.serving)
      ) : (
        <FormattedMessage key="serving" id="quotas.panel.not-yet" />
      ),
    ],
    ['quotas.form.leaders', figure(row.leaders)],
    ['quotas.form.deputies', figure(row.deputies)],
    ['quotas.form.ordinary', figure(row.ordinary)],
  ];
  return (
    <Drawer
      open
      size={400}
      mask={false}
      title={
        <span className="panel-title">
          {unitName(row.unit)}
          {row.parent && <small>{unitName(row.parent)}</small>}
        </span>
      }
      onClose={onClose}
      footer={
        <div className="drawer-actions">
          <PlaceButton path="/map" search={{ unit: row.unitId }}>
            <FormattedMessage id="quotas.panel.on-map" />
          </PlaceButton>
          {maySet && !row.restated && (
            <Button type="primary" onClick={onSet}>
              <FormattedMessage id="quotas.panel.set" />
            </Button>
          )}
        </div>
      }
    >
      <dl className="facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>
              <FormattedMessage id={title} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="panel-note reasons">
        {reasonsOf(row).map(({ id, values }) => (
          <li key={id}>
            <FormattedMessage
              id={`quotas.reason.${id}`}
              values={{ ...values, until: formatLastDay(String(values.until ?? '')) }}
            />
          </li>
        ))}
      </ul>
      {row.restated && (
        <p className="panel-note">
          <FormattedMessage
            id="quotas.panel.made-of"
            values={{
              names: row.restated.of
                .map((unit) =>
                  unit.whole
                    ? unitName(unit)
                    : intl.formatMessage({ id: 'quotas.panel.partly' }, { name: unitName(unit) }),
                )
                .join(', '),
            }}
          />
        </p>
      )}
      {row.validFrom && (
        <p className="panel-note">
          <FormattedMessage
            id={row.validTo ? 'quotas.panel.holds-until' : 'quotas.panel.holds'}
            values={{
              from: formatDay(row.validFrom),
              to: row.validTo && formatLastDay(row.validTo),
            }}
          />
        </p>
      )}
      {row.note && (
        <p className="panel-note">
          <FormattedMessage id="quotas.panel.note" values={{ note: row.note }} />
        </p>
      )}
      {instrument && (
        <>
          <h2>
            <FormattedMessage id="quotas.column.basis" />
          </h2>
          <InstrumentFacts instrument={instrument} />
        </>
      )}
    </Drawer>
  );
}
