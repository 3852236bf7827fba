import '../teams/teams.css';
import './people.css';
import { type Finding, Position, type RecognitionRule } from '@antt/contracts';
import type { PlainDate, Problem } from '@antt/kernel';
import { Alert, Form, type FormInstance, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { BrokenRules } from '../../act/broken-rules.tsx';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { DayField } from '../../field/day-field.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { FindingLine } from './finding-line.tsx';

export type PostingFields = {
  personId?: string;
  teamId?: string;
  position: Position;
  validFrom: PlainDate;
  decision: DecisionFieldsOf['decision'] & { issuer?: string };
  accept?: RecognitionRule[];
  reason?: string;
};

export type Field = 'personId' | 'teamId' | 'position' | 'validFrom';

/** The field that a refusal is about; the others stand above the form. */
const fieldOf: Readonly<Record<string, Field>> = {
  'person-serves-in-one-team-a-day': 'personId',
  'person-not-found': 'personId',
  'member-quota-exceeded': 'teamId',
  'member-quota-missing': 'teamId',
  'team-not-found': 'teamId',
  'posting-changes-nothing': 'teamId',
  'posting-outlives-team': 'teamId',
  'team-has-one-leader-a-day': 'position',
  'posting-has-later-changes': 'validFrom',
};

/** Rules that the findings below the form tell in full. */
const toldByFindings = [
  'recognition-rule-broken',
  'recognition-rule-not-accepted',
  'recognition-acceptance-without-reason',
];

type Props = {
  title: ReactNode;
  submit: ReactNode;
  form: FormInstance<PostingFields>;
  initial: Partial<PostingFields>;
  /** Fields of this form; a refusal about another one stands above. */
  has: readonly Field[];
  findings: { data: readonly Finding[] | undefined; error: Problem | null };
  pending: boolean;
  problem: Problem | null;
  /** Something was typed: what was refused before may be right now. */
  onEdit: () => void;
  onFinish: (fields: PostingFields) => void;
  onClose: () => void;
  children: (faultOf: (field: Field) => object) => ReactNode;
};

/**
 * A form that puts somebody into a place by a decision. What the rules say is asked while it is filled in:
 * what they forbid blocks, what they let be done is ticked one by one, with the reason.
 */
export function PostingForm(props: Props) {
  const intl = useIntl();
  const { form, has, findings, pending, problem, onEdit, onFinish, onClose } = props;
  const refusal = problem ?? findings.error;
  const at = refusal && fieldOf[refusal.type];
  const here = at && has.includes(at) ? at : null;
  const above = refusal && !here && !toldByFindings.includes(refusal.type) ? refusal : null;
  const faultOf = (field: Field) =>
    here === field ? { validateStatus: 'error', help: problemText(intl, refusal) } : {};
  const found = findings.data ?? [];
  const isRefused = found.some(({ severity }) => severity === 'hard');
  return (
    <FormDrawer
      title={props.title}
      submit={props.submit}
      form={form}
      pending={pending}
      problem={above}
      disabled={isRefused || findings.error !== null}
      onClose={onClose}
    >
      <Form<PostingFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onValuesChange={onEdit}
        onFinish={onFinish}
      >
        {props.children(faultOf)}
        <DecisionFields />
        <IssuerField />
        <div aria-live="polite">
          {findings.data && found.length === 0 && (
            <Alert type="success" showIcon title={<FormattedMessage id="posting.form.fit" />} />
          )}
          <BrokenRules
            rules={found.map((finding) => ({
              ...finding,
              told: <FindingLine finding={finding} />,
            }))}
          />
        </div>
      </Form>
    </FormDrawer>
  );
}

/** Law 30/2023/QH15 Art. 16.1: the three titles. */
export function PositionField({ fault }: { fault: object }) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <Form.Item
      name="position"
      label={<FormattedMessage id="people.column.position" />}
      rules={[required]}
      {...fault}
    >
      <Radio.Group
        options={Position.options.map((value) => ({
          value,
          label: intl.formatMessage({ id: `people.position.${value}` }),
        }))}
      />
    </Form.Item>
  );
}

export function FromField({ fault }: { fault: object }) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <Form.Item
      name="validFrom"
      label={<FormattedMessage id="posting.form.from" />}
      rules={[required]}
      {...fault}
    >
      <DayField />
    </Form.Item>
  );
}

/** Who signed, where it was not the chair. */
function IssuerField() {
  const intl = useIntl();
  return (
    <Form.Item
      name={['decision', 'issuer']}
      label={<FormattedMessage id="posting.form.decision-issuer" />}
      rules={[{ max: 200 }]}
    >
      <Input
        autoComplete="off"
        placeholder={intl.formatMessage({ id: 'posting.form.decision-chair' })}
      />
    </Form.Item>
  );
}

/** What the service is asked: the decision as it names it, an empty issuer left out. */
export function decisionOf({ number, signedOn, issuer }: PostingFields['decision']) {
  const named = issuer?.trim();
  return { number: number.trim(), signedOn, ...(named ? { issuer: named } : {}) };
}
