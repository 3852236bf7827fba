import {
  changeTeamArea,
  dissolveTeam,
  getCoverage,
  getTeam,
  getTeamHistory,
  listTeams,
  mergeTeams,
  renameTeam,
  type TeamProfile,
} from '@antt/contracts';
import type { Operation, PlainDate } from '@antt/kernel';
import { App, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DecisionFields } from '../../act/decision-fields.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { TypedConfirmation } from '../../field/typed-confirmation.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { newId } from '../../new-id.ts';
import { answers } from '../../search.rules.ts';
import { type ActFields, BasedOnField, TeamActForm } from './team-act.tsx';
import { VillagesField } from './villages-field.tsx';

export type TeamAct = 'rename' | 'area' | 'merge' | 'dissolve';
type Props = { team: TeamProfile; on: PlainDate; onClose: () => void };

const refreshed: Operation[] = [getTeam, getTeamHistory, listTeams, getCoverage];

/** What is refused because of the day. */
const dayPlaces = (day: string): ProblemPlaces => ({
  'team-not-active': day,
  'team-has-later-changes': day,
  'team-has-one-name-a-day': day,
  // The Tổ is in sight, so that only its day can lie outside.
  'outside-area': day,
});

/** What each form has: what is required, and what is said when it is done. */
function useForms(onClose: () => void) {
  const intl = useIntl();
  const { message } = App.useApp();
  const done = (id: MessageId) => () => {
    void message.success(intl.formatMessage({ id }));
    onClose();
  };
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return { done, required };
}

function FromDay({ name = 'validFrom' }: { name?: string }) {
  const { required } = useForms(() => {});
  return (
    <Form.Item name={name} label={<FormattedMessage id="teams.form.from" />} rules={[required]}>
      <DayField />
    </Form.Item>
  );
}

