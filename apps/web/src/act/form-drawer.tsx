import '../field/field.css';
import '../list-page.css';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ProblemPanel } from '../frame/problem-panel.tsx';

type Props = {
  title: ReactNode;
  /** What the button says that sends the form; the title where nothing else is said. */
  submit?: ReactNode;
  pending: boolean;
  /** What no field of the form can say; null or undefined where nothing was refused. */
  problem: unknown;
  danger?: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a form beside the page: what was refused above it, its buttons below. */
export function FormDrawer(props: Props) {
  const { title, submit = title, pending, problem, onSubmit, onClose, children } = props;
  const { danger = false, disabled = false } = props;
  return (
    <Drawer
      open
      size={560}
      title={title}
      onClose={onClose}
      footer={
        <div className="drawer-actions">
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button
            type="primary"
            danger={danger}
            loading={pending}
            disabled={disabled}
            onClick={onSubmit}
          >
            {submit}
          </Button>
        </div>
      }
    >
      {problem !== null && problem !== undefined && <ProblemPanel problem={problem} />}
      {children}
    </Drawer>
  );
}
