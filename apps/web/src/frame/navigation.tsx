import { Fragment, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'react-router';
import { useMe } from '../session/me.ts';
import { shortOf, visiblePages, type Page } from './page.ts';
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
          <li className={!page.group && shown[index - 1]?.group ? 'nav-apart' : undefined}>
            <Entry page={page} here={stands(page, pathname)} />
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

const phoneGroup = ({ group, phoneGroup }: Page) => group ?? phoneGroup;

/** Under the page on a phone: at most seven entries, a group stands as one. */
export function BottomNavigation() {
  const { pathname } = useLocation();
  const shown = visiblePages(useMe().permissions);
  const keyOf = (page: Page) => phoneGroup(page) ?? page.path;
  const keys = [...new Set(shown.map(keyOf))];
  return (
    <ul>
      {keys.map((key) => {
        const members = shown.filter((page) => keyOf(page) === key);
        const [page] = members as [Page];
        const group = members.length > 1 ? phoneGroup(page) : undefined;
        return (
          <li key={key}>
            <Entry
              page={page}
              title={(group && (shortOf[group] ?? group)) ?? page.short ?? page.title}
              here={members.some((member) => stands(member, pathname))}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** On phones the pages of a group link to each other here, as the bottom bar holds only the first. */
export function GroupTabs() {
  const { pathname } = useLocation();
  const shown = visiblePages(useMe().permissions);
  const page = shown.find((page) => stands(page, pathname));
  const group = page && phoneGroup(page);
  const members = group ? shown.filter((page) => phoneGroup(page) === group) : [];
  const tabs = useRef<HTMLElement>(null);
  const path = page?.path;
  // The row is longer than the screen: the page one is on stands in its middle.
  useEffect(() => {
    const row = tabs.current;
    const here = row?.querySelector<HTMLElement>('[aria-current]');
    if (row && here) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  if (members.length < 2) return null;
  return (
    <nav className="group-tabs" ref={tabs}>
      {members.map((page) => (
        <Entry key={page.path} page={page} here={stands(page, pathname)} />
      ))}
    </nav>
  );
}
