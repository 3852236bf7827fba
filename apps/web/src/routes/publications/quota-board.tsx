import {
  checkPublications,
  listPublicationQuotas,
  type PublicationQuota,
  type QuotaCycle,
} from '@antt/contracts';
import { Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import type { PublicationFilter } from './use-publication-filter.ts';

/** A quota, unit by unit: each week or month by itself, since nothing is carried over. */
export function QuotaBoard({ filter }: { filter: PublicationFilter }) {
  const intl = useIntl();
  const { from, to, within, search, put } = filter;
  const quotas = useAnswer(listPublicationQuotas, { on: to }, { keep: true });
  const all = [...new Map((quotas.data?.items ?? []).map((one) => [one.code, one])).values()];
  const quota = all.find(({ code }) => code === search.get('quota')) ?? all[0];
  if (quotas.isError)
    return <ProblemPanel problem={quotas.error} onRetry={() => void quotas.refetch()} />;
  if (quotas.isPending) return <PageSkeleton />;
  if (!quota)
    return (
      <EmptyState title={<FormattedMessage id="publications.no-quota" />}>
        <FormattedMessage id="publications.no-quota-note" />
      </EmptyState>
    );
  return (
    <>
      <div className="toolbar">
        <Select
          className="quota-choice"
          value={quota.code}
          aria-label={intl.formatMessage({ id: 'publications.quota' })}
          options={all.map((one) => ({ value: one.code, label: nameOf(one, intl.locale) }))}
          onChange={(code) => put({ quota: code })}
        />
      </div>
      <p className="faint">{quota.citation}</p>
      <Cycles key={quota.code} code={quota.code} {...{ from, to, within }} />
    </>
  );
}

const nameOf = ({ name, nameEn }: PublicationQuota, locale: string) =>
  locale === 'en' && nameEn ? nameEn : name;

type Asked = Pick<PublicationFilter, 'from' | 'to' | 'within'> & { code: string };

function Cycles(asked: Asked) {
  const intl = useIntl();
  const rows = usePages(checkPublications, { ...asked, limit: 200 });
  if (rows.isError)
    return <ProblemPanel problem={rows.error} onRetry={() => void rows.refetch()} />;
  if (rows.isPending) return <PageSkeleton />;
  if (rows.items.length === 0)
    return (
      <EmptyState title={<FormattedMessage id="publications.none-due" />}>
        <FormattedMessage id="publications.none-due-note" />
      </EmptyState>
    );
  const tell = ({ from, to, count, least, met, isOver }: QuotaCycle) =>
    intl.formatMessage(
      { id: met ? 'publications.met' : isOver ? 'publications.not-met' : 'publications.going-on' },
      { from: formatDay(from), to: to ? formatDay(to) : '', count, least },
    );
  return (
    <ul className="quota-units" aria-label={intl.formatMessage({ id: 'publications.quota' })}>
      {rows.items.map(({ unitId, unitName, cycles, met, of }) => (
        <li key={unitId}>
          <div className="quota-unit">
            <b>{unitName}</b>{' '}
            <span className="faint">
              <FormattedMessage id="publications.met-of" values={{ met, of }} />
            </span>
          </div>
          <ol>
            {cycles.map((cycle) => (
              <li
                key={`${cycle.name} ${cycle.from}`}
                className="quota-cycle"
                data-met={cycle.met ? 'yes' : cycle.isOver ? 'no' : 'open'}
                title={tell(cycle)}
                aria-label={tell(cycle)}
              >
                <span>{cycleName(cycle.name)}</span> <b>{cycle.count}</b>
              </li>
            ))}
          </ol>
        </li>
      ))}
      {rows.hasNextPage && (
        <li>
          <button type="button" onClick={() => void rows.fetchNextPage()}>
            <FormattedMessage id="publications.more" />
          </button>
        </li>
      )}
    </ul>
  );
}

/** "2024-W36" is tuần 36, "2024-09" tháng 9; a document has its number. */
function cycleName(name: string): string {
  const week = /^\d{4}-W(\d\d)$/.exec(name);
  if (week) return `T${Number(week[1])}`;
  const month = /^(\d{4})-(\d\d)$/.exec(name);
  return month ? `${Number(month[2])}/${month[1]}` : name;
}
