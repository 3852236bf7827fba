import { AccountMenu } from './account-menu.tsx';
import { AreaControl } from './area-control.tsx';
import { DayControl } from './day-control.tsx';
import { SearchControl } from './search-control.tsx';

/** The day, the area, the search, the account: they hold on every page. */
export function TopBar() {
  return (
    <header className="top">
      <DayControl />
      <AreaControl />
      <SearchControl />
      <AccountMenu />
    </header>
  );
}
