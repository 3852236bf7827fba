import { BellOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useWork } from '../routes/worklist/use-work.ts';
import { PlaceLink } from './place-link.tsx';

/** What the page itself asks comes first: the counter waits until the browser has nothing else to do. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(() => !('requestIdleCallback' in window));
  useEffect(() => {
    if (idle) return;
    let callback = 0;
    const timer = setTimeout(() => {
      callback = requestIdleCallback(() => setIdle(true));
    }, 2_000);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(callback);
    };
  }, [idle]);
  return idle;
}

/** How much of my own waits, on every page; it leads to the list and goes down as the work is done. */
export function WorkCounter() {
  const { entries, isPending, error } = useWork({ enabled: useIdle() });
  const mine = entries.filter((entry) => entry.mine);
  const count = mine.reduce((sum, entry) => sum + entry.count, 0);
  // A count of one service alone would go up as the other answers.
  if (isPending || count === 0) return null;
  return (
    <PlaceLink path="/" className="work-counter">
      <BellOutlined aria-hidden />
      <b className="tabular" aria-hidden>
        <FormattedNumber value={count} />
        {error && '+'}
      </b>
      <span className="word">
        <FormattedMessage id="work.waiting" values={{ count }} />
      </span>
    </PlaceLink>
  );
}
