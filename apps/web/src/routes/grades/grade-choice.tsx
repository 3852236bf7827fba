import { isAbove, YearlyGrade } from '@antt/contracts';
import { Form, Radio } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { gradeText } from './grade-text.ts';

type Props = {
  label: MessageId;
  /** Grades above it are shown and cannot be chosen. */
  highest: YearlyGrade | null;
};

/** One of the four grades. */
export function GradeChoice({ label, highest }: Props) {
  const intl = useIntl();
  return (
    <Form.Item
      name="grade"
      label={<FormattedMessage id={label} />}
      rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
    >
      <Radio.Group
        aria-label={intl.formatMessage({ id: label })}
        className="grade-choice"
        options={YearlyGrade.options.map((value) => ({
          value,
          label: gradeText(intl, value),
          disabled: highest !== null && isAbove(value, highest),
        }))}
      />
    </Form.Item>
  );
}
