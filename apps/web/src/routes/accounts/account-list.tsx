import { type Account, listAccounts, Role } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Input, Select } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useSettled } from '../../settled.ts';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { accountColumns } from './account-columns.tsx';
import { AccountPanel } from './account-panel.tsx';
import { accountQuestion, accountStates } from './account.rules.ts';
import { HandOver, type HandOverOf } from './hand-over.tsx';

const AccountForm = lazy(() => import('./account-form.tsx'));

type Props = { creating: boolean; onCreatingDone: () => void };

/** Accounts inside my area, found by name, role and state. */
export function AccountList({ creating, onCreatingDone }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const [handOver, setHandOver] = useState<HandOverOf | null>(null);
  const put = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const text = search.get('q') ?? '';
  const { role, state } = accountQuestion(search);
  const q = useSettled(text.trim());
  const sort = readSort(search.get('sort') ?? 'username');

  const accounts = usePages(
    listAccounts,
    { q: q || undefined, role, state, limit: 500 },
    { whole: true },
  );
  const columns = useMemo(() => accountColumns(intl, today(), narrow), [intl, narrow]);
  const rows = sorted(accounts.items, columns, sort);
  const open = accounts.items.find(({ id }) => id === search.get('account'));
  const choose = (id: 'role' | 'state', value: string | undefined, options: readonly string[]) => (
    <Select
      className="choose"
      allowClear
      value={value}
      placeholder={intl.formatMessage({ id: `accounts.every-${id}` })}
      aria-label={intl.formatMessage({ id: `accounts.every-${id}` })}
      options={options.map((option) => ({
        value: option,
        label: intl.formatMessage({
          id:
            id === 'role'
              ? `role.${option as Role}`
              : `accounts.state.${option as Account['state']}`,
        }),
      }))}
      onChange={(next: string | undefined) => put(id, next)}
    />
  );

  return (
    <>
      <div className="toolbar">
        <Input
          type="search"
          allowClear
          className="find"
          value={text}
          placeholder={intl.formatMessage({ id: 'accounts.find' })}
          aria-label={intl.formatMessage({ id: 'accounts.find' })}
          onChange={({ target }) => put('q', target.value)}
        />
        {choose('role', role, Role.options)}
        {choose('state', state, accountStates)}
        {accounts.data && (
          <span className="count">
            <FormattedMessage
              id="accounts.count"
              values={{ shown: rows.length, all: accounts.total }}
            />
          </span>
        )}
      </div>
      {accounts.isError && (
        <ProblemPanel problem={accounts.error} onRetry={() => void accounts.refetch()} />
      )}
      {accounts.isPending && <PageSkeleton />}
      {accounts.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.accounts' })}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            sort={sort}
            onSort={(next) => put('sort', writeSort(next))}
            chosen={open?.id}
            onOpen={({ id }) => put('account', id)}
            empty={<FormattedMessage id="accounts.none" />}
          />
        </div>
      )}
      {open && (
        <AccountPanel
          key={open.id}
          account={open}
          onClose={() => put('account', undefined)}
          onHandOver={setHandOver}
        />
      )}
      {handOver && <HandOver {...handOver} onClose={() => setHandOver(null)} />}
      <Suspense fallback={null}>
        {creating && (
          <AccountForm
            onClose={onCreatingDone}
            onCreated={(made) => {
              onCreatingDone();
              setHandOver(made);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
