import { CourseKind, CourseTopic, listCourses, recordCourse } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';

type Fields = {
  unitId: string;
  name: string;
  kind: CourseKind;
  topics: CourseTopic[];
  startsOn: PlainDate;
  endsOn: PlainDate;
  hours: number;
  place?: string;
  organiser?: string;
  instrument?: string;
};

/** A course, a drill or a competition, with its days and hours as they are decided for it. */
export function CourseForm({ on, onClose }: { on: PlainDate; onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('startsOn', form);
  const record = useCommand(recordCourse, [listCourses]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ place = '', organiser = '', instrument = '', ...fields }: Fields) =>
    record.mutate(
      { id, ...fields, place, organiser, instrument },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'membership.recorded' }));
          onClose();
        },
      },
    );
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="course.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{ kind: 'refresher', startsOn: on, endsOn: on }}
      pending={record.isPending}
      problem={record.error}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={<FormattedMessage id="course.name" />} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unitId" label={<FormattedMessage id="course.unit" />} rules={[required]}>
        <UnitField on={from ?? on} />
      </Form.Item>
      <Form.Item name="kind" label={<FormattedMessage id="course.kind" />} rules={[required]}>
        <Select
          options={CourseKind.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `course.kind.${value}` }),
          }))}
        />
      </Form.Item>
      <Form.Item name="topics" label={<FormattedMessage id="course.topics" />} rules={[required]}>
        <Select
          mode="multiple"
          options={CourseTopic.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `course.topic.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item
          name="startsOn"
          label={<FormattedMessage id="course.starts-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={<FormattedMessage id="course.ends-on" />}
          rules={[required]}
        >
          <DayField {...(from ? { before: from } : {})} />
        </Form.Item>
        <Form.Item name="hours" label={<FormattedMessage id="course.hours" />} rules={[required]}>
          <InputNumber min={0.5} max={1000} step={0.5} inputMode="decimal" />
        </Form.Item>
      </div>
      <Form.Item name="place" label={<FormattedMessage id="course.place" />}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="organiser" label={<FormattedMessage id="course.organiser" />}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="instrument" label={<FormattedMessage id="course.instrument" />}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}
