import '../../frame/alone.css';
import { getInstallation } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useConnectionLost } from '../../connection.ts';
import { useLanguage } from '../../i18n/language-context.ts';
import { deviceOf } from '../../session/device.ts';
import { nextPlace } from '../../session/next-place.ts';
import { useSession } from '../../session/session.ts';
import { SignInForm } from '../../session/sign-in-form.tsx';

/** Drawn before anything else is loaded. */
export function SignInPage() {
  const session = useSession();
  const [search] = useSearchParams();
  const location = useLocation() as { state: { ended?: boolean } | null };
  const { language, choose } = useLanguage();
  const installation = useAnswer(getInstallation, {});
  const lost = useConnectionLost();
  const [isTried, setIsTried] = useState(false);

  if (session.status === 'signed-in') return <Navigate to={nextPlace(search)} replace />;

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
        {location.state?.ended && !isTried && (
          <p className="note" role="status">
            <FormattedMessage id="sign-in.ended" />
          </p>
        )}
        {lost && deviceOf() && (
          <p className="note">
            <Link to="/reports">
              <FormattedMessage id="sign-in.offline" />
            </Link>
          </p>
        )}
        <SignInForm onTry={() => setIsTried(true)} />
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
