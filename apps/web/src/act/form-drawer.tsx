import '../field/field.css';
import '../list-page.css';
import { Drawer, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { DrawerActions } from './drawer-actions.tsx';
import { type ProblemPlaces, useFieldProblem } from '../field/field-problem.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';

type Props = {
  title: ReactNode;
  /** What the button says that sends the form; the title where nothing else is said. */
  submit?: ReactNode;
  form: FormInstance;
  /** The fields of this form that a refusal can speak of. */
  places?: ProblemPlaces;
  pending: boolean;
  /** What was refused; null or undefined where nothing was. */
  problem: unknown;
  danger?: boolean;
  disabled?: boolean;
  onClose: () => void;
  children: ReactNode;
};
const nowhere: ProblemPlaces = {};

/** The frame of a form beside the page. What no field can say of a refusal stands by the button that was pressed. */
export function FormDrawer(props: Props) {
  const { title, submit = title, form, places = nowhere, pending, onClose, children } = props;
  const { danger = false, disabled = false } = props;
  const problem = useFieldProblem(form, props.problem ?? null, places);
  return (
    <Drawer
      open
      size={560}
      title={title}
      onClose={onClose}
      footer={
        <>
          {problem !== null && <ProblemPanel problem={problem} />}
          <DrawerActions
            danger={danger}
            pending={pending}
            disabled={disabled}
            onCancel={onClose}
            onSubmit={() => form.submit()}
          >
            {submit}
          </DrawerActions>
        </>
      }
    >
      {children}
    </Drawer>
  );
}
