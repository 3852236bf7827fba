import { listIncidents, listTeams, type AwardSubject } from '@antt/contracts';
import { addDays, type PlainDate } from '@antt/kernel';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { FoundField } from '../../field/found-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { useFoundPeople } from '../../field/use-found-people.ts';
import { formatMoment } from '../../moment.ts';
import { useSettled } from '../../settled.ts';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Field = { id?: string; value?: string; onChange?: (id: string | undefined) => void };

function TeamField({ on, ...rest }: Field & { on: PlainDate }) {
  const within = useOwnArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim()) || undefined;
  const teams = useAnswer(listTeams, { on, within, q, limit: 40 }, { keep: true });
  return (
    <FoundField
      {...rest}
      {...{ text, onText: setText, finding: teams.isFetching }}
      found={(teams.data?.items ?? []).map(({ id, name, commune }) => ({
        ...{ value: id, label: name, about: commune ? unitName(commune) : '' },
      }))}
      placeholder="awards.find-team"
      none="awards.no-team"
    />
  );
}

function PersonField({ on, ...rest }: Field & { on: PlainDate }) {
  const { people, field } = useFoundPeople(on, { state: 'serving' });
  return (
    <FoundField
      {...rest}
      {...field}
      found={people.map(({ id, name, team }) => ({
        ...{ value: id, label: name, about: team?.name ?? '' },
      }))}
      placeholder="awards.find-person"
      none="awards.no-person"
    />
  );
}

/** Whom activity knows no id of is told by a record of the log. */
function RecordField({ to, ...rest }: Field & { to: PlainDate }) {
  const within = useOwnArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim()) || undefined;
  const question = { from: addDays(to, -365), to, within, q, state: 'standing' as const };
  const records = useAnswer(listIncidents, { ...question, limit: 40 }, { keep: true });
  return (
    <FoundField
      {...rest}
      {...{ text, onText: setText, finding: records.isFetching }}
      found={(records.data?.items ?? []).map(({ id, kindName, knownAt, place, teamName }) => ({
        ...{ value: id, label: [kindName, place].filter(Boolean).join(' · ') },
        about: `${formatMoment(knownAt)} · ${teamName}`,
      }))}
      placeholder="awards.find-record"
      none="awards.no-record"
    />
  );
}

type Props = {
  subjects: readonly AwardSubject[];
  subject: AwardSubject;
  /** Who stands on this day is offered. */
  on: PlainDate;
};

/** Whom it is about: a team, a unit, a member, or somebody whom a record of the log tells of. */
export function SubjectFields({ subjects, subject, on }: Props) {
  const intl = useIntl();
  const form = Form.useFormInstance();
  const within = useOwnArea();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <>
      <Form.Item name="subject" label={<FormattedMessage id="awards.subject" />} rules={[required]}>
        <Select
          options={subjects.map((value) => ({
            value,
            label: intl.formatMessage({ id: `awards.subject.${value}` }),
          }))}
          onChange={() => form.resetFields(['subjectId', 'incidentId'])}
        />
      </Form.Item>
      {subject === 'citizen' ? (
        <Form.Item
          name="incidentId"
          label={<FormattedMessage id="awards.record" />}
          extra={<FormattedMessage id="awards.record-note" />}
          rules={[required]}
        >
          <RecordField to={on} />
        </Form.Item>
      ) : (
        <Form.Item
          name="subjectId"
          label={<FormattedMessage id="awards.name" />}
          rules={[required]}
        >
          {subject === 'team' ? (
            <TeamField on={on} />
          ) : subject === 'person' ? (
            <PersonField on={on} />
          ) : (
            <UnitField on={on} within={within} levels={['village', 'commune', 'district']} />
          )}
        </Form.Item>
      )}
    </>
  );
}
