import '../../field/field.css';
import { getUnit, getUnitHistory, listUnits, renameUnit, type UnitProfile } from '@antt/contracts';
import { kindsOf, type PlainDate } from '@antt/kernel';
import { Alert, App, Drawer, Form, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { unitName } from '../../unit-name.ts';

type Fields = { name: string; kind: UnitProfile['kind']; validFrom: PlainDate };
type Props = { unit: UnitProfile; onClose: () => void };

/** Another name or kind from a day on; by a document it is a reorganisation. */
function RenameForm({ unit, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('validFrom', form) ?? on;
  const rename = useCommand(renameUnit, [getUnit, getUnitHistory, listUnits]);
  const rules = [{ required: true, message: intl.formatMessage({ id: 'field.required' }) }];
  const submit = (fields: Fields) =>
    rename.mutate(
      { ...fields, id: unit.id },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'unit.renamed' }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={<FormattedMessage id="unit.rename-of" values={{ unit: unitName(unit) }} />}
      onClose={onClose}
      footer={
        <DrawerActions pending={rename.isPending} onCancel={onClose} onSubmit={() => form.submit()}>
          <FormattedMessage id="unit.rename" />
        </DrawerActions>
      }
    >
      {rename.isError && <ProblemPanel problem={rename.error} />}
      <Alert
        className="form-fault"
        type="info"
        title={
          <FormattedMessage
            id="unit.rename-note"
            values={{
              link: (
                <PlaceLink path="/reorganisations">
                  <FormattedMessage id="page.reorganisations" />
                </PlaceLink>
              ),
            }}
          />
        }
      />
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: unit.name, kind: unit.kind, validFrom: on }}
        onFinish={submit}
      >
        <Form.Item name="kind" label={<FormattedMessage id="units.kind" />} rules={rules}>
          <Select options={kindsOf(unit.level, from).map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="name" label={<FormattedMessage id="units.name" />} rules={rules}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="validFrom" label={<FormattedMessage id="unit.from" />} rules={rules}>
          <DayField allowClear={false} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

export { RenameForm as default };
