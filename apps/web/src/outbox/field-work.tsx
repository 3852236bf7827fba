import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { useConnectionLost } from '../connection.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { formatMoment } from '../moment.ts';
import { registerWorker } from '../offline/register.ts';
import { useMe } from '../session/me.ts';
import { useSession } from '../session/session.ts';
import { forgetOldAnswers, keepAnswered, keepFor, useShownFrom } from './kept-answers.ts';
import { setKeeper } from './keeping.ts';
import { useOutbox } from './outbox.ts';
import { takesAlong } from './outbox.rules.ts';
import { prepare } from './prepare.ts';
import { madeOld, startSending } from './sender.ts';
import { onSent } from './sent.ts';
import { askSignIn, signInAnswered, useSignInAsked } from './sign-in-asked.ts';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx'));

/** For whoever writes: sends what waits, keeps what the field needs, and says quietly how that stands. */
export function FieldWork() {
  const me = useMe();
  const outbox = useOutbox(me.account.id);
  const isSignedIn = useSession().status === 'signed-in';
  const lost = useConnectionLost();
  const isAsked = useSignInAsked();
  useSending(outbox !== null);
  useTakingAlong(isSignedIn && !lost);
  useAskingAnew(isSignedIn);
  const hasAny = (outbox?.entries.length ?? 0) > 0;
  useEffect(() => {
    // Asked for once there is something to lose: some browsers ask their user.
    if (hasAny) void navigator.storage?.persist?.();
  }, [hasAny]);
  return (
    <>
      <WaitingBar />
      {isAsked && !isSignedIn && (
        <Suspense fallback={null}>
          <SignInDialog username={me.account.username} />
        </Suspense>
      )}
    </>
  );
}

function useSending(isOpen: boolean) {
  const queries = useQueryClient();
  useEffect(() => (isOpen ? startSending() : undefined), [isOpen]);
  useEffect(
    () =>
      onSent(({ kind }) => {
        for (const { subject } of madeOld[kind]) {
          void queries.invalidateQueries({ queryKey: [subject] });
        }
        void queries.invalidateQueries({
          predicate: ({ queryKey }) => /\.work\./.test(String(queryKey[0])),
        });
      }),
    [queries],
  );
}

/** What was shown from the device is asked for as soon as it is known who asks. */
function useAskingAnew(isSignedIn: boolean) {
  const queries = useQueryClient();
  const wasSignedIn = useRef(isSignedIn);
  useEffect(() => {
    if (isSignedIn) signInAnswered();
    if (isSignedIn && !wasSignedIn.current) void queries.invalidateQueries();
    wasSignedIn.current = isSignedIn;
  }, [isSignedIn, queries]);
}

/** Pages and answers for where there is no connection. */
function useTakingAlong(mayAsk: boolean) {
  const me = useMe();
  const queries = useQueryClient();
  const accountId = me.account.id;
  const takes = takesAlong(me.permissions);
  useEffect(() => {
    if (!takes) return;
    keepFor(accountId);
    keepAnswered(queries, accountId);
    void forgetOldAnswers().catch(() => undefined);
    return () => void setKeeper(null);
  }, [takes, accountId, queries]);
  useEffect(() => (takes ? registerWorker() : undefined), [takes]);
  useEffect(() => {
    if (!takes || !mayAsk) return;
    const stop = new AbortController();
    // The page itself comes first.
    const timer = setTimeout(() => void prepare(me, stop.signal).catch(() => undefined), 3_000);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [takes, mayAsk, me]);
}

/** "Ngoại tuyến · 2 chờ gửi"; nothing where nothing waits. */
function WaitingBar() {
  const { account, permissions } = useMe();
  const outbox = useOutbox(account.id);
  // Of a desk, which has nothing with it, the frame says it louder.
  const lost = useConnectionLost() && takesAlong(permissions);
  const hasEnded = useSession().status === 'signed-out' && !lost;
  const shownFrom = useShownFrom();
  const { entries = [], others = 0, isFull = false } = outbox ?? {};
  const refused = entries.filter(({ state }) => state === 'refused').length;
  const waiting = entries.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  if (!lost && !hasEnded && waiting + refused + others === 0 && !isFull) return null;
  return (
    <div className="waiting-bar" role="status" data-lost={lost || undefined}>
      {lost && (
        <span>
          <FormattedMessage id="outbox.offline" />
        </span>
      )}
      {hasEnded && (
        <span>
          <FormattedMessage id="outbox.session-ended" />
        </span>
      )}
      {waiting > 0 && (
        <span>
          <PlaceLink path="/outbox">
            <FormattedMessage id="outbox.waiting" values={{ count: waiting }} />
          </PlaceLink>
        </span>
      )}
      {refused > 0 && (
        <span>
          <PlaceLink path="/outbox">
            <FormattedMessage id="outbox.refused" values={{ count: refused }} />
          </PlaceLink>
        </span>
      )}
      {others > 0 && (
        <span>
          <FormattedMessage id="outbox.others" values={{ count: others }} />
        </span>
      )}
      {(lost || hasEnded) && shownFrom && (
        <span>
          <FormattedMessage id="outbox.shown-from" values={{ at: formatMoment(shownFrom) }} />
        </span>
      )}
      {isFull && (
        <span>
          <FormattedMessage id="outbox.full" />
        </span>
      )}
      {hasEnded && (
        <Button size="small" onClick={askSignIn}>
          <FormattedMessage id="sign-in.submit" />
        </Button>
      )}
    </div>
  );
}
