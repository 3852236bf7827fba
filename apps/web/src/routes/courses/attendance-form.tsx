import {
  AttendanceResult,
  type CourseRow,
  getCourse,
  listAttendances,
  listCourses,
  recordAttendances,
} from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { App, Form, InputNumber, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { MemberField } from '../../field/member-field.tsx';

type Fields = { personId: string; days: PlainDate[]; hours: number; result: AttendanceResult };
type Props = { course: CourseRow; onClose: () => void };

/** Days from the first to the last; a course of more than hundred days is typed in parts. */
function daysOf({ startsOn, endsOn }: CourseRow): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = startsOn; day <= endsOn && days.length < 100; day = addDays(day, 1))
    days.push(day);
  return days;
}

/** Who attended on which days: the evidence that training money is paid by. */
export function AttendanceForm({ course, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const record = useCommand(recordAttendances, [listAttendances, listCourses, getCourse]);
  const days = daysOf(course);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = (attendance: Fields) =>
    record.mutate(
      { courseId: course.id, attendances: [attendance] },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'membership.recorded' }));
          // The next one attended the same days, as a rule.
          form.setFieldsValue({ ...attendance, personId: undefined as never });
        },
      },
    );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="course.attend" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ days, hours: course.hours, result: 'unassessed' }}
      pending={record.isPending}
      problem={record.error}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="personId"
        label={<FormattedMessage id="membership.member" />}
        rules={[required]}
      >
        <MemberField on={course.startsOn} />
      </Form.Item>
      <Form.Item name="days" label={<FormattedMessage id="course.days" />}>
        <Select
          mode="multiple"
          options={days.map((value) => ({ value, label: formatDay(value) }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="hours"
          label={<FormattedMessage id="course.hours-attended" />}
          rules={[required]}
        >
          <InputNumber min={0} max={course.hours} step={0.5} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="result" label={<FormattedMessage id="course.result" />}>
          <Select
            options={AttendanceResult.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `course.result.${value}` }),
            }))}
          />
        </Form.Item>
      </div>
    </ActForm>
  );
}
