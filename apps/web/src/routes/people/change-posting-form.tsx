import {
  changePosting,
  getPerson,
  listPeople,
  listPostings,
  type PostingRow,
} from '@antt/contracts';
import { type PlainDate, Problem } from '@antt/kernel';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
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
  what: 'title' | 'transfer';
  /** The one that ends. */
  posting: PostingRow;
  on: PlainDate;
  onClose: () => void;
};

/** The number is typed last, and no rule asks for it. */
const numberToCome = '…';

/** Gives a member another title (Law 30/2023/QH15 Art. 16.2) or another team, from a day on. */
function ChangePostingForm({ what, posting, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [nextId] = useState(newId);
  const [form] = Form.useForm<PostingFields>();
  const fields = Form.useWatch((all: PostingFields) => all, form);
  const act = useCommand(changePosting, [getPerson, listPeople, listPostings]);
  const moves = what === 'transfer';
  const commandOf = ({ teamId, position, validFrom, decision }: PostingFields) => {
    if (!position || !validFrom || !decision?.signedOn || (moves && !teamId)) return null;
    // What is not changed yet is no fault while the form is filled in.
    if (!moves && position === posting.position) return null;
    const number = decision.number?.trim() || numberToCome;
    return {
      ...{ id: posting.id, nextId, position, validFrom },
      ...(moves ? { teamId } : {}),
      decision: decisionOf({ ...decision, number }),
    };
  };
  const findings = useFindings(changePosting, fields ? commandOf(fields) : null);
  const submit = (typed: PostingFields) => {
    const command = commandOf(typed);
    if (!command) {
      const text = intl.formatMessage({ id: 'posting.form.same-title' });
      return form.setFields([{ name: 'position', errors: [text] }]);
    }
    act.mutate(
      { ...command, accept: typed.accept ?? [], reason: typed.reason?.trim() ?? '' },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: `posting.form.${what}-done` }));
          onClose();
        },
      },
    );
  };
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const has: Field[] = [...(moves ? ['teamId' as const] : []), 'position', 'validFrom'];
  return (
    <PostingForm
      title={
        <FormattedMessage id={`posting.form.${what}-title`} values={{ name: posting.personName }} />
      }
      submit={<FormattedMessage id={`person.${what}`} />}
      form={form}
      initial={{
        position: posting.position,
        validFrom: on,
        decision: { number: '', signedOn: on },
      }}
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
          <p className="faint">
            <FormattedMessage
              id="posting.form.now"
              values={{
                position: intl.formatMessage({ id: `people.position.${posting.position}` }),
                team: posting.teamName,
              }}
            />
          </p>
          {moves && (
            <Form.Item
              name="teamId"
              label={<FormattedMessage id="posting.form.to-team" />}
              rules={[required]}
              {...faultOf('teamId')}
            >
              <TeamField
                on={fields?.validFrom ?? on}
                near={posting.commune?.id}
                not={posting.teamId}
              />
            </Form.Item>
          )}
          <PositionField fault={faultOf('position')} />
          <FromField fault={faultOf('validFrom')} />
        </>
      )}
    </PostingForm>
  );
}

export { ChangePostingForm as default };
