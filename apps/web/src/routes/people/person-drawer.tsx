import '../../field/field.css';
import '../../list-page.css';
import '../teams/teams.css';
import './people.css';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = {
  title: ReactNode;
  submit: ReactNode;
  pending: boolean;
  /** What no field of the form can say. */
  problem: unknown;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of the forms about a person. */
export function PersonDrawer(props: Props) {
  const { title, submit, pending, problem, disabled = false, onSubmit, onClose, children } = props;
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
          <Button type="primary" loading={pending} disabled={disabled} onClick={onSubmit}>
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
