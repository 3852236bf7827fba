import { BellOutlined } from '@ant-design/icons';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useWork } from '../routes/worklist/use-work.ts';
import { PlaceLink } from './place-link.tsx';

/** How much of my own waits, on every page; it leads to the list and goes down as the work is done. */
export function WorkCounter() {
  const { entries } = useWork();
  const mine = entries.filter((entry) => entry.mine);
  const count = mine.reduce((sum, entry) => sum + entry.count, 0);
  if (count === 0) return null;
  return (
    <PlaceLink path="/" className="work-counter">
      <BellOutlined aria-hidden />
      <b className="tabular" aria-hidden>
        <FormattedNumber value={count} />
      </b>
      <span className="word">
        <FormattedMessage id="work.waiting" values={{ count }} />
      </span>
    </PlaceLink>
  );
}
