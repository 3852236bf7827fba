import '../../field/field.css';
import { getUnit, getUnitHistory, listUnitTags, tagUnit, type UnitProfile } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Drawer, Form, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { unitName } from '../../unit-name.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';
import { useTags } from './tag-text.ts';

type Fields = { tag: string; validFrom: PlainDate; instrumentId?: string };
type Props = { unit: UnitProfile; onClose: () => void };

/** Gives a unit a tag from a day on, by a document where there is one. */
function TagForm({ unit, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const { tags } = useTags();
  const instruments = useInstruments(undefined);
  const give = useCommand(tagUnit, [listUnitTags, getUnit, getUnitHistory]);
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const submit = ({ instrumentId, ...fields }: Fields) =>
    give.mutate(
      { ...fields, id: unit.id, instrumentId: instrumentId ?? null },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'tag.added' }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={<FormattedMessage id="tag.form" values={{ unit: unitName(unit) }} />}
      onClose={onClose}
      footer={
        <DrawerActions pending={give.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="tag.add" />
        </DrawerActions>
      }
    >
      {give.isError && <ProblemPanel problem={give.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ validFrom: on }}
        onFinish={submit}
      >
        <Form.Item name="tag" label={<FormattedMessage id="units.tags" />} rules={rules}>
          <Select
            showSearch
            optionFilterProp="label"
            options={tags
              .filter(({ levels }) => levels.includes(unit.level))
              .map(({ code, called }) => ({ value: code, label: called }))}
          />
        </Form.Item>
        <Form.Item name="validFrom" label={<FormattedMessage id="unit.from" />} rules={rules}>
          <DayField allowClear={false} />
        </Form.Item>
        <Form.Item name="instrumentId" label={<FormattedMessage id="tag.instrument" />}>
          <InstrumentField
            instruments={instruments.data?.items ?? []}
            loading={instruments.isLoading}
          />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

export { TagForm as default };
