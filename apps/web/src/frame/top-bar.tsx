import { getInstallation } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { AccountMenu } from './account-menu.tsx';
import { AreaControl } from './area-control.tsx';
import { DayControl } from './day-control.tsx';
import { SearchControl } from './search-control.tsx';
import { WorkCounter } from './work-counter.tsx';

/** The day, the area, the search, the account: they hold on every page; so does that the data are invented. */
export function TopBar() {
  const installation = useAnswer(getInstallation, {});
  return (
    <header className="top">
      <DayControl />
      <AreaControl />
      {installation.data?.kind === 'demo' && (
        <span className="demo-mark">
          <FormattedMessage id="demo.mark" />
        </span>
      )}
      <SearchControl />
      <WorkCounter />
      <AccountMenu />
    </header>
  );
}
