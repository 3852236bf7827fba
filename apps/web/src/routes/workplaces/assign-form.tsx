import {
  assignWorkplace,
  getCoverage,
  getTeam,
  getTeamHistory,
  getWorkplace,
  listTeams,
  listWorkplaces,
  type TeamProfile,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Form, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { answers } from '../../search.rules.ts';

type Fields = { workplaceId: string; validFrom: PlainDate };
type Props = { team: TeamProfile; on: PlainDate; onClose: () => void };

/** Where a team works from a day on; or nowhere. */
function AssignForm({ team, on, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const places = useAnswer(listWorkplaces, { on, within: team.commune?.id, limit: 500 });
  const assign = useCommand(assignWorkplace, [
    getTeam,
    getTeamHistory,
    listTeams,
    getWorkplace,
    listWorkplaces,
    getCoverage,
  ]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const none = { value: '', label: intl.formatMessage({ id: 'teams.unplaced' }) };
  const submit = ({ workplaceId, validFrom }: Fields) =>
    assign.mutate(
      { id: team.id, workplaceId: workplaceId || null, validFrom },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'teams.form.assigned' }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={<FormattedMessage id="teams.assign" />}
      form={form}
      places={{
        'team-not-active': 'validFrom',
        'team-has-later-changes': 'validFrom',
        'team-has-one-workplace-a-day': 'validFrom',
        'workplace-not-in-use': 'workplaceId',
      }}
      pending={assign.isPending}
      problem={assign.error}
      onClose={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ workplaceId: team.workplace?.id ?? '', validFrom: on }}
        onFinish={submit}
      >
        <Form.Item
          name="workplaceId"
          label={<FormattedMessage id="teams.column.workplace" />}
          extra={<FormattedMessage id="teams.form.assign-note" />}
        >
          <Select
            loading={places.isFetching}
            options={[
              none,
              ...(places.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
          />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={<FormattedMessage id="teams.form.from" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

export { AssignForm as default };
