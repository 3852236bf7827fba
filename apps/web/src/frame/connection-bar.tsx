import { useQueryClient } from '@tanstack/react-query';
import { getInstallation } from '@antt/contracts';
import { Button } from 'antd';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { call } from '../api.ts';
import { useConnectionLost } from '../connection.ts';

const every = 5_000;

/** While nobody answers: says so, keeps what is on the screen, and asks on its own until it is back. */
export function ConnectionBar() {
  const lost = useConnectionLost();
  const queries = useQueryClient();

  useEffect(() => {
    if (!lost) return;
    const ask = () => void call(getInstallation, {}).catch(() => null);
    const timer = setInterval(ask, every);
    return () => {
      clearInterval(timer);
      void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
      void queries.invalidateQueries();
    };
  }, [lost, queries]);

  if (!lost) return null;
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
