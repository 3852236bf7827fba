import '../../list-page.css';
import '../reports/reports.css';
import './compiled.css';
import { type CompiledPart, type CompiledQuestion, listCompiledParts } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { useMemo } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { type Column, readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { indicatorName } from '../reports/finding-text.ts';
import { changeText, figureText, placeText, windowText } from './compiled-text.ts';
import { addressOf, useCompiled } from './use-compiled.ts';

type Parts = Output<typeof listCompiledParts>;

const none = { kindCode: '', sender: 'team' as const, within: '' };

/** What makes up one figure of a compiled report: what lies directly in the unit, down to who reported. */
export function Component() {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { periods, span, question } = useCompiled();
  const code = search.get('code') ?? '';
  const sort = readSort(search.get('sort') ?? '-value');
  const answer = useAnswer(
    listCompiledParts,
    { ...(question ?? none), code },
    { enabled: question !== null && code !== '', keep: true },
  );
  const { data } = answer;
  const columns = useMemo(
    () => (data && question ? partColumns(intl, data, question) : []),
    [intl, data, question],
  );
  const problem = periods.answer.error ?? answer.error;
  return (
    <div className="list-page compiled">
      <PageHeader
        title={
          data ? indicatorName(intl, data.indicator) : <FormattedMessage id="compiled.parts" />
        }
        note={
          data &&
          question && (
            <>
              <PlaceLink path="/compiled-report" search={addressOf(question)}>
                <FormattedMessage id="page.compiled-report" />
              </PlaceLink>
              {' · '}
              {placeText(data.units)}
              {' · '}
              {windowText(intl, span, data.window)}
            </>
          )
        }
      />
      {problem && <ProblemPanel problem={problem} onRetry={() => void answer.refetch()} />}
      {!problem && !data && <PageSkeleton />}
      {data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'compiled.parts' })}
            columns={columns}
            rows={sorted(data.items, columns, sort)}
            idOf={({ id }) => id}
            sort={sort}
            onSort={(next) => put({ sort: writeSort(next) })}
            empty={
              <EmptyState title={<FormattedMessage id="reports.none-owed" />}>
                <FormattedMessage id="compiled.none-below" />
              </EmptyState>
            }
          />
        </div>
      )}
    </div>
  );
}

const shareOf = ({ value }: CompiledPart) =>
  value?.numerator == null ? null : value.numerator / (value.denominator || 1);

function partColumns(
  intl: IntlShape,
  { indicator, window, former, whole, counts, counting }: Parts,
  question: CompiledQuestion,
): Column<CompiledPart>[] {
  const last = window.periods.at(-1)!;
  const name = (row: CompiledPart) => (row.kind ? unitName(row) : row.name);
  const figure = (value: CompiledPart['value']) => figureText(intl, indicator, value);
  const change = (row: { value: CompiledPart['value']; former: CompiledPart['former'] }) =>
    changeText(intl, indicator, row.value, row.former);
  const text = (id: 'compiled.part' | 'compiled.reports' | 'compiled.difference') =>
    intl.formatMessage({ id });
  const narrow = { width: 150, align: 'end' } as const;
  return [
    {
      id: 'name',
      title: text('compiled.part'),
      cell: (row) =>
        row.isSender ? (
          <PlaceLink path={`/reports/${last.id}/${row.id}`}>{name(row)}</PlaceLink>
        ) : (
          <PlaceLink
            path="/compiled-report/parts"
            search={{ ...addressOf(question), within: row.id, code: indicator.code }}
          >
            {name(row)}
          </PlaceLink>
        ),
      order: (row) => row.name,
      text: name,
      total: intl.formatMessage({ id: 'reports.whole' }),
    },
    {
      id: 'value',
      title: intl.formatMessage({ id: 'compiled.now' }),
      ...narrow,
      cell: ({ value }) => (
        <span data-unreported={value === null || undefined}>{figure(value)}</span>
      ),
      order: shareOf,
      text: ({ value }) => figure(value),
      total: figure(whole.value),
    },
    {
      id: 'reports',
      title: text('compiled.reports'),
      ...narrow,
      cell: (row) => `${row.counting}/${row.owed}`,
      order: (row) => row.counting / row.owed,
      text: (row) => `${row.counting}/${row.owed}`,
      total: `${counting}/${counts.owed}`,
    },
    ...(former
      ? ([
          {
            id: 'former',
            title: intl.formatMessage({ id: 'compiled.before' }),
            ...narrow,
            cell: (row) => figure(row.former),
            text: (row) => figure(row.former),
            total: figure(whole.former),
          },
          {
            id: 'difference',
            title: text('compiled.difference'),
            ...narrow,
            cell: (row) => change(row).difference,
            text: (row) => change(row).difference,
            total: change(whole).difference,
          },
          {
            id: 'percent',
            title: intl.formatMessage({ id: 'compiled.percent' }),
            width: 100,
            align: 'end',
            cell: (row) => change(row).percent,
            text: (row) => change(row).percent,
            total: change(whole).percent,
          },
        ] satisfies Column<CompiledPart>[])
      : []),
  ];
}
