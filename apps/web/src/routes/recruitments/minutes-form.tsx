import type { Recruitment } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Checkbox, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { StepForm, type StepProps } from './step-form.tsx';

type Fields = { on: PlainDate; chosen?: string[]; reason?: string };

/** R9: the minutes carry the result; whom of those with equal votes at the cut is the council's to say (law BR-38). */
export function MinutesForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const { acts, result, candidates } = props.recruitment;
  const metOn = acts.find(({ act }) => act.step === 'met')?.act.on ?? today();
  const tie = result?.tie ?? null;
  const nameOf = (id: string) => candidates.find((one) => one.id === id)?.person.name ?? '…';
  const exactly = (_: unknown, chosen: string[] = []) =>
    chosen.length === tie?.places
      ? Promise.resolve()
      : Promise.reject(
          new Error(
            intl.formatMessage({ id: 'recruitments.tie.exactly' }, { places: tie?.places ?? 0 }),
          ),
        );
  return (
    <StepForm<Fields>
      {...props}
      step="minutes-signed"
      form={form}
      before={metOn}
      initial={{ on: metOn }}
      dayNote={<FormattedMessage id="recruitments.note.minutes-signed" />}
      places={{ 'selection-tie-undecided': 'chosen' }}
      actOf={({ on, chosen = [], reason = '' }) => ({ step: 'minutes-signed', on, chosen, reason })}
    >
      <Result recruitment={props.recruitment} />
      {tie && (
        <>
          <Form.Item
            name="chosen"
            label={
              <FormattedMessage
                id="recruitments.tie"
                values={{ count: tie.ids.length, places: tie.places }}
              />
            }
            rules={[{ validator: exactly }]}
          >
            <Checkbox.Group
              className="upright"
              options={tie.ids.map((value) => ({ value, label: nameOf(value) }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={<FormattedMessage id="recruitments.tie.reason" />}
            rules={[
              {
                required: true,
                whitespace: true,
                message: intl.formatMessage({ id: 'rule.reason-due' }),
              },
            ]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </>
      )}
    </StepForm>
  );
}

/** What the votes come to, a line a group; those of a tie stand apart. */
function Result({ recruitment: { result, candidates, places } }: { recruitment: Recruitment }) {
  if (!result) return null;
  const undecided = result.tie?.ids ?? [];
  const lineOf = (id: string) => {
    const found = candidates.find((one) => one.id === id);
    return `${found?.person.name ?? '…'} (${found?.votes ?? 0})`;
  };
  const groups = (['selected', 'passed', 'failed'] as const)
    .map((group) => ({ group, ids: result[group].filter((id) => !undecided.includes(id)) }))
    .filter(({ ids }) => ids.length > 0);
  return (
    <dl className="recruitment-facts result">
      <div>
        <dt>
          <FormattedMessage id="recruitments.fact.places" />
        </dt>
        <dd>{places}</dd>
      </div>
      {groups.map(({ group, ids }) => (
        <div key={group}>
          <dt>
            <FormattedMessage id={`recruitments.outcome.${group}`} />
          </dt>
          <dd>{ids.map(lineOf).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
