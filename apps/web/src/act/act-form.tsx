import { Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ProblemPlaces } from '../field/field-problem.ts';
import { BrokenRules } from './broken-rules.tsx';
import { FormDrawer } from './form-drawer.tsx';
import { findingsIn, type ToldFinding } from './finding.ts';

type Props<Fields extends object> = {
  title: ReactNode;
  submit: ReactNode;
  form: FormInstance<Fields>;
  initial: object;
  pending: boolean;
  problem: unknown;
  /** The fields of this form that a refusal can speak of. */
  places?: ProblemPlaces;
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
    <FormDrawer
      {...{ title, submit, form, pending, onClose }}
      places={props.places ?? {}}
      problem={findings.length === 0 ? problem : null}
    >
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
    </FormDrawer>
  );
}
