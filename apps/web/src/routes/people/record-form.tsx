import '../teams/teams.css';
import './people.css';
import { listPeople, recordPerson } from '@antt/contracts';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { type PersonFields, PersonFieldset } from './person-fields.tsx';
import { SameName } from './same-name.tsx';

type Props = { onClose: () => void; onDone: (id: string, name: string) => void };

/** Records somebody who is new; recognition into a team follows on the person's page. */
function RecordForm({ onClose, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<PersonFields>();
  const name = Form.useWatch('name', form);
  const birthDate = Form.useWatch('birthDate', form);
  const record = useCommand(recordPerson, [listPeople]);
  const submit = ({ citizenId = '', ...fields }: PersonFields) =>
    record.mutate(
      { id, ...fields, citizenId },
      {
        onSuccess: ({ name }) => {
          void message.success(intl.formatMessage({ id: 'person.form.recorded' }, { name }));
          onDone(id, name);
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="people.record" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{ 'citizen-id-is-recorded': 'citizenId' }}
      pending={record.isPending}
      problem={record.error}
      onClose={onClose}
    >
      <Form<PersonFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{ ethnicity: 'Kinh' }}
        onFinish={submit}
      >
        <PersonFieldset>
          <SameName name={name} birthDate={birthDate} />
        </PersonFieldset>
      </Form>
    </FormDrawer>
  );
}

export { RecordForm as default };
