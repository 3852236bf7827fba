import { type AbsenceRow, endAbsence, listAbsences } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { daysOf } from './absence-columns.tsx';

type Props = { absence: AbsenceRow; on: PlainDate; onClose: () => void };

/** From which day a member serves again; a day that was said before is corrected the same way. */
export function EndAbsenceForm({ absence, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ validTo: PlainDate }>();
  const end = useCommand(endAbsence, [listAbsences]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const done = ({ validTo }: { validTo: string | null }) => {
    const values = { name: absence.personName, day: formatDay(validTo ?? '') };
    void message.success(intl.formatMessage({ id: 'absence.ended' }, values));
    onClose();
  };
  return (
    <ActForm<{ validTo: PlainDate }>
      title={<FormattedMessage id="absence.end" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ validTo: absence.validTo ?? (on > absence.validFrom ? on : null) }}
      pending={end.isPending}
      problem={end.error}
      places={{ 'absence-ends-after-it-began': 'validTo' }}
      onFinish={({ validTo }) => end.mutate({ id: absence.id, validTo }, { onSuccess: done })}
      onClose={onClose}
    >
      <p>
        {absence.personName} · <FormattedMessage id={`absence.kind.${absence.kind}`} />{' '}
        {daysOf(intl, absence)}
      </p>
      <Form.Item
        name="validTo"
        label={<FormattedMessage id="absence.valid-to" />}
        extra={<FormattedMessage id="absence.end-note" />}
        rules={[required]}
      >
        <DayField />
      </Form.Item>
    </ActForm>
  );
}
