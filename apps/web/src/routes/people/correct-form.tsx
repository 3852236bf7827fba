import '../teams/teams.css';
import './people.css';
import { changePerson, getPerson, listPeople, type Person } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { Alert, App, Button, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { call } from '../../api.ts';
import { useCommand } from '../../answer.ts';
import { useDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { unitName } from '../../unit-name.ts';
import { changedMeanwhile, changesOf, correctable } from './correction.rules.ts';
import { SealedTextItems } from './sealed-text.tsx';
import { type PersonFields, PersonFieldset } from './person-fields.tsx';

const names: Record<(typeof correctable)[number], MessageId> = {
  name: 'people.column.name',
  birthDate: 'people.column.birth-date',
  sex: 'people.column.sex',
  communeId: 'person.commune',
  phone: 'people.column.phone',
  education: 'person.education',
  ethnicity: 'person.ethnicity',
  religion: 'person.religion',
  partyJoinedOn: 'person.party-joined-on',
  address: 'person.address',
  note: 'person.note',
};

const fieldsOf = (person: Person) =>
  Object.fromEntries(correctable.map((field) => [field, person[field] ?? undefined]));

type Props = { person: Person; onClose: () => void };

/** Corrects what is recorded; what somebody else changed meanwhile is shown, never overwritten. */
function CorrectForm({ person, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { on } = useDay();
  const [form] = Form.useForm<PersonFields>();
  const [base, setBase] = useState(person);
  const [meanwhile, setMeanwhile] = useState<MessageId[] | null>(null);
  const change = useCommand(changePerson, [getPerson, listPeople]);
  const overtaken =
    change.error instanceof Problem && change.error.type === 'person-changed-meanwhile';

  const submit = (typed: PersonFields) => {
    const changes = changesOf(base, typed);
    if (Object.keys(changes).length === 0) return onClose();
    change.mutate(
      { id: base.id, version: base.version, ...changes },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'person.form.corrected' }));
          onClose();
        },
      },
    );
  };
  /** The newer record below what was typed here. */
  const takeNewer = async () => {
    const mine = changesOf(base, form.getFieldsValue(true) as PersonFields);
    let newer: Person;
    try {
      newer = await call(getPerson, { id: base.id, on });
    } catch (problem) {
      return void message.error(problemText(intl, problem));
    }
    setMeanwhile(changedMeanwhile(base, newer).map((field) => names[field]));
    setBase(newer);
    form.setFieldsValue({ ...fieldsOf(newer), ...mine });
    change.reset();
  };

  const { commune } = base;
  return (
    <FormDrawer
      title={<FormattedMessage id="person.correct" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{ 'citizen-id-is-recorded': 'citizenId' }}
      pending={change.isPending}
      problem={overtaken ? null : change.error}
      disabled={overtaken}
      onClose={onClose}
    >
      {overtaken && (
        <Alert
          type="error"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="person.form.overtaken" />}
          action={
            <Button size="small" onClick={() => void takeNewer()}>
              <FormattedMessage id="person.form.take-newer" />
            </Button>
          }
        />
      )}
      {meanwhile && (
        <Alert
          type="info"
          showIcon
          className="form-fault"
          title={
            <FormattedMessage
              id="person.form.newer"
              values={{
                count: meanwhile.length,
                fields: meanwhile.map((id) => intl.formatMessage({ id })).join(', '),
              }}
            />
          }
        />
      )}
      <Form<PersonFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={fieldsOf(person)}
        onFinish={submit}
      >
        <PersonFieldset
          citizenIdNow={base.citizenId}
          withheld={base.withheld}
          communes={commune ? [{ id: commune.id, name: unitName(commune) }] : []}
        />
        <SealedTextItems recorded={base.revealable} />
      </Form>
    </FormDrawer>
  );
}

export { CorrectForm as default };
