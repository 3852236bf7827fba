import {
  type DuePayment,
  getPayroll,
  issuePayments,
  listPaymentBatches,
  listPayments,
  type PayrollCheck,
} from '@antt/contracts';
import { App, Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { IssueDialog } from './issue-dialog.tsx';
import { Money } from './money.tsx';
import { refusedFindings } from './refused-findings.ts';
import type { Run } from './use-run.ts';

type Props = { run: Run; due: readonly DuePayment[]; whole: boolean };

const isReady = ({ why, changed }: DuePayment) => why === 'released' || changed;

/** What is owed still: released money, and failures with what has changed since; issued in a new batch. */
export function DueList({ run, due, whole }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const may = useMay('payroll.write') && whole;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const issue = useCommand(issuePayments, [listPaymentBatches, listPayments, getPayroll]);
  const keyOf = ({ ownerId, commune }: DuePayment) => `${ownerId} ${commune.id}`;
  const isChosen = (one: DuePayment) =>
    isReady(one) ? !left.has(keyOf(one)) : added.has(keyOf(one));
  const chosen = due.filter(isChosen);
  const turn = (one: DuePayment) => {
    const [set, put] = isReady(one) ? [left, setLeft] : [added, setAdded];
    const next = new Set(set);
    if (!next.delete(keyOf(one))) next.add(keyOf(one));
    put(next);
  };
  const found = refusedFindings(issue.error);
  const send = (answer: { accept?: PayrollCheck[]; reason?: string } = {}) =>
    issue.mutate(
      {
        ...{ id: run.id, batchId: newId(), ...answer },
        only: [...new Set(chosen.map(({ ownerId }) => ownerId))],
      },
      {
        onSuccess: ({ number }) =>
          void message.success(intl.formatMessage({ id: 'payrolls.batch-issued' }, { number })),
      },
    );
  return (
    <section className="run-section" aria-labelledby="due-payments">
      <h2 id="due-payments">
        <FormattedMessage id="payrolls.due" />
      </h2>
      <p className="faint">
        <FormattedMessage id="payrolls.due-note" />
      </p>
      {issue.isError && found.length === 0 && <ProblemPanel problem={issue.error} />}
      <ul className="due-payments">
        {due.map((one) => (
          <li key={keyOf(one)}>
            <Checkbox checked={isChosen(one)} disabled={!may} onChange={() => turn(one)}>
              <b>{one.name}</b> <Money amount={one.amount} />
            </Checkbox>
            <span>
              <Tag color={one.why === 'failed' ? 'red' : 'blue'}>
                <FormattedMessage id={`payrolls.due-why.${one.why}`} />
              </Tag>
              {!isReady(one) && (
                <Tag>
                  <FormattedMessage id="payrolls.due-unchanged" />
                </Tag>
              )}
            </span>
            <small>
              {[
                unitName(one.commune),
                intl.formatMessage({ id: `payrolls.channel.${one.channel}` }),
                one.reason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {may && (
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={issue.isPending}
          onClick={() => send()}
        >
          <FormattedMessage id="payrolls.issue" values={{ count: chosen.length }} />
        </Button>
      )}
      {found.length > 0 && (
        <IssueDialog
          findings={found}
          count={chosen.length}
          pending={issue.isPending}
          onSubmit={send}
          onClose={() => issue.reset()}
        />
      )}
    </section>
  );
}
