import '../../field/field.css';
import './notices.css';
import { chooseNotices, getNoticeChoice, type NoticeChoice } from '@antt/contracts';
import { Alert, App, Button, Form, Input, Switch } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';

/** How I am told of my daily digest beside the page: by mail, by a message to my phone, or not at all. */
export function Component() {
  const intl = useIntl();
  const { message } = App.useApp();
  const answer = useAnswer(getNoticeChoice, {});
  const choose = useCommand(chooseNotices, [getNoticeChoice]);
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { ways, phone, ...choice } = answer.data;
  const save = ({ email, message: byPhone }: NoticeChoice) =>
    choose.mutate(
      { email: email.trim(), message: byPhone },
      { onSuccess: () => void message.success(intl.formatMessage({ id: 'notices.saved' })) },
    );
  return (
    <div className="notices">
      <PageHeader
        title={<FormattedMessage id="notices.title" />}
        note={<FormattedMessage id="notices.note" />}
      />
      {choose.isError && <ProblemPanel problem={choose.error} />}
      <Form<NoticeChoice>
        layout="vertical"
        requiredMark={false}
        initialValues={choice}
        onFinish={save}
      >
        <Form.Item
          name="email"
          label={<FormattedMessage id="notices.email" />}
          extra={<FormattedMessage id={ways.mail ? 'notices.email-note' : 'notices.no-mail'} />}
          rules={[{ type: 'email', message: intl.formatMessage({ id: 'notices.email-wrong' }) }]}
        >
          <Input type="email" inputMode="email" autoComplete="email" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="message"
          label={<FormattedMessage id="notices.message" values={{ phone: phone || '–' }} />}
          extra={
            <FormattedMessage id={ways.message ? 'notices.message-note' : 'notices.no-message'} />
          }
          valuePropName="checked"
        >
          <Switch disabled={phone === '' && !choice.message} />
        </Form.Item>
        {phone === '' && (
          <Alert type="info" showIcon title={<FormattedMessage id="notices.no-phone" />} />
        )}
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          <FormattedMessage id="action.record" />
        </Button>
      </Form>
    </div>
  );
}
