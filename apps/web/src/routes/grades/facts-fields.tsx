import type { GradeCheck, GradeFacts } from '@antt/contracts';
import { Form, Input, InputNumber, Radio, Switch } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { criterionText } from './grade-text.ts';

export type FactsTyped = Omit<GradeFacts, 'confirmed'> & {
  confirmed?: Record<string, 'yes' | 'no' | 'unknown'>;
};

const counts = [
  ['tasksAssigned', 'tasksDone'],
  ['meetings', 'absencesExcused', 'absencesUnexcused'],
  ['breaches'],
] as const;

/** What the platform does not know of a team or member; what is left empty is not known, which is no zero. */
export function FactsFields({
  checks,
  isTeam,
}: {
  checks: readonly GradeCheck[];
  isTeam: boolean;
}) {
  const intl = useIntl();
  const asked = confirmable(checks);
  return (
    <>
      {counts.map((row) => (
        <div key={row[0]} className="field-row">
          {row.map((name) => (
            <Form.Item
              key={name}
              name={['facts', name]}
              label={
                <FormattedMessage
                  id={
                    name === 'breaches' && isTeam
                      ? 'grades.fact.breaches-team'
                      : `grades.fact.${name}`
                  }
                />
              }
            >
              <InputNumber min={0} max={100_000} precision={0} />
            </Form.Item>
          ))}
        </div>
      ))}
      {asked.map((criterion) => (
        <Form.Item
          key={criterion.code}
          name={['facts', 'confirmed', criterion.code]}
          label={criterionText(intl, criterion)}
        >
          <Radio.Group
            aria-label={criterionText(intl, criterion)}
            optionType="button"
            options={(['yes', 'no', 'unknown'] as const).map((value) => ({
              value,
              label: intl.formatMessage({ id: `grades.said.${value}` }),
            }))}
          />
        </Form.Item>
      ))}
      <Form.Item
        name={['facts', 'underProceedings']}
        label={<FormattedMessage id="grades.fact.underProceedings" />}
        extra={<FormattedMessage id="grades.fact.underProceedings-note" />}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item name={['facts', 'note']} label={<FormattedMessage id="grades.fact.note" />}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
    </>
  );
}

/** Criteria that somebody says; reports too, where the platform took none. */
function confirmable(checks: readonly GradeCheck[]): GradeCheck[] {
  return checks.filter(
    ({ kind, of }) => kind === 'confirmed' || (kind === 'reports' && (of === null || of === 0)),
  );
}

/** Facts as the fields have them. */
export function typedOf(facts: GradeFacts | null, checks: readonly GradeCheck[]): FactsTyped {
  const said = (code: string) => {
    const value = facts?.confirmed[code];
    return value === undefined ? 'unknown' : value ? 'yes' : 'no';
  };
  return {
    ...{ tasksAssigned: null, tasksDone: null, meetings: null, absencesExcused: null },
    ...{ absencesUnexcused: null, breaches: null, underProceedings: false, note: '' },
    ...facts,
    confirmed: Object.fromEntries(confirmable(checks).map(({ code }) => [code, said(code)])),
  };
}

/** The fields as facts: what nobody has said stays out. */
export function factsOf({ confirmed = {}, ...typed }: FactsTyped): GradeFacts {
  const said = Object.entries(confirmed).filter(([, value]) => value !== 'unknown');
  return {
    ...typed,
    confirmed: Object.fromEntries(said.map(([code, is]) => [code, is === 'yes'])),
  };
}
