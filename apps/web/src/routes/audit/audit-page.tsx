import '../../list-page.css';
import './audit.css';
import { events, listAccounts, listAudit } from '@antt/contracts';
import { addDays, PlainDate } from '@antt/kernel';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { answers } from '../../search.rules.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { auditColumns } from './audit-columns.tsx';
import { eventText } from './audit-text.ts';
import { EntryPanel } from './entry-panel.tsx';
import { useVerification } from './verification.tsx';

const dayIn = (search: URLSearchParams, name: string) => {
  const day = PlainDate.safeParse(search.get(name));
  return day.success ? day.data : undefined;
};

/** What was done, by whom, when: newest first, never changed. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | null | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const event = search.get('event') ?? undefined;
  const accountId = search.get('account') ?? undefined;
  const [from, last] = [dayIn(search, 'from'), dayIn(search, 'last')];
  const question = {
    event,
    accountId,
    from,
    // The last day counts; the service takes the first that does not.
    to: last && addDays(last, 1),
  };
  const log = usePages(listAudit, { ...question, limit: 200 });
  const columns = useMemo(() => auditColumns(intl, narrow), [intl, narrow]);
  const open = log.items.find(({ seq }) => String(seq) === search.get('entry'));
  const { button, result } = useVerification();

  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.audit" />}
        note={<FormattedMessage id="audit.note" />}
      >
        <ExportButton route="/audit" question={question} />
        {button}
      </PageHeader>
      {result}
      <div className="toolbar">
        <Select
          className="choose event-choice"
          allowClear
          value={event}
          placeholder={intl.formatMessage({ id: 'audit.every-event' })}
          aria-label={intl.formatMessage({ id: 'audit.every-event' })}
          showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
          options={events.map(({ subject }) => {
            const name = subject.replace(/^event\./, '');
            return { value: name, label: eventText(intl, name) };
          })}
          onChange={(next: string | undefined) => put('event', next)}
        />
        <AccountChoice value={accountId} onChange={(next) => put('account', next)} />
        <span className="days">
          <DayField
            value={from ?? null}
            placeholder={intl.formatMessage({ id: 'audit.from' })}
            aria-label={intl.formatMessage({ id: 'audit.from' })}
            onChange={(day) => put('from', day)}
          />
          <DayField
            value={last ?? null}
            placeholder={intl.formatMessage({ id: 'audit.last' })}
            aria-label={intl.formatMessage({ id: 'audit.last' })}
            onChange={(day) => put('last', day)}
          />
        </span>
        {log.data && (
          <span className="count">
            <FormattedMessage
              id="audit.count"
              values={{ shown: log.items.length, all: log.total }}
            />
          </span>
        )}
      </div>
      {log.isError && <ProblemPanel problem={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <PageSkeleton />}
      {log.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.audit' })}
            columns={columns}
            rows={log.items}
            idOf={({ seq }) => String(seq)}
            chosen={open && String(open.seq)}
            onOpen={({ seq }) => put('entry', String(seq))}
            empty={<FormattedMessage id="audit.none" />}
          />
        </div>
      )}
      {log.hasNextPage && (
        <div className="more">
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            <FormattedMessage id="audit.more" />
          </Button>
        </div>
      )}
      {open && (
        <EntryPanel
          entry={open}
          onClose={() => put('entry', undefined)}
          onAccount={(id) => put('account', id)}
        />
      )}
    </div>
  );
}

type ChoiceProps = { value: string | undefined; onChange: (id: string | undefined) => void };

/** Whose doings; found by name as one types. An auditor without accounts sees only the id given. */
function AccountChoice({ value, onChange }: ChoiceProps) {
  const intl = useIntl();
  const mayFind = useMay('account.read');
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useAnswer(
    listAccounts,
    { q: q || undefined, limit: 50 },
    { enabled: mayFind, keep: true },
  );
  const options = (found.data?.items ?? []).map(({ id, username, fullName }) => ({
    value: id,
    label: `${username} – ${fullName}`,
  }));
  if (value && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: intl.formatMessage({ id: 'audit.one-account' }) });
  }
  if (!mayFind && !value) return null;
  return (
    <Select
      className="choose"
      allowClear
      value={value}
      placeholder={intl.formatMessage({ id: 'audit.every-account' })}
      aria-label={intl.formatMessage({ id: 'audit.every-account' })}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      options={options}
      onChange={(id: string | undefined) => onChange(id)}
    />
  );
}
