import '../field/field.css';
import '../list-page.css';
import { Button, Drawer, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { BrokenRules } from './broken-rules.tsx';
import { findingsIn, type ToldFinding } from './finding.ts';

type Props<Fields extends object> = {
  title: ReactNode;
  submit: ReactNode;
  form: FormInstance<Fields>;
  initial: object;
  pending: boolean;
  problem: unknown;
  onFinish: (fields: Fields) => void;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of a form that records an act on a member; what it would break is asked about. */
export function ActForm<Fields extends object>(props: Props<Fields>) {
  const { title, submit, form, initial, pending, problem, onFinish, onClose } = props;
  // Once told, a broken rule stays in sight while its reason is typed.
  const [told, setTold] = useState<{ problem: unknown; findings: ToldFinding[] }>({
    problem: null,
    findings: [],
  });
  const findings = findingsIn(problem);
  if (problem !== told.problem && findings.length > 0) setTold({ problem, findings });
  return (
    <Drawer
      open
      size={520}
      title={title}
      onClose={onClose}
      footer={
        <div className="drawer-actions">
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button type="primary" loading={pending} onClick={() => form.submit()}>
            {submit}
          </Button>
        </div>
      }
    >
      {problem !== null && findings.length === 0 && <ProblemPanel problem={problem} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initial}
        onFinish={onFinish}
      >
        {props.children}
        <BrokenRules findings={told.findings} />
      </Form>
    </Drawer>
  );
}
