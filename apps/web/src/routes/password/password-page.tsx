import '../../frame/alone.css';
import { changePassword } from '@antt/contracts';
import { Button, Form, Input } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { nextPlace } from '../../session/next-place.ts';
import { passwordChanged, signOut, useSession } from '../../session/session.ts';

type Fields = { current: string; next: string; again: string };

/** Change of the password: by wish, or before anything else after the first sign-in or a reset. */
export function Component() {
  const intl = useIntl();
  const session = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const change = useCommand(changePassword);
  if (session.status !== 'signed-in') {
    return session.status === 'unknown' ? null : <Navigate to="/sign-in" replace />;
  }
  const forced = session.account.mustChangePassword;
  const required = { required: true, message: intl.formatMessage({ id: 'sign-in.required' }) };

  const submit = ({ current, next }: Fields) =>
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          passwordChanged();
          if (forced) void navigate(nextPlace(search), { replace: true });
        },
      },
    );

  return (
    <main className="alone">
      <section className="card">
        <header>
          <h1>
            <FormattedMessage id="password.title" />
          </h1>
          <p>
            <FormattedMessage id={forced ? 'password.forced' : 'password.wished'} />
          </p>
        </header>
        {change.isSuccess && (
          <p className="note done" role="status">
            <FormattedMessage id="password.changed" />
          </p>
        )}
        {change.isError && <ProblemPanel problem={change.error} />}
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
          <input hidden readOnly autoComplete="username" value={session.account.username} />
          <Form.Item
            name="current"
            label={<FormattedMessage id={forced ? 'password.one-time' : 'password.current'} />}
            rules={[required]}
          >
            <Input.Password size="large" autoFocus autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={<FormattedMessage id="password.next" />}
            extra={<FormattedMessage id="password.rule" />}
            rules={[
              required,
              { min: 10, message: intl.formatMessage({ id: 'password.too-short' }) },
            ]}
          >
            <Input.Password size="large" autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={<FormattedMessage id="password.again" />}
            dependencies={['next']}
            rules={[
              required,
              ({ getFieldValue }) => ({
                validator: (_, value: string) =>
                  !value || value === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error(intl.formatMessage({ id: 'password.differs' }))),
              }),
            ]}
          >
            <Input.Password size="large" autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" block loading={change.isPending}>
            <FormattedMessage id="password.submit" />
          </Button>
        </Form>
        <footer>
          <Button type="link" onClick={() => (forced ? void signOut() : void navigate(-1))}>
            <FormattedMessage id={forced ? 'account.sign-out' : 'action.back'} />
          </Button>
        </footer>
      </section>
    </main>
  );
}
