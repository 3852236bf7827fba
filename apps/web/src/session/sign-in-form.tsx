import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { noConnection } from '../api.ts';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { signIn } from './session.ts';

type Props = {
  /** Who is expected; somebody else may sign in as well. */
  username?: string;
  /** Of the fields, so that two forms on a page do not meet. */
  prefix?: string;
  onTry?: () => void;
};

/** Name and password: a plain form, so that little has to be fetched for it. */
export function SignInForm({ username = '', prefix = '', onTry }: Props) {
  const intl = useIntl();
  const [problem, setProblem] = useState<unknown>(null);
  const [lacking, setLacking] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get('username')).trim();
    const password = String(fields.get('password'));
    const empty = [name === '' && 'username', password === '' && 'password'].filter(Boolean);
    setLacking(empty as string[]);
    if (empty.length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await signIn(name, password);
    } catch (cause) {
      setProblem(cause instanceof TypeError ? noConnection() : cause);
      onTry?.();
    } finally {
      setBusy(false);
    }
  };
  const required = intl.formatMessage({ id: 'sign-in.required' });

  return (
    <>
      {problem !== null && <ProblemPanel problem={problem} />}
      <form noValidate className="sign-in-form" onSubmit={(event) => void submit(event)}>
        <div className="line">
          <label htmlFor={`${prefix}username`}>
            <FormattedMessage id="sign-in.username" />
          </label>
          <Input
            id={`${prefix}username`}
            name="username"
            size="large"
            autoFocus={username === ''}
            defaultValue={username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...(lacking.includes('username') && { status: 'error' as const })}
          />
          {lacking.includes('username') && <small>{required}</small>}
        </div>
        <div className="line">
          <label htmlFor={`${prefix}password`}>
            <FormattedMessage id="sign-in.password" />
          </label>
          <Input.Password
            id={`${prefix}password`}
            name="password"
            size="large"
            autoFocus={username !== ''}
            autoComplete="current-password"
            {...(lacking.includes('password') && { status: 'error' as const })}
          />
          {lacking.includes('password') && <small>{required}</small>}
        </div>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          <FormattedMessage id="sign-in.submit" />
        </Button>
      </form>
    </>
  );
}
