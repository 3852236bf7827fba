import { revealSupervised, type Supervision } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Drawer, Tag } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { call } from '../../api.ts';
import { formatDay, formatLastDay } from '../../day.ts';
import { FactList } from '../../frame/fact-list.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { RevealDialog } from '../people/reveal-dialog.tsx';
import { quarterName } from './quarter-name.tsx';
import { currentQuarter, daysLate, isOver, reportable } from './supervision.rules.ts';
import { EndSupervisionForm, ReplaceForm, ReportForm } from './supervision-step-forms.tsx';
import { SupervisionTags } from './supervision-tags.tsx';

type Props = {
  supervision: Supervision;
  on: PlainDate;
  onReplaced: (next: Supervision) => void;
  onClose: () => void;
};
type Act = 'report' | 'replace' | 'end';

/** One supervision: who helps, its clocks and reports, and whom it is about for who may be told. */
export function SupervisionPanel({ supervision, on, onReplaced, onClose }: Props) {
  const mayWrite = useMay('supervision.write');
  const [act, setAct] = useState<Act | null>(null);
  const acts: Act[] = [
    ...(supervision.validTo === null ? (['end', 'replace'] as const) : []),
    ...(reportable(supervision, on).length > 0 ? (['report'] as const) : []),
  ];
  // A member that is missing comes before a report that is.
  const first: Act = supervision.needsReplacement ? 'replace' : 'report';
  const form = { supervision, on, onClose: () => setAct(null) };
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={
        <PlaceLink path={`/people/${supervision.personId}`}>{supervision.personName}</PlaceLink>
      }
      footer={
        mayWrite &&
        acts.length > 0 && (
          <div className="drawer-actions">
            {acts.map((one) => (
              <Button
                key={one}
                type={one === first ? 'primary' : 'default'}
                onClick={() => setAct(one)}
              >
                <FormattedMessage id={`supervisions.${one}`} />
              </Button>
            ))}
          </div>
        )
      }
    >
      <Facts supervision={supervision} on={on} />
      <h2>
        <FormattedMessage id="supervisions.reports" />
      </h2>
      <Reports supervision={supervision} on={on} />
      {act === 'report' && <ReportForm {...form} />}
      {act === 'replace' && <ReplaceForm {...form} onDone={onReplaced} />}
      {act === 'end' && <EndSupervisionForm {...form} />}
    </Drawer>
  );
}

function Facts({ supervision, on }: Pick<Props, 'supervision' | 'on'>) {
  const { commune, decision, receivedOn, proposedOn, followsId, validTo } = supervision;
  const facts: [MessageId, ReactNode][] = [
    ['supervisions.state', <SupervisionTags key="state" supervision={supervision} on={on} />],
    ['supervisions.supervised', <Supervised key="name" supervision={supervision} />],
    ['membership.commune', commune ? unitName(commune) : ''],
    ['supervisions.received-on', formatDay(receivedOn)],
    [
      'supervisions.proposed-on',
      <Term key="proposed" done={proposedOn} due={supervision.proposalDue} />,
    ],
    ['decision.number', decision.number],
    [
      'decision.signed-on',
      // Whoever goes on is decided on when the need comes up: the clock is that of the first decision.
      followsId ? (
        formatDay(decision.signedOn)
      ) : (
        <Term key="decided" done={decision.signedOn} due={supervision.decisionDue} />
      ),
    ],
    ['supervisions.valid-from', formatDay(supervision.validFrom)],
    ['supervisions.last-day', validTo ? formatLastDay(validTo) : ''],
    [
      'supervisions.follows',
      followsId && <FormattedMessage key="follows" id="supervisions.follows-another" />,
    ],
  ];
  return <FactList facts={facts} />;
}

/** When something was done, and by when it was owed (law BR-95). */
function Term({ done, due }: { done: PlainDate; due: PlainDate }) {
  const days = daysLate(done, due);
  return (
    <>
      <FormattedMessage
        id="supervisions.term"
        values={{ done: formatDay(done), due: formatDay(due) }}
      />{' '}
      {days > 0 && (
        <Tag color="warning">
          <FormattedMessage id="supervisions.late" values={{ days }} />
        </Tag>
      )}
    </>
  );
}

/** The name lies sealed: it is told one by one, with a reason that the audit log keeps (law BR-97). */
function Supervised({ supervision: { id, personName } }: Pick<Props, 'supervision'>) {
  const intl = useIntl();
  const mayReveal = useMay('criminal-record.read');
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  if (!mayReveal) return <FormattedMessage id="membership.withheld" />;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        <FormattedMessage id="supervisions.tell" />
      </Button>
      {asking && (
        <RevealDialog
          title={<FormattedMessage id="supervisions.reveal" />}
          name={intl.formatMessage({ id: 'supervisions.of-member' }, { name: personName })}
          ask={async (reason) => (await call(revealSupervised, { id, reason })).name}
          onClose={close}
        />
      )}
    </>
  );
}

/** A report for each quarter, be it for a day of it (law BR-97). */
function Reports({ supervision, on }: Pick<Props, 'supervision' | 'on'>) {
  const intl = useIntl();
  const { reported, owed } = supervision;
  const current = currentQuarter(supervision, on);
  const quarters = [
    ...reported.map((quarter) => ({ quarter, stands: 'reported' as const })),
    ...owed.map((quarter) => ({ quarter, stands: 'owed' as const })),
    ...(current ? [{ quarter: current, stands: 'running' as const }] : []),
  ].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  const colours = { reported: 'success', owed: 'error', running: 'default' } as const;
  if (quarters.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage
          id={isOver(supervision, on) ? 'supervisions.no-report' : 'supervisions.no-report-yet'}
        />
      </p>
    );
  }
  return (
    <dl className="facts">
      {quarters.map(({ quarter, stands }) => (
        <div key={quarter}>
          <dt>{quarterName(intl, quarter)}</dt>
          <dd>
            <Tag color={colours[stands]}>
              <FormattedMessage id={`supervisions.report.${stands}`} />
            </Tag>
          </dd>
        </div>
      ))}
    </dl>
  );
}
