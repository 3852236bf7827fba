import type { AbsenceRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { AbsenceTag } from './absence-tag.tsx';
import { EndAbsenceForm } from './end-absence-form.tsx';

type Props = { absence: AbsenceRow; on: PlainDate; onClose: () => void };

/** One absence: who, from when to when, what it rests on, and how it ends. */
export function AbsencePanel({ absence, on, onClose }: Props) {
  const intl = useIntl();
  const mayWrite = useMay('posting.write');
  const [ending, setEnding] = useState(false);
  const { personId, personName, team, commune, decision, reason, validFrom, validTo } = absence;
  const facts: [MessageId, ReactNode][] = [
    ['absence.kind', <AbsenceTag key="kind" absence={absence} on={on} />],
    ['absence.valid-from', formatDay(validFrom)],
    ['absence.valid-to', validTo ? formatDay(validTo) : intl.formatMessage({ id: 'absence.open' })],
    ...(team
      ? ([
          [
            'membership.team',
            <PlaceLink key="team" path={`/teams/${team.id}`}>
              {team.name}
            </PlaceLink>,
          ],
        ] as [MessageId, ReactNode][])
      : []),
    ...(commune ? ([['membership.commune', unitName(commune)]] as [MessageId, ReactNode][]) : []),
    ...(decision
      ? ([
          ['decision.number', decision.number],
          ['decision.signed-on', formatDay(decision.signedOn)],
        ] as [MessageId, ReactNode][])
      : []),
    ['rule.reason', reason ?? intl.formatMessage({ id: 'membership.withheld' })],
  ];
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={<PlaceLink path={`/people/${personId}`}>{personName}</PlaceLink>}
      footer={
        mayWrite && (
          <div className="drawer-actions">
            <Button type="primary" onClick={() => setEnding(true)}>
              <FormattedMessage id={validTo ? 'absence.end-change' : 'absence.end'} />
            </Button>
          </div>
        )
      }
    >
      <dl className="facts">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt>
              <FormattedMessage id={title} />
            </dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      {ending && <EndAbsenceForm absence={absence} on={on} onClose={() => setEnding(false)} />}
    </Drawer>
  );
}
