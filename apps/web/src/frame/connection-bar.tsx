import { useQueryClient } from '@tanstack/react-query';
import { getInstallation } from '@antt/contracts';
import { Button } from 'antd';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { call } from '../api.ts';
import { useConnectionLost } from '../connection.ts';

const every = 5_000;

/**
 * While nobody answers: says so, keeps what is on the screen, and asks on its own until it is back. Quiet where
 * pages and answers are on the device: that is said with what waits (see outbox/field-work.tsx).
 */
export function ConnectionBar({ isQuiet = false }: { isQuiet?: boolean }) {
  const lost = useConnectionLost();
  const queries = useQueryClient();

  useEffect(() => {
    if (!lost) return;
    const ask = () => void call(getInstallation, {}).catch(() => null);
    const timer = setInterval(ask, every);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
      void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
      void queries.invalidateQueries();
    };
  }, [lost, queries]);

  if (!lost || isQuiet) return null;
  return (
    <div className="connection" role="alert">
      <span>
        <FormattedMessage id="connection.lost" />
      </span>
      <Button size="small" onClick={() => void call(getInstallation, {}).catch(() => null)}>
        <FormattedMessage id="action.retry" />
      </Button>
    </div>
  );
}
