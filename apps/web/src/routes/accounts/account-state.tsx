import { CheckCircleOutlined, LockOutlined, StopOutlined } from '@ant-design/icons';
import type { Account } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';

const icons = { active: CheckCircleOutlined, locked: LockOutlined, closed: StopOutlined };

/** Whether an account can be used, in colour, sign and word. */
export function AccountState({ state }: { state: Account['state'] }) {
  const Icon = icons[state];
  return (
    <span className="account-state" data-state={state}>
      <Icon aria-hidden /> <FormattedMessage id={`accounts.state.${state}`} />
    </span>
  );
}
