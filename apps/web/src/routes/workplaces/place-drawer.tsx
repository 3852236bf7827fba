import '../../field/field.css';
import '../teams/teams.css';
import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = {
  title: ReactNode;
  pending: boolean;
  problem: unknown;
  danger?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of the forms about a workplace. */
export function PlaceDrawer({
  title,
  pending,
  problem,
  danger,
  onSubmit,
  onClose,
  children,
}: Props) {
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
          <Button type="primary" danger={danger ?? false} loading={pending} onClick={onSubmit}>
            {title}
          </Button>
        </div>
      }
    >
      {problem !== null && <ProblemPanel problem={problem} />}
      {children}
    </Drawer>
  );
}
