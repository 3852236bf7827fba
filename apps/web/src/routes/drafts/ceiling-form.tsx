import '../../field/field.css';
import { getDraft, listCeilings, setCeiling } from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { App, Drawer, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

type Fields = {
  instrumentId: string;
  teams?: number | null;
  members?: number | null;
  validFrom: PlainDate;
};

type Props = { draft: Output<typeof getDraft>; onClose: () => void };

/** The most that a resolution lets the draft's area have, from a day on; what is left empty has no bound. */
export function CeilingForm({ draft, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const set = useCommand(setCeiling, [getDraft, listCeilings]);
  const instruments = useInstruments(undefined);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const name = unitName({ kind: draft.unitKind, name: draft.unitName });
  const submit = ({ teams = null, members = null, ...fields }: Fields) =>
    set.mutate(
      { ...fields, id, unitId: draft.unitId, teams, members },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'drafts.ceiling.done' }, { name }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={460}
      title={<FormattedMessage id="drafts.ceiling.title" values={{ name }} />}
      onClose={onClose}
      footer={
        <DrawerActions pending={set.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="action.record" />
        </DrawerActions>
      }
    >
      {set.isError && <ProblemPanel problem={set.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          instrumentId: draft.ceiling?.instrumentId,
          teams: draft.ceiling?.teams,
          members: draft.ceiling?.members,
          validFrom: draft.effectiveFrom,
        }}
        onFinish={submit}
      >
        <p className="faint">
          <FormattedMessage id="drafts.ceiling.note" />
        </p>
        <Form.Item
          name="instrumentId"
          label={<FormattedMessage id="drafts.ceiling.instrument" />}
          rules={[required]}
        >
          <InstrumentField
            instruments={(instruments.data?.items ?? []).filter(
              ({ kind }) => kind === 'resolution',
            )}
            loading={instruments.isLoading}
          />
        </Form.Item>
        <div className="field-row">
          {(['teams', 'members'] as const).map((figure) => (
            <Form.Item
              key={figure}
              name={figure}
              label={<FormattedMessage id={`drafts.ceiling.${figure}`} />}
            >
              <InputNumber min={0} max={1_000_000} precision={0} controls={false} />
            </Form.Item>
          ))}
        </div>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="drafts.ceiling.from" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
