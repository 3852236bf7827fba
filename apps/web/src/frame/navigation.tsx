import { Fragment } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'react-router';
import { useMe } from '../session/me.ts';
import { visiblePages, type Page } from './page.ts';
import { PlaceLink } from './place-link.tsx';

const stands = (page: Page, pathname: string) =>
  page.path === '/' ? pathname === '/' : pathname.startsWith(page.path);

function Entry({
  page,
  title = page.title,
  here,
}: {
  page: Page;
  title?: Page['title'];
  here: boolean;
}) {
  const Icon = page.icon;
  return (
    <PlaceLink path={page.path} className="nav-entry" aria-current={here ? 'page' : undefined}>
      <Icon className="nav-icon" aria-hidden />
      <span>
        <FormattedMessage id={title} />
      </span>
    </PlaceLink>
  );
}

/** Left of the page on a desk. */
export function SideNavigation() {
  const { pathname } = useLocation();
  const shown = visiblePages(useMe().permissions);
  return (
    <ul>
      {shown.map((page, index) => (
        <Fragment key={page.path}>
          {page.group && page.group !== shown[index - 1]?.group && (
            <li className="nav-group">
              <FormattedMessage id={page.group} />
            </li>
          )}
          <li>
            <Entry page={page} here={stands(page, pathname)} />
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

/** Under the page on a phone: at most five entries, a group stands as one. */
export function BottomNavigation() {
  const { pathname } = useLocation();
  const shown = visiblePages(useMe().permissions);
  const first = shown.filter(
    ({ group }, index) => !group || shown.findIndex((page) => page.group === group) === index,
  );
  return (
    <ul>
      {first.map((page) => (
        <li key={page.path}>
          <Entry
            page={page}
            title={page.group ?? page.short ?? page.title}
            here={
              page.group
                ? shown.some((other) => other.group === page.group && stands(other, pathname))
                : stands(page, pathname)
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** On phones the pages of a group link to each other here, as the bottom bar holds only the first. */
export function GroupTabs() {
  const { pathname } = useLocation();
  const shown = visiblePages(useMe().permissions);
  const group = shown.find((page) => stands(page, pathname))?.group;
  const members = group ? shown.filter((page) => page.group === group) : [];
  if (members.length < 2) return null;
  return (
    <nav className="group-tabs">
      {members.map((page) => (
        <Entry key={page.path} page={page} here={stands(page, pathname)} />
      ))}
    </nav>
  );
}
