import './alone.css';
import './frame.css';
import './panel.css';
import { lazy, Suspense, useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router';
import { useLive } from '../live.ts';
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

/** What stands around every page once signed in; sends away whoever is not. */
export function Frame() {
  const session = useSession();
  const location = useLocation();
  const me = useMeAnswer(session.status === 'signed-in' && !session.account.mustChangePassword);
  const here = `${location.pathname}${location.search}`;

  if (session.status === 'signed-out') {
    const next = here === '/' ? '' : `?next=${encodeURIComponent(here)}`;
    return <Navigate to={`/sign-in${next}`} replace state={{ ended: session.ended }} />;
  }
  if (session.status === 'signed-in' && session.account.mustChangePassword) {
    return <Navigate to={`/password?next=${encodeURIComponent(here)}`} replace />;
  }
  if (me.isError) {
    return (
      <main className="alone">
        <ProblemPanel problem={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data) return <Splash />;
  return (
    <MeContext value={me.data}>
      <Signed />
    </MeContext>
  );
}

function Signed() {
  const intl = useIntl();
  const loading = useNavigation().state === 'loading';
  const { pathname } = useLocation();
  const imports = visiblePages(useMe().permissions).some(({ path }) => path === '/imports');
  useLive();
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
      <ConnectionBar />
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
