import { Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { ProblemPlaces } from '../field/field-problem.ts';
import { type BrokenRule, BrokenRules } from './broken-rules.tsx';
import { findingsIn } from './finding.ts';
import { FormDrawer } from './form-drawer.tsx';

type Props<Fields extends object> = {
  title: ReactNode;
  submit: ReactNode;
  form: FormInstance<Fields>;
  initial: object;
  pending: boolean;
  problem: unknown;
  danger?: boolean;
  /** The fields of this form that a refusal can speak of. */
  places?: ProblemPlaces;
  /** The rules that a refusal names, where it does not name them as findings. */
  rulesIn?: (intl: IntlShape, problem: unknown) => BrokenRule[];
  onFinish: (fields: Fields) => void;
  onClose: () => void;
  children: ReactNode;
};
type Told = { problem: unknown; rules: BrokenRule[] };

/** The frame of a form that records an act; what it would break is asked about. */
export function ActForm<Fields extends object>(props: Props<Fields>) {
  const { title, submit, form, initial, pending, problem, rulesIn = findingsIn } = props;
  const { danger = false, places = {}, onFinish, onClose } = props;
  const intl = useIntl();
  // Once told, a broken rule stays in sight while its reason is typed.
  const [told, setTold] = useState<Told>({ problem: null, rules: [] });
  const rules = rulesIn(intl, problem);
  if (problem !== told.problem && rules.length > 0) setTold({ problem, rules });
  // They stand at the end of the form, which on a phone is out of sight.
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told.rules.length > 0) end.current?.focus();
  }, [told]);
  // Of an act that became another one nothing was told yet.
  const onEdit = (edited: object) => {
    if (!('accept' in edited || 'reason' in edited)) setTold({ problem, rules: [] });
  };
  return (
    <FormDrawer
      {...{ title, submit, form, pending, danger, places, onClose }}
      problem={rules.length === 0 ? problem : null}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={onEdit}
        onFinish={onFinish}
      >
        {props.children}
        <div ref={end} tabIndex={-1} className="told-rules">
          <BrokenRules rules={told.rules} />
        </div>
      </Form>
    </FormDrawer>
  );
}