function RenameForm({ team, on, onClose }: Props) {
  const { done, required } = useForms(onClose);
  const [form] = Form.useForm<ActFields & { name: string; validFrom: PlainDate }>();
  const rename = useCommand(renameTeam, refreshed);
  return (
    <TeamActForm
      title={<FormattedMessage id="teams.rename" />}
      submit={<FormattedMessage id="teams.rename" />}
      form={form}
      initial={{ name: team.name, validFrom: on }}
      pending={rename.isPending}
      problem={rename.error}
      places={dayPlaces('validFrom')}
      onClose={onClose}
      onFinish={({ name, validFrom, decision }) =>
        rename.mutate(
          { id: team.id, name, validFrom, decision },
          { onSuccess: done('teams.form.renamed') },
        )
      }
    >
      <Form.Item
        name="name"
        label={<FormattedMessage id="teams.form.new-name" />}
        rules={[required]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FromDay />
      <DecisionFields />
      <BasedOnField required={false} />
    </TeamActForm>
  );
}

function AreaForm({ team, on, onClose }: Props) {
  const { done, required } = useForms(onClose);
  const [form] = Form.useForm<ActFields & { villageIds: string[]; validFrom: PlainDate }>();
  const change = useCommand(changeTeamArea, refreshed);
  return (
    <TeamActForm
      title={<FormattedMessage id="teams.area" />}
      submit={<FormattedMessage id="teams.area" />}
      form={form}
      initial={{ villageIds: team.villages.map(({ id }) => id), validFrom: on }}
      pending={change.isPending}
      problem={change.error}
      places={{
        ...dayPlaces('validFrom'),
        'team-covers-one-commune': 'villageIds',
        'team-holds-a-village-once-a-day': 'villageIds',
      }}
      onClose={onClose}
      onFinish={(fields) =>
        change.mutate({ id: team.id, ...fields }, { onSuccess: done('teams.form.area-changed') })
      }
    >
      <Form.Item
        name="villageIds"
        label={<FormattedMessage id="teams.column.villages" />}
        rules={[required]}
      >
        <VillagesField on={on} communeId={team.commune?.id} />
      </Form.Item>
      <FromDay />
      <DecisionFields />
      <BasedOnField />
    </TeamActForm>
  );
}

type Merging = ActFields & {
  others: string[];
  into: 'this' | 'new';
  code?: string;
  name: string;
  on: PlainDate;
  typed: string;
};

function MergeForm({ team, on, onClose }: Props) {
  const { done, required } = useForms(onClose);
  const [id] = useState(newId);
  const [newTeam] = useState(newId);
  const [form] = Form.useForm<Merging>();
  const into = Form.useWatch('into', form);
  const beside = useAnswer(listTeams, { on, within: team.commune?.id, limit: 500 });
  const others = (beside.data?.items ?? []).filter((one) => one.id !== team.id);
  const merge = useCommand(mergeTeams, refreshed);
  // Who shares a village with it is what usually becomes one with it.
  const sharing = [...new Set(team.villages.flatMap(({ shares }) => shares.map((s) => s.id)))];
  const submit = ({ others: chosen, into: kind, code, name, typed: _, ...fields }: Merging) =>
    merge.mutate(
      {
        id,
        ...fields,
        teamIds: [team.id, ...chosen],
        into: kind === 'new' ? { id: newTeam, code, name } : { id: team.id, name },
      },
      { onSuccess: done('teams.form.merged') },
    );
  return (
    <TeamActForm<Merging>
      title={<FormattedMessage id="teams.merge" />}
      submit={<FormattedMessage id="teams.merge" />}
      form={form}
      initial={{ others: sharing, into: 'this', name: team.name, on }}
      pending={merge.isPending}
      problem={merge.error}
      places={{
        ...dayPlaces('on'),
        'team-code-is-taken': 'code',
        'team-merger-incomplete': 'others',
        'team-covers-one-commune': 'others',
      }}
      onClose={onClose}
      onFinish={submit}
    >
      <Form.Item
        name="others"
        label={<FormattedMessage id="teams.form.others" />}
        rules={[required]}
      >
        <Select
          mode="multiple"
          loading={beside.isFetching}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
        />
      </Form.Item>
      <Form.Item name="into" label={<FormattedMessage id="teams.form.into" />}>
        <Radio.Group
          options={[
            {
              value: 'this',
              label: <FormattedMessage id="teams.form.into-this" values={{ name: team.name }} />,
            },
            { value: 'new', label: <FormattedMessage id="teams.form.into-new" /> },
          ]}
        />
      </Form.Item>
      {into === 'new' && (
        <Form.Item
          name="code"
          label={<FormattedMessage id="teams.form.code" />}
          rules={[required, { max: 40 }]}
        >
          <Input />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label={<FormattedMessage id="teams.form.merged-name" />}
        rules={[required]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FromDay name="on" />
      <DecisionFields />
      <BasedOnField />
      <TypedConfirmation what={team.code} />
    </TeamActForm>
  );
}

function DissolveForm({ team, on, onClose }: Props) {
  const { done } = useForms(onClose);
  const [form] = Form.useForm<ActFields & { dissolvedOn: PlainDate }>();
  const dissolve = useCommand(dissolveTeam, refreshed);
  return (
    <TeamActForm
      title={<FormattedMessage id="teams.dissolve" />}
      submit={<FormattedMessage id="teams.dissolve" />}
      danger
      form={form}
      initial={{ dissolvedOn: on }}
      pending={dissolve.isPending}
      problem={dissolve.error}
      places={dayPlaces('dissolvedOn')}
      onClose={onClose}
      onFinish={({ dissolvedOn, decision }) =>
        dissolve.mutate(
          { id: team.id, dissolvedOn, decision },
          { onSuccess: done('teams.form.dissolved') },
        )
      }
    >
      <p className="faint">
        <FormattedMessage id="teams.form.dissolve-note" values={{ name: team.name }} />
      </p>
      <FromDay name="dissolvedOn" />
      <DecisionFields />
      <BasedOnField required={false} />
      <TypedConfirmation what={team.code} />
    </TeamActForm>
  );
}

const forms = { rename: RenameForm, area: AreaForm, merge: MergeForm, dissolve: DissolveForm };

function TeamForm({ act, ...props }: Props & { act: TeamAct }) {
  const ActForm = forms[act];
  return <ActForm {...props} />;
}

// React.lazy takes a default export.
export { TeamForm as default };
