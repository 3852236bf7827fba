import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

type Props = {
  pending: boolean;
  danger?: boolean;
  disabled?: boolean;
  onCancel: () => void;
  onSubmit: () => void;
  /** What else can be done, before the two. */
  before?: ReactNode;
  /** What the button says that does it. */
  children: ReactNode;
};

/** The foot of a form beside the page: leave it, or do it. */
export function DrawerActions(props: Props) {
  const { pending, danger = false, disabled = false, before, onCancel, onSubmit, children } = props;
  return (
    <div className="drawer-actions">
      {before}
      <Button onClick={onCancel}>
        <FormattedMessage id="action.cancel" />
      </Button>
      <Button
        type="primary"
        danger={danger}
        loading={pending}
        disabled={disabled}
        onClick={onSubmit}
      >
        {children}
      </Button>
    </div>
  );
}
