import type { Account } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import { formatMoment } from '../../moment.ts';
import type { Column } from '../../sheet/column.ts';
import { AccountState } from './account-state.tsx';
import { grantsInOrder, holdsOnDay } from './account.rules.ts';

/** People sort by the given name, the last word; then by the family and middle names. */
export function givenNameFirst(fullName: string): string {
  const words = fullName
    .replace(/\(.*?\)/gu, '')
    .trim()
    .split(/\s+/u);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

function rolesOf(intl: IntlShape, account: Account, on: PlainDate): string[] {
  return grantsInOrder(account.grants, on)
    .filter((grant) => holdsOnDay(grant, on))
    .map(({ role, areaName }) => `${intl.formatMessage({ id: `role.${role}` })}, ${areaName}`);
}

export function accountColumns(intl: IntlShape, on: PlainDate, narrow: boolean): Column<Account>[] {
  const title = (id: 'username' | 'name' | 'roles' | 'state' | 'phone' | 'last') =>
    intl.formatMessage({ id: `accounts.column.${id}` });
  const state: Column<Account> = {
    id: 'state',
    title: title('state'),
    width: narrow ? 112 : 120,
    order: (account) => account.state,
    text: (account) => intl.formatMessage({ id: `accounts.state.${account.state}` }),
    cell: (account) => <AccountState state={account.state} />,
  };
  const roles = (account: Account) => rolesOf(intl, account, on);
  if (narrow) {
    return [
      {
        id: 'name',
        title: title('name'),
        order: ({ fullName }) => givenNameFirst(fullName),
        text: ({ fullName }) => fullName,
        cell: (account) => (
          <span className="two-lines">
            <span>{account.fullName}</span>
            <small>{[account.username, ...roles(account)].join(' · ')}</small>
          </span>
        ),
      },
      state,
    ];
  }
  return [
    {
      id: 'number',
      title: intl.formatMessage({ id: 'quotas.column.number' }),
      width: 52,
      align: 'center',
      cell: (_, index) => index + 1,
      text: (_, index) => index + 1,
    },
    {
      id: 'username',
      title: title('username'),
      width: 150,
      order: ({ username }) => username,
      text: ({ username }) => username,
      cell: ({ username }) => username,
    },
    {
      id: 'name',
      title: title('name'),
      width: 220,
      order: ({ fullName }) => givenNameFirst(fullName),
      text: ({ fullName }) => fullName,
      cell: ({ fullName }) => <b className="name">{fullName}</b>,
    },
    {
      id: 'roles',
      title: title('roles'),
      order: (account) => roles(account)[0] ?? null,
      text: (account) => roles(account).join('; '),
      cell: (account) => {
        const [first, ...more] = roles(account);
        if (!first)
          return <span className="faint">{intl.formatMessage({ id: 'accounts.no-role' })}</span>;
        return more.length > 0 ? `${first} (+${more.length})` : first;
      },
    },
    state,
    {
      id: 'phone',
      title: title('phone'),
      width: 116,
      text: ({ phone }) => phone,
      cell: ({ phone }) => phone,
    },
    {
      id: 'last',
      title: title('last'),
      width: 142,
      order: ({ lastSignInAt }) => lastSignInAt,
      text: ({ lastSignInAt }) => formatMoment(lastSignInAt),
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? (
          formatMoment(lastSignInAt)
        ) : (
          <span className="faint">{intl.formatMessage({ id: 'accounts.never' })}</span>
        ),
    },
  ];
}
