import {
  DossierPart,
  getRecruitment,
  listPeople,
  listRecruitments,
  receiveApplication,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Button, Form } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';
import { PersonField } from '../people/person-field.tsx';
import { FileFields, type FileFieldsOf } from './file-fields.tsx';
import type { StepProps } from './step-form.tsx';

const RecordForm = lazy(() => import('../people/record-form.tsx'));

type Fields = FileFieldsOf & { personId: string; receivedOn: PlainDate };

/** R4: somebody known, or new, hands in a file within the days of the plan (law BR-32). */
export function ReceiveForm({ recruitment, onClose, onDone }: StepProps) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [recording, setRecording] = useState(false);
  const [known, setKnown] = useState<{ id: string; name: string }[]>([]);
  const [form] = Form.useForm<Fields>();
  const receivedOn = Form.useWatch('receivedOn', form);
  const receive = useCommand(receiveApplication, [getRecruitment, listRecruitments, listPeople]);
  const { receiveFrom, receiveTo, acts } = recruitment;
  const issuedOn = acts.find(({ act }) => act.step === 'issued')?.act.on ?? receiveFrom;
  const first = issuedOn > receiveFrom ? issuedOn : receiveFrom;
  const last = today() < receiveTo ? today() : receiveTo;
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ personId, receivedOn: day, dossier, residentSince }: Fields) =>
    receive.mutate(
      {
        ...{ id, recruitmentId: recruitment.id, personId, receivedOn: day },
        ...{ dossier: dossier ?? [], residentSince: residentSince ?? null },
      },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'recruitments.file.taken' }));
          onDone();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="recruitments.do.application" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{
        'person-applies-once': 'personId',
        'person-not-found': 'personId',
        'application-outside-window': 'receivedOn',
        'recruitment-not-issued': 'receivedOn',
      }}
      pending={receive.isPending}
      problem={receive.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={{ receivedOn: last, dossier: [] }}
        onFinish={submit}
      >
        <Form.Item
          name="personId"
          label={<FormattedMessage id="recruitments.candidate.name" />}
          rules={[required]}
        >
          <PersonField on={today()} known={known} />
        </Form.Item>
        <p className="faint">
          <FormattedMessage id="recruitments.file.new-person" />{' '}
          <Button onClick={() => setRecording(true)}>
            <FormattedMessage id="people.record" />
          </Button>
        </p>
        <Form.Item
          name="receivedOn"
          label={<FormattedMessage id="recruitments.field.received-on" />}
          extra={
            <FormattedMessage
              id="recruitments.next.window"
              values={{ from: formatDay(receiveFrom), to: formatDay(receiveTo) }}
            />
          }
          rules={[required]}
        >
          <DayField before={first} after={last} allowClear={false} />
        </Form.Item>
        <FileFields parts={DossierPart.options} receivedOn={receivedOn ?? last} />
      </Form>
      <Suspense>
        {recording && (
          <RecordForm
            onClose={() => setRecording(false)}
            onDone={(personId, name) => {
              setKnown([{ id: personId, name }]);
              form.setFieldValue('personId', personId);
              setRecording(false);
            }}
          />
        )}
      </Suspense>
    </FormDrawer>
  );
}
