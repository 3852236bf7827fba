import '../../field/field.css';
import {
  listCommuneConsolidations,
  listConsolidations,
  setConsolidationTerm,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Drawer, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

type Fields = { unitId: string; endsOn: PlainDate; validFrom: PlainDate; instrumentId?: string };
type Props = { on: PlainDate; onClose: () => void };

/** Until when teams may share a village, for the province or for one commune. */
export function TermForm({ on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const known = useInstruments(on);
  const set = useCommand(setConsolidationTerm, [listConsolidations, listCommuneConsolidations]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ instrumentId, ...fields }: Fields) =>
    set.mutate(
      { ...fields, id, instrumentId: instrumentId ?? null },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'consolidations.term.done' }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={<FormattedMessage id="consolidations.term" />}
      onClose={onClose}
      footer={
        <DrawerActions pending={set.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="consolidations.term.submit" />
        </DrawerActions>
      }
    >
      {set.isError && <ProblemPanel problem={set.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ validFrom: on }}
        onFinish={submit}
      >
        <Form.Item
          name="unitId"
          label={<FormattedMessage id="consolidations.term.unit" />}
          rules={[required]}
        >
          <UnitField on={on} levels={['province', 'commune']} />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={<FormattedMessage id="consolidations.term.ends-on" />}
          extra={<FormattedMessage id="consolidations.term.note" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="consolidations.term.from" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="instrumentId" label={<FormattedMessage id="consolidations.term.by" />}>
          <InstrumentField instruments={known.data?.items ?? []} loading={known.isLoading} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
