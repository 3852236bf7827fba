import '../../field/field.css';
import { appraiseProposal, getDraft, getProposal, listProposals } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Fields = { teams: number; members: number; reason?: string };

/** The province's word: as asked, with other figures, or back to the commune. */
export function Appraisal({ proposal }: { proposal: Output<typeof getProposal> }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const appraise = useCommand(appraiseProposal, [getProposal, listProposals, getDraft]);
  const say = (verdict: 'accept' | 'return') => {
    const { teams, members, reason = '' } = form.getFieldsValue();
    const changed = teams !== proposal.teams || members !== proposal.members;
    const { villages } = proposal;
    const figures = { villages, teams, members, leaders: null, deputies: null, ordinary: null };
    appraise.mutate(
      {
        id: proposal.id,
        verdict,
        figures: verdict === 'accept' && changed ? figures : null,
        reason,
      },
      {
        onSuccess: () =>
          void message.success(intl.formatMessage({ id: 'proposals.appraise.done' })),
      },
    );
  };
  return (
    <section className="appraisal">
      <h2>
        <FormattedMessage id="proposals.appraise.title" />
      </h2>
      {appraise.isError && <ProblemPanel problem={appraise.error} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ teams: proposal.teams, members: proposal.members }}
      >
        <div className="proposal-counts">
          {(['teams', 'members'] as const).map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={<FormattedMessage id={`proposals.appraise.${name}`} />}
            >
              <InputNumber min={0} max={100_000} precision={0} controls={false} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="reason" label={<FormattedMessage id="proposals.appraise.reason" />}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <div className="drawer-actions">
          <Button danger loading={appraise.isPending} onClick={() => say('return')}>
            <FormattedMessage id="proposals.appraise.return" />
          </Button>
          <Button type="primary" loading={appraise.isPending} onClick={() => say('accept')}>
            <FormattedMessage id="proposals.appraise.accept" />
          </Button>
        </div>
      </Form>
    </section>
  );
}
