import { listTeams, Position } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Checkbox, Form, Select } from 'antd';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { StepForm, type StepProps } from './step-form.tsx';

type Placed = { proposed: boolean; teamId?: string; position: Position };
type Fields = { on: PlainDate; members: Record<string, Placed> };

/** R10: Forms 05 and 06, who of the selected goes into which team of the commune, with which title. */
export function ProposeForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const { candidates, communeId } = props.recruitment;
  const selected = candidates.filter(({ outcome }) => outcome === 'selected');
  const on = Form.useWatch('on', form) ?? today();
  const members = Form.useWatch('members', form);
  const teams = useAnswer(listTeams, { on, within: communeId, limit: 1000 }, { keep: true });
  const only = teams.data?.items.length === 1 ? teams.data.items[0]!.id : null;
  useEffect(() => {
    if (!only) return;
    for (const { id } of selected) {
      const name = ['members', id, 'teamId'] as never;
      if (!form.isFieldTouched(name)) form.setFieldValue(name, only as never);
    }
    // Candidates do not change while the form is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [only]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const none = members && selected.every(({ id }) => !members[id]?.proposed);
  return (
    <StepForm<Fields>
      {...props}
      step="proposed"
      form={form}
      initial={{
        members: Object.fromEntries(
          selected.map(({ id }) => [id, { proposed: true, position: 'ordinary' }]),
        ),
      }}
      dayNote={<FormattedMessage id="recruitments.note.proposed" />}
      disabled={Boolean(none)}
      actOf={(fields) => ({
        ...{ step: 'proposed', on: fields.on },
        members: selected.flatMap(({ id }) => {
          const { proposed, teamId, position } = fields.members[id]!;
          return proposed && teamId ? [{ applicationId: id, teamId, position }] : [];
        }),
      })}
    >
      {teams.isError && <ProblemPanel problem={teams.error} />}
      {selected.map(({ id, person, votes }) => (
        <fieldset key={id} className="member-block">
          <legend>
            {person.name}{' '}
            <small>
              <FormattedMessage id="recruitments.votes" values={{ votes: votes ?? 0 }} />
            </small>
          </legend>
          <Form.Item name={['members', id, 'proposed']} valuePropName="checked">
            <Checkbox>
              <FormattedMessage id="recruitments.propose.one" />
            </Checkbox>
          </Form.Item>
          {members?.[id]?.proposed !== false && (
            <>
              <Form.Item
                name={['members', id, 'teamId']}
                label={<FormattedMessage id="people.column.team" />}
                rules={[required]}
              >
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  loading={teams.isPending}
                  placeholder={intl.formatMessage({ id: 'posting.form.team-find' })}
                  notFoundContent={intl.formatMessage({ id: 'recruitments.propose.no-team' })}
                  options={
                    teams.data?.items.map((team) => ({ value: team.id, label: team.name })) ?? []
                  }
                />
              </Form.Item>
              <Form.Item
                name={['members', id, 'position']}
                label={<FormattedMessage id="people.column.position" />}
                rules={[required]}
              >
                <Select
                  options={Position.options.map((value) => ({
                    value,
                    label: intl.formatMessage({ id: `people.position.${value}` }),
                  }))}
                />
              </Form.Item>
            </>
          )}
        </fieldset>
      ))}
    </StepForm>
  );
}
