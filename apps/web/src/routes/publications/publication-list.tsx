import { listPublications, PublicationMedium, type PublicationRow } from '@antt/contracts';
import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useSettled } from '../../settled.ts';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import type { PublicationFilter } from './use-publication-filter.ts';

type Props = {
  filter: PublicationFilter;
  onWithdraw: ((publication: PublicationRow) => void) | undefined;
};

/** What was published, latest first; a row leads to taking it out for who may. */
export function PublicationList({ filter, onWithdraw }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { from, to, within, search, put } = filter;
  const medium = PublicationMedium.safeParse(search.get('medium')).data;
  const [text, setText] = useState('');
  const q = useSettled(text.trim()) || undefined;
  const rows = usePages(listPublications, { from, to, within, medium, q, limit: 200 });
  const columns = useMemo(() => publicationColumns(intl, narrow), [intl, narrow]);
  return (
    <>
      <div className="toolbar">
        <Select
          className="choose"
          value={medium ?? ''}
          aria-label={intl.formatMessage({ id: 'publications.medium' })}
          options={[
            { value: '', label: intl.formatMessage({ id: 'publications.every-medium' }) },
            ...PublicationMedium.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `publications.medium.${value}` }),
            })),
          ]}
          onChange={(next: string) => put({ medium: next || undefined })}
        />
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'publications.find' })}
          aria-label={intl.formatMessage({ id: 'publications.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        {rows.data && (
          <span className="count">
            <FormattedMessage id="publications.count" values={{ count: rows.total }} />
          </span>
        )}
      </div>
      {rows.isError && <ProblemPanel problem={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isPending && <PageSkeleton />}
      {rows.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.publications' })}
            columns={columns}
            rows={rows.items}
            idOf={({ id }) => id}
            {...(onWithdraw ? { onOpen: onWithdraw } : {})}
            empty={<FormattedMessage id="publications.none" />}
          />
        </div>
      )}
      {rows.hasNextPage && (
        <div className="more">
          <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            <FormattedMessage id="publications.more" />
          </Button>
        </div>
      )}
    </>
  );
}

/** On a phone the title carries what the other columns say. */
function publicationColumns(intl: IntlShape, narrow: boolean): Column<PublicationRow>[] {
  const mediumOf = ({ medium }: PublicationRow) =>
    intl.formatMessage({ id: `publications.medium.${medium}` });
  const kindOf = ({ kind }: PublicationRow) =>
    intl.formatMessage({ id: `publications.kind.${kind}` });
  const title: Column<PublicationRow> = {
    id: 'title',
    title: intl.formatMessage({ id: 'publications.title' }),
    cell: (row) => (
      <span className="two-lines">
        <span>
          {row.link ? (
            <a href={row.link} target="_blank" rel="noreferrer">
              {row.title}
            </a>
          ) : (
            row.title
          )}
        </span>
        {narrow && (
          <small>
            {[formatDay(row.publishedOn), kindOf(row), mediumOf(row), row.unitName].join(' · ')}
          </small>
        )}
      </span>
    ),
    text: ({ title: text }) => text,
  };
  if (narrow) return [title];
  const plain = (
    id: 'published' | 'kind' | 'medium' | 'unit' | 'outlet',
    text: (row: PublicationRow) => string,
    width: number,
  ): Column<PublicationRow> => ({
    ...{ id, title: intl.formatMessage({ id: `publications.${id}` }), cell: text, text, width },
  });
  return [
    plain('published', ({ publishedOn }) => formatDay(publishedOn), 110),
    plain('kind', kindOf, 100),
    title,
    plain('medium', mediumOf, 200),
    plain('unit', ({ unitName }) => unitName, 200),
    plain('outlet', ({ outlet }) => outlet, 200),
  ];
}
