import { type Account, closeAccount, listAccounts } from '@antt/contracts';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = { account: Account; onClose: () => void };

/** Closing cannot be undone: the username is typed to confirm it. */
export function CloseDialog({ account, onClose }: Props) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const close = useCommand(closeAccount, [listAccounts]);
  const confirmed = typed.trim() === account.username;
  const submit = () => confirmed && close.mutate({ id: account.id }, { onSuccess: onClose });
  return (
    <Modal
      open
      title={<FormattedMessage id="accounts.close" />}
      okText={<FormattedMessage id="accounts.close" />}
      okButtonProps={{ danger: true, disabled: !confirmed, loading: close.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      {close.isError && <ProblemPanel problem={close.error} />}
      <p className="dialog-text">
        <FormattedMessage id="accounts.close-note" values={{ name: account.fullName }} />
      </p>
      <label className="dialog-label">
        <span>
          <FormattedMessage
            id="accounts.close-type"
            values={{ username: <b key="username">{account.username}</b> }}
          />
        </span>
        <Input
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          aria-label={intl.formatMessage(
            { id: 'accounts.close-type' },
            { username: account.username },
          )}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={submit}
        />
      </label>
    </Modal>
  );
}
