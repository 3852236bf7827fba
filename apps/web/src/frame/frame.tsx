import './alone.css';
import './frame.css';
import './panel.css';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router';
import { useConnectionLost } from '../connection.ts';
import { withTexts } from '../i18n/text.ts';
import { useLive } from '../live.ts';
import { awayAccount, takesAlong, writes } from '../outbox/outbox.rules.ts';
import { deviceOf } from '../session/device.ts';
import { useKeptMe } from '../session/kept-me.ts';
import { MeContext, useMe, useMeAnswer } from '../session/me.ts';
import { useSession } from '../session/session.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { useFocusOnArrival, useFocusReturn } from './focus-return.ts';
import { ProblemPanel } from './problem-panel.tsx';
import { BottomNavigation, GroupTabs, SideNavigation } from './navigation.tsx';
import { Splash } from './splash.tsx';
import { visiblePages } from './page.ts';
import { TopBar } from './top-bar.tsx';

const JobTray = lazy(() => import('./job-tray.tsx'));
const FieldWork = lazy(
  withTexts('outbox', async () => ({
    default: (await import('../outbox/field-work.tsx')).FieldWork,
  })),
);

/**
 * What stands around every page once signed in; sends away whoever is not. Without a connection, and over
 * something that is not sent, it stands as the device knows it.
 */
export function Frame() {
  const session = useSession();
  const queries = useQueryClient();
  const { pathname, search } = useLocation();
  const lost = useConnectionLost();
  const isSignedIn = session.status === 'signed-in';
  const me = useMeAnswer(isSignedIn && !session.account.mustChangePassword);
  const away = awayAccount({
    ...{ status: session.status, device: deviceOf(), pathname, isLost: lost },
  });
  const kept = useKeptMe(away);
  const accountId = isSignedIn ? session.account.id : away;
  const known = [me.data, kept.me].find((one) => one?.account.id === accountId);
  const isAnother = isSignedIn && me.data !== undefined && me.data.account.id !== accountId;
  // Another tab signed in as somebody else: what was answered before is not theirs.
  useEffect(() => {
    if (isAnother) void queries.resetQueries();
  }, [isAnother, queries]);
  const here = `${pathname}${search}`;

  if (isSignedIn && session.account.mustChangePassword) {
    return <Navigate to={`/password?next=${encodeURIComponent(here)}`} replace />;
  }
  if (known) {
    return (
      <MeContext value={known}>
        <Signed key={known.account.id} isSignedIn={isSignedIn} />
      </MeContext>
    );
  }
  if (session.status === 'signed-out' && !kept.isSought) {
    const next = here === '/' ? '' : `?next=${encodeURIComponent(here)}`;
    return <Navigate to={`/sign-in${next}`} replace state={{ ended: session.ended }} />;
  }
  if (isSignedIn && me.isError) {
    return (
      <main className="alone">
        <ProblemPanel problem={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  return <Splash isLost={lost && !isSignedIn && !kept.isSought} />;
}

function Signed({ isSignedIn }: { isSignedIn: boolean }) {
  const intl = useIntl();
  const loading = useNavigation().state === 'loading';
  const { pathname } = useLocation();
  const { permissions } = useMe();
  const imports = visiblePages(permissions).some(({ path }) => path === '/imports');
  const isWriter = writes(permissions);
  useLive(isSignedIn);
  useFocusReturn();
  useFocusOnArrival(pathname);
  // Newer browsers answer with a promise, which an effect must not return.
  useEffect(() => void window.scrollTo(0, 0), [pathname]);

  return (
    <div className="frame" data-loading={loading || undefined}>
      <a className="skip" href="#page">
        <FormattedMessage id="frame.skip" />
      </a>
      <nav className="side" aria-label={intl.formatMessage({ id: 'frame.navigation' })}>
        <div className="mark">
          <img src="/icon.svg" alt="" width="26" height="26" />
          <span>
            <FormattedMessage id="product.name" />
          </span>
        </div>
        <SideNavigation />
      </nav>
      <TopBar />
      <div className="connection-area">
        <ConnectionBar isQuiet={takesAlong(permissions)} />
        {isWriter && (
          <Suspense fallback={null}>
            <FieldWork />
          </Suspense>
        )}
      </div>
      <main id="page" className="page" tabIndex={-1}>
        <GroupTabs />
        <Outlet />
      </main>
      {imports && (
        <Suspense fallback={null}>
          <JobTray />
        </Suspense>
      )}
      <nav className="bottom" aria-label={intl.formatMessage({ id: 'frame.navigation' })}>
        <BottomNavigation />
      </nav>
    </div>
  );
}
