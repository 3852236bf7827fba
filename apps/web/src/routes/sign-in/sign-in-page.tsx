import '../../frame/alone.css';
import { getInstallation } from '@antt/contracts';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { noConnection } from '../../api.ts';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useLanguage } from '../../i18n/language-context.ts';
import { signIn, useSession } from '../../session/session.ts';
import { nextPlace } from '../../session/next-place.ts';

type Fields = { username: string; password: string };

export function SignInPage() {
  const intl = useIntl();
  const session = useSession();
  const [search] = useSearchParams();
  const location = useLocation() as { state: { ended?: boolean } | null };
  const { language, choose } = useLanguage();
  const installation = useAnswer(getInstallation, {});
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  if (session.status === 'signed-in') return <Navigate to={nextPlace(search)} replace />;

  const submit = async ({ username, password }: Fields) => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(username.trim(), password);
    } catch (cause) {
      setProblem(cause instanceof TypeError ? noConnection() : cause);
    } finally {
      setBusy(false);
    }
  };
  const required = [{ required: true, message: intl.formatMessage({ id: 'sign-in.required' }) }];

  return (
    <main className="alone">
      <section className="card">
        <header>
          <img src="/icon.svg" alt="" width="40" height="40" />
          <h1>
            <FormattedMessage id="product.name" />
          </h1>
          <p>
            <FormattedMessage id="product.line" />
          </p>
        </header>
        {location.state?.ended && !problem && (
          <p className="note" role="status">
            <FormattedMessage id="sign-in.ended" />
          </p>
        )}
        {problem !== null && <ProblemPanel problem={problem} />}
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          onFinish={(fields) => void submit(fields)}
        >
          <Form.Item
            name="username"
            label={<FormattedMessage id="sign-in.username" />}
            rules={required}
          >
            <Input
              size="large"
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Form.Item>
          <Form.Item
            name="password"
            label={<FormattedMessage id="sign-in.password" />}
            rules={required}
          >
            <Input.Password size="large" autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" block loading={busy}>
            <FormattedMessage id="sign-in.submit" />
          </Button>
        </Form>
        <footer>
          {installation.data?.kind === 'demo' && (
            <span className="demo-mark">
              <FormattedMessage id="demo.mark" />
            </span>
          )}
          <Button type="link" size="small" onClick={() => choose(language === 'vi' ? 'en' : 'vi')}>
            <FormattedMessage id="account.other-language" />
          </Button>
        </footer>
      </section>
    </main>
  );
}
