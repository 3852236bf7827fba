import '../../field/field.css';
import { assignGap, type GapRow, listGaps } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';

type Fields = { assignee: string; dueOn?: PlainDate | null; note?: string; validFrom: PlainDate };
type Props = { gap: GapRow; on: PlainDate; onClose: () => void };

/** Who takes the gap in hand, from when and until when. */
export function GapForm({ gap, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const assign = useCommand(assignGap, [listGaps]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const { assignment, unit, kind } = gap;
  const submit = ({ dueOn, note, ...fields }: Fields) =>
    assign.mutate(
      { ...fields, id, unitId: unit.id, kind, dueOn: dueOn ?? null, note: note ?? '' },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'gaps.assign.done' }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={`${unitName(unit)}: ${intl.formatMessage({ id: `gap.${kind}` })}`}
      onClose={onClose}
      footer={
        <DrawerActions pending={assign.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="gaps.assign" />
        </DrawerActions>
      }
    >
      {assign.isError && <ProblemPanel problem={assign.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ assignee: assignment?.assignee, dueOn: assignment?.dueOn, validFrom: on }}
        onFinish={submit}
      >
        <Form.Item
          name="assignee"
          label={<FormattedMessage id="gaps.assignee" />}
          rules={[required]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="dueOn" label={<FormattedMessage id="gaps.assign.due" />}>
          <DayField after={on} />
        </Form.Item>
        <Form.Item name="note" label={<FormattedMessage id="gaps.assign.note" />}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="gaps.assign.from" />}
          rules={[required]}
        >
          <DayField allowClear={false} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
