import '../../field/field.css';
import {
  type CommuneConsolidation,
  type ConsolidationGroup,
  decideConsolidation,
  getCoverage,
  listCommuneConsolidations,
  listConsolidationDecisions,
  listConsolidations,
  listTeams,
  type TeamWarning,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Alert, App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';
import { commandGroups, incomplete, type Plan } from './plan.rules.ts';

type Fields = {
  number: string;
  signedOn: PlainDate;
  on: PlainDate;
  basedOn: string;
  reason?: string;
};

type Props = {
  commune: CommuneConsolidation;
  groups: ConsolidationGroup[];
  plan: Plan;
  on: PlainDate;
  onDone: () => void;
};

const changed = [
  listConsolidations,
  listCommuneConsolidations,
  listConsolidationDecisions,
  listTeams,
  getCoverage,
];

/** The decision of the commune's chair: checked first, then recorded with what was broken knowingly. */
export function DecisionForm({ commune, groups, plan, on, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const [warnings, setWarnings] = useState<TeamWarning[] | null>(null);
  const [accepted, setAccepted] = useState(false);
  const known = useInstruments(undefined);
  const decisions = (known.data?.items ?? []).filter(({ kind }) => kind === 'decision');
  const check = useCommand(decideConsolidation);
  const decide = useCommand(decideConsolidation, changed);
  const chosen = commandGroups(groups, plan);
  const open = incomplete(groups, plan);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };

  const commandOf = ({ number, signedOn, on: day, basedOn, reason = '' }: Fields) => {
    const rules = [...new Set((warnings ?? []).map(({ rule }) => rule))];
    return {
      ...{ id, communeId: commune.unit.id, on: day, groups: chosen, reason },
      ...{ decision: { number, signedOn, basedOn }, accept: accepted ? rules : [] },
    };
  };
  const doCheck = (fields: Fields) =>
    check.mutate(
      { ...commandOf(fields), dryRun: true },
      { onSuccess: (answer) => setWarnings(answer.warnings) },
    );
  const doDecide = (fields: Fields) =>
    decide.mutate(
      { ...commandOf(fields), dryRun: false },
      {
        onSuccess: ({ number }) => {
          void message.success(intl.formatMessage({ id: 'consolidations.done' }, { number }));
          onDone();
        },
      },
    );
  const ready = warnings !== null && (warnings.length === 0 || accepted);
  return (
    <section className="wait-decision">
      <h2>
        <FormattedMessage id="consolidations.decision" values={{ count: chosen.length }} />
      </h2>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on, basedOn: commune.basis?.id }}
        onValuesChange={() => setWarnings(null)}
        onFinish={ready ? doDecide : doCheck}
      >
        <div className="field-row">
          <Form.Item
            name="number"
            label={<FormattedMessage id="consolidations.number" />}
            rules={[required]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="signedOn"
            label={<FormattedMessage id="consolidations.signed-on" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
          <Form.Item
            name="on"
            label={<FormattedMessage id="consolidations.from" />}
            rules={[required]}
          >
            <DayField />
          </Form.Item>
        </div>
        <Form.Item
          name="basedOn"
          label={<FormattedMessage id="consolidations.based-on" />}
          rules={[required]}
          extra={commune.basis ? null : <FormattedMessage id="consolidations.no-basis" />}
        >
          <InstrumentField instruments={decisions} loading={known.isLoading} />
        </Form.Item>
        {warnings && warnings.length > 0 && (
          <>
            <Alert
              type="warning"
              showIcon
              title={<FormattedMessage id="consolidations.warned" />}
              description={
                <ul className="wait-warnings">
                  {warnings.map(({ rule, unit, on: day }, n) => (
                    <li key={n}>
                      <FormattedMessage
                        id={`consolidations.warning.${rule}`}
                        values={{ unit, day: formatDay(day) }}
                      />
                    </li>
                  ))}
                </ul>
              }
            />
            <Checkbox checked={accepted} onChange={(e) => setAccepted(e.target.checked)}>
              <FormattedMessage id="consolidations.accept" />
            </Checkbox>
            {accepted && (
              <Form.Item
                name="reason"
                label={<FormattedMessage id="consolidations.reason" />}
                rules={[required]}
              >
                <Input maxLength={500} />
              </Form.Item>
            )}
          </>
        )}
        {warnings?.length === 0 && (
          <Alert type="success" showIcon title={<FormattedMessage id="consolidations.checked" />} />
        )}
        {open.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={
              <FormattedMessage id="consolidations.incomplete" values={{ count: open.length }} />
            }
          />
        )}
        {check.isError && <ProblemPanel problem={check.error} />}
        {decide.isError && <ProblemPanel problem={decide.error} />}
        <Button
          type="primary"
          htmlType="submit"
          disabled={chosen.length === 0 || open.length > 0}
          loading={check.isPending || decide.isPending}
        >
          <FormattedMessage id={ready ? 'consolidations.record' : 'consolidations.check'} />
        </Button>
      </Form>
    </section>
  );
}
