import './teams.css';
import { type SoftRule, TeamWarning } from '@antt/contracts';
import { type PlainDate, Problem } from '@antt/kernel';
import { Alert, Checkbox, Form, type FormInstance, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

/** What every act on a team says: the chair's decision, and the rules that are broken knowingly. */
export type ActFields = {
  decision: { number: string; signedOn: PlainDate; basedOn: string };
  accept?: SoftRule[];
  reason?: string;
};

type Props<Fields extends object> = {
  title: ReactNode;
  submit: ReactNode;
  form: FormInstance<Fields>;
  initial: Partial<Fields>;
  pending: boolean;
  problem: unknown;
  danger?: boolean;
  /** The fields of this form that a refusal can speak of. */
  places?: ProblemPlaces;
  onFinish: (fields: Fields) => void;
  onClose: () => void;
  children: ReactNode;
};

/** What every decision can be refused for. */
const decisionPlaces: ProblemPlaces = {
  'team-decision-signed-otherwise': ['decision', 'signedOn'],
  'instrument-not-in-force': ['decision', 'basedOn'],
  'instrument-is-draft': ['decision', 'basedOn'],
};

const rulesIn = (problem: unknown): TeamWarning[] => {
  if (!(problem instanceof Problem)) return [];
  const read = z.array(TeamWarning).safeParse(problem.body.warnings);
  return read.success ? read.data : [];
};

/** The frame of a form that records an act; what it would break is asked about and not refused. */
export function ActDrawer<Fields extends object>(props: Props<Fields>) {
  const { title, submit, form, initial, pending, problem, danger, onFinish, onClose } = props;
  // Once told, a broken rule stays in sight while its reason is typed.
  const [told, setTold] = useState<{ problem: unknown; rules: TeamWarning[] }>({
    problem: null,
    rules: [],
  });
  const rules = rulesIn(problem);
  if (problem !== told.problem && rules.length > 0) setTold({ problem, rules });
  return (
    <FormDrawer
      {...{ title, submit, form, pending, onClose }}
      places={{ ...decisionPlaces, ...props.places }}
      danger={danger ?? false}
      problem={rules.length === 0 ? problem : null}
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
        {told.rules.length > 0 && <BrokenRules rules={told.rules} />}
      </Form>
    </FormDrawer>
  );
}

function BrokenRules({ rules }: { rules: TeamWarning[] }) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'teams.rule.reason-due' }) };
  const each = [...new Set(rules.map(({ rule }) => rule))];
  return (
    <Alert
      type="warning"
      showIcon
      className="broken-rules"
      title={<FormattedMessage id="teams.rule.title" />}
      description={
        <>
          <Form.Item name="accept" noStyle>
            <Checkbox.Group
              options={each.map((rule) => ({
                value: rule,
                label: rules
                  .filter((one) => one.rule === rule)
                  .map((one) => ruleText(intl, one))
                  .join(' '),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={<FormattedMessage id="teams.rule.reason" />}
            rules={[required, { max: 500 }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        </>
      }
    />
  );
}

function ruleText(intl: ReturnType<typeof useIntl>, warning: TeamWarning): string {
  const { rule, on, unit, teams, count, limit } = warning;
  return intl.formatMessage(
    { id: `teams.rule.${rule}` },
    { day: formatDay(on), unit, teams: teams.join(', '), count: count ?? 0, limit: limit ?? 0 },
  );
}

/** Number and day of the chair's decision, and the provincial one that it cites. */
export function DecisionFields({ cites = true }: { cites?: boolean }) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const known = useInstruments(undefined);
  // What the chairs of communes signed is itself no provincial decision.
  const provincial = (known.data?.items ?? []).filter(
    ({ kind, issuer }) => kind !== 'law' && kind !== 'decree' && !/^chủ tịch/iu.test(issuer),
  );
  return (
    <>
      <div className="field-row">
        <Form.Item
          name={['decision', 'number']}
          label={<FormattedMessage id="teams.decision.number" />}
          rules={[required, { max: 80 }]}
        >
          <Input placeholder="15/QĐ-UBND" />
        </Form.Item>
        <Form.Item
          name={['decision', 'signedOn']}
          label={<FormattedMessage id="teams.decision.signed-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
      <Form.Item
        name={['decision', 'basedOn']}
        label={<FormattedMessage id="teams.decision.based-on" />}
        extra={<FormattedMessage id="teams.decision.based-on-note" />}
        rules={cites ? [required] : []}
      >
        <InstrumentField
          instruments={provincial}
          loading={known.isLoading}
          placeholder={intl.formatMessage({ id: 'teams.decision.based-on-choose' })}
        />
      </Form.Item>
    </>
  );
}
