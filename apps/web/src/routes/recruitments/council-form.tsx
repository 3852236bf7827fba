import { PlusOutlined } from '@ant-design/icons';
import { CouncilBody } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Form, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { StepForm, type StepProps } from './step-form.tsx';

type Row = { body?: CouncilBody; name?: string };
type Fields = { on: PlainDate; number?: string; chair: string; viceChair: string } & {
  members: Row[];
  reason?: string;
};

/** Whoever was named, with the body: that of the row, or the one chosen in a row that was added. */
const named = (rows: readonly (Row | undefined)[] = []) =>
  rows.flatMap((row, index) => {
    const body = CouncilBody.options[index] ?? row?.body;
    const name = row?.name?.trim();
    return body && name ? [{ name, body }] : [];
  });

/** R7: the chair sets up the council of the bodies of law BR-36; where one lacks, it is said why. */
export function CouncilForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const rows = Form.useWatch('members', form);
  const bodyText = (body: CouncilBody) =>
    intl.formatMessage({ id: `recruitments.council.${body}` });
  const missing = CouncilBody.options.filter(
    (body) => !named(rows).some((one) => one.body === body),
  );
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const person = { ...required, whitespace: true };
  return (
    <StepForm<Fields>
      {...props}
      step="council-set"
      form={form}
      initial={{ members: CouncilBody.options.map(() => ({})) }}
      places={{ 'council-lacks-bodies': 'reason' }}
      actOf={({ on, number = '', chair, viceChair, members, reason = '' }) => ({
        ...{ step: 'council-set', on, number, chair, viceChair },
        members: named(members),
        reason: missing.length > 0 ? reason : '',
      })}
    >
      <Form.Item name="number" label={<FormattedMessage id="recruitments.field.decision-number" />}>
        <Input placeholder="31/QĐ-UBND" autoComplete="off" maxLength={80} />
      </Form.Item>
      <Form.Item
        name="chair"
        label={<FormattedMessage id="recruitments.field.chair" />}
        extra={<FormattedMessage id="recruitments.council.chair-note" />}
        rules={[person]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="viceChair"
        label={<FormattedMessage id="recruitments.field.vice-chair" />}
        extra={<FormattedMessage id="recruitments.council.vice-chair-note" />}
        rules={[person]}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <h2>
        <FormattedMessage id="recruitments.council.members" />
      </h2>
      <Form.List name="members">
        {(fields, { add }) => (
          <>
            {fields.map(({ name: index }) =>
              index < CouncilBody.options.length ? (
                <Form.Item
                  key={index}
                  name={[index, 'name']}
                  label={bodyText(CouncilBody.options[index]!)}
                >
                  <Input autoComplete="off" maxLength={100} />
                </Form.Item>
              ) : (
                <div key={index} className="field-row">
                  <Form.Item
                    name={[index, 'body']}
                    label={<FormattedMessage id="recruitments.council.body" />}
                    rules={[required]}
                  >
                    <Select
                      options={CouncilBody.options.map((value) => ({
                        value,
                        label: bodyText(value),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[index, 'name']}
                    label={<FormattedMessage id="recruitments.candidate.name" />}
                  >
                    <Input autoComplete="off" maxLength={100} />
                  </Form.Item>
                </div>
              ),
            )}
            <Button
              className="add-member"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ body: 'village' })}
            >
              <FormattedMessage id="recruitments.council.add" />
            </Button>
          </>
        )}
      </Form.List>
      <p className="faint" aria-live="polite">
        <FormattedMessage
          id="recruitments.council.size"
          values={{ size: 2 + named(rows).length }}
        />
      </p>
      {missing.length > 0 && (
        <Form.Item
          name="reason"
          label={
            <FormattedMessage
              id="recruitments.council.missing"
              values={{ bodies: missing.map(bodyText).join(', ') }}
            />
          }
          rules={[
            { ...person, message: intl.formatMessage({ id: 'recruitments.council.reason-due' }) },
          ]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </StepForm>
  );
}
