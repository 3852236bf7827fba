import {
  getPerson,
  listPeople,
  listPostings,
  type Person,
  recognise,
  type TeamProfile,
} from '@antt/contracts';
import { type PlainDate, Problem } from '@antt/kernel';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { newId } from '../../new-id.ts';
import { PersonField } from './person-field.tsx';
import {
  decisionOf,
  type Field,
  FromField,
  PositionField,
  type PostingFields,
  PostingForm,
} from './posting-form.tsx';
import { TeamField } from './team-field.tsx';
import { useFindings } from './use-findings.ts';

type Props = {
  on: PlainDate;
  /** Whom; without, the form asks. */
  person?: Pick<Person, 'id' | 'name' | 'communeId'>;
  /** Where; without, the form asks. */
  team?: Pick<TeamProfile, 'id' | 'name'>;
  onClose: () => void;
};

/** The number is typed last, and no rule asks for it. */
const numberToCome = '…';

/** Recognises a member of a team by the decision of the commune's chair (Law 30/2023/QH15 Art. 14.5). */
function RecogniseForm({ on, person, team, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<PostingFields>();
  const fields = Form.useWatch((all: PostingFields) => all, form);
  const act = useCommand(recognise, [getPerson, listPeople, listPostings]);
  const commandOf = ({ position, validFrom, decision, ...rest }: PostingFields) => {
    const personId = person?.id ?? rest.personId;
    const teamId = team?.id ?? rest.teamId;
    if (!personId || !teamId || !position || !validFrom || !decision?.signedOn) return null;
    const number = decision.number?.trim() || numberToCome;
    return {
      ...{ id, personId, teamId, position, validFrom },
      decision: decisionOf({ ...decision, number }),
    };
  };
  const findings = useFindings(recognise, fields ? commandOf(fields) : null);
  const submit = (typed: PostingFields) => {
    const command = commandOf(typed);
    if (!command) return;
    act.mutate(
      { ...command, accept: typed.accept ?? [], reason: typed.reason?.trim() ?? '' },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'posting.form.recognised' }));
          onClose();
        },
      },
    );
  };
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const has: Field[] = [
    ...(person ? [] : ['personId' as const]),
    ...(team ? [] : ['teamId' as const]),
    'position',
    'validFrom',
  ];
  return (
    <PostingForm
      title={
        <FormattedMessage
          id={person ? 'posting.form.recognise-title' : 'posting.form.recognise-team'}
          values={{ name: person?.name ?? team?.name ?? '' }}
        />
      }
      submit={<FormattedMessage id="person.recognise-do" />}
      form={form}
      initial={{ validFrom: on, decision: { number: '', signedOn: on } }}
      has={has}
      findings={findings}
      pending={act.isPending}
      problem={act.error instanceof Problem ? act.error : null}
      onEdit={() => act.isError && act.reset()}
      onFinish={submit}
      onClose={onClose}
    >
      {(faultOf) => (
        <>
          {!person && (
            <Form.Item
              name="personId"
              label={<FormattedMessage id="people.column.name" />}
              extra={
                <FormattedMessage
                  id="posting.form.person-note"
                  values={{
                    record: (
                      <PlaceLink path="/people" search={{ record: 'new' }}>
                        <FormattedMessage id="people.record" />
                      </PlaceLink>
                    ),
                  }}
                />
              }
              rules={[required]}
              {...faultOf('personId')}
            >
              <PersonField on={on} />
            </Form.Item>
          )}
          {!team && (
            <Form.Item
              name="teamId"
              label={<FormattedMessage id="people.column.team" />}
              rules={[required]}
              {...faultOf('teamId')}
            >
              <TeamField on={fields?.validFrom ?? on} near={person?.communeId} />
            </Form.Item>
          )}
          <PositionField fault={faultOf('position')} />
          <FromField fault={faultOf('validFrom')} />
        </>
      )}
    </PostingForm>
  );
}

export { RecogniseForm as default };
