import '../../frame/alone.css';
import { getInstallation } from '@antt/contracts';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { noConnection } from '../../api.ts';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useLanguage } from '../../i18n/language-context.ts';
import { signIn, useSession } from '../../session/session.ts';
import { nextPlace } from '../../session/next-place.ts';

/** Drawn before anything else is loaded: a plain form, so that little has to be fetched for it. */
export function SignInPage() {
  const intl = useIntl();
  const session = useSession();
  const [search] = useSearchParams();
  const location = useLocation() as { state: { ended?: boolean } | null };
  const { language, choose } = useLanguage();
  const installation = useAnswer(getInstallation, {});
  const [problem, setProblem] = useState<unknown>(null);
  const [lacking, setLacking] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  if (session.status === 'signed-in') return <Navigate to={nextPlace(search)} replace />;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const username = String(fields.get('username')).trim();
    const password = String(fields.get('password'));
    const empty = [username === '' && 'username', password === '' && 'password'].filter(Boolean);
    setLacking(empty as string[]);
    if (empty.length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await signIn(username, password);
    } catch (cause) {
      setProblem(cause instanceof TypeError ? noConnection() : cause);
    } finally {
      setBusy(false);
    }
  };
  const required = intl.formatMessage({ id: 'sign-in.required' });

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
        <form noValidate onSubmit={(event) => void submit(event)}>
          <div className="line">
            <label htmlFor="username">
              <FormattedMessage id="sign-in.username" />
            </label>
            <Input
              id="username"
              name="username"
              size="large"
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              {...(lacking.includes('username') && { status: 'error' as const })}
            />
            {lacking.includes('username') && <small>{required}</small>}
          </div>
          <div className="line">
            <label htmlFor="password">
              <FormattedMessage id="sign-in.password" />
            </label>
            <Input.Password
              id="password"
              name="password"
              size="large"
              autoComplete="current-password"
              {...(lacking.includes('password') && { status: 'error' as const })}
            />
            {lacking.includes('password') && <small>{required}</small>}
          </div>
          <Button type="primary" size="large" htmlType="submit" block loading={busy}>
            <FormattedMessage id="sign-in.submit" />
          </Button>
        </form>
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
