import '../../field/field.css';
import { type Account, listAccounts, resetPassword, unlockAccount } from '@antt/contracts';
import { App, Button, Drawer, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { formatMoment } from '../../moment.ts';
import { useMay, useMe } from '../../session/me.ts';
import { AccountState } from './account-state.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { GrantList } from './grant-list.tsx';
import type { HandOverOf } from './hand-over.tsx';

type Props = { account: Account; onClose: () => void; onHandOver: (made: HandOverOf) => void };

/** One account: who it is, what it may do where, and what can be done about it. */
export function AccountPanel({ account, onClose, onHandOver }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const me = useMe();
  const own = me.account.id === account.id;
  // Nobody changes the own account, whatever they may do to others.
  const mayChange = useMay('account.write') && !own && account.state !== 'closed';
  const [closing, setClosing] = useState(false);
  const reset = useCommand(resetPassword, [listAccounts]);
  const unlock = useCommand(unlockAccount, [listAccounts]);
  const { username, fullName } = account;

  const facts: [MessageId, ReactNode][] = [
    ['accounts.column.username', username],
    ['accounts.column.state', <AccountState key="state" state={account.state} />],
    ['accounts.column.phone', account.phone || '–'],
    [
      'accounts.column.last',
      account.lastSignInAt
        ? formatMoment(account.lastSignInAt)
        : intl.formatMessage({ id: 'accounts.never' }),
    ],
  ];
  const doReset = () =>
    reset.mutate(
      { id: account.id },
      { onSuccess: ({ oneTimePassword }) => onHandOver({ username, fullName, oneTimePassword }) },
    );
  const doUnlock = () =>
    unlock.mutate(
      { id: account.id },
      {
        onSuccess: () => void message.success(intl.formatMessage({ id: 'accounts.unlocked' })),
      },
    );

  return (
    <Drawer
      open
      size={440}
      mask={false}
      title={
        <span className="panel-title">
          {fullName}
          {account.invented && (
            <small>
              <FormattedMessage id="accounts.invented" />
            </small>
          )}
        </span>
      }
      onClose={onClose}
      footer={
        mayChange && (
          <div className="drawer-actions">
            <Button danger onClick={() => setClosing(true)}>
              <FormattedMessage id="accounts.close" />
            </Button>
            {account.state === 'locked' && (
              <Button loading={unlock.isPending} onClick={doUnlock}>
                <FormattedMessage id="accounts.unlock" />
              </Button>
            )}
            <Popconfirm
              title={<FormattedMessage id="accounts.reset-sure" />}
              description={<FormattedMessage id="accounts.reset-note" />}
              okText={<FormattedMessage id="accounts.reset" />}
              cancelText={<FormattedMessage id="action.cancel" />}
              onConfirm={doReset}
            >
              <Button type="primary" loading={reset.isPending}>
                <FormattedMessage id="accounts.reset" />
              </Button>
            </Popconfirm>
          </div>
        )
      }
    >
      {reset.isError && <ProblemPanel problem={reset.error} />}
      {unlock.isError && <ProblemPanel problem={unlock.error} />}
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
      {account.mustChangePassword && account.state !== 'closed' && (
        <p className="panel-note">
          <FormattedMessage id="accounts.must-change" />
        </p>
      )}
      {own && (
        <p className="panel-note">
          <FormattedMessage id="accounts.own" />
        </p>
      )}
      <h2>
        <FormattedMessage id="accounts.column.roles" />
      </h2>
      <GrantList account={account} mayChange={mayChange} />
      {closing && <CloseDialog account={account} onClose={() => setClosing(false)} />}
    </Drawer>
  );
}
