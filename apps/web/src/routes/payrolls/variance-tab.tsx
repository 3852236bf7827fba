import { checkPayroll, listPayrollVariance, VarianceCause } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button } from 'antd';
import { useMemo } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { CardList } from '../../sheet/card-list.tsx';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { CauseTable } from './cause-table.tsx';
import { FindingList } from './finding-list.tsx';
import { differenceText, Money, moneyText, orNone } from './money.tsx';
import { rowsOf } from './list-height.ts';
import type { Run } from './use-run.ts';

type Row = Output<typeof listPayrollVariance>['items'][number];

/** What differs from the month before and why, and what is unusual: looked at before a run is sent on. */
export function VarianceTab({ run }: { run: Run }) {
  const intl = useIntl();
  const narrow = useNarrow();
  const { search, put } = useAddress();
  const cause = VarianceCause.safeParse(search.get('cause')).data;
  const { within } = useArea();
  const check = useAnswer(
    checkPayroll,
    { id: run.id, within },
    { keep: (before) => (before as { id?: string }).id === run.id },
  );
  const question = { within, cause };
  const list = usePages(listPayrollVariance, {
    ...{ id: run.id, ...question, limit: narrow ? 30 : 100 },
  });
  const columns = useMemo(() => personColumns(intl, run.id), [intl, run.id]);
  const label = intl.formatMessage({ id: 'payrolls.differing' });
  if (check.isError) {
    return <ProblemPanel problem={check.error} onRetry={() => void check.refetch()} />;
  }
  if (check.isPending) return <PageSkeleton />;
  const { findings, causes, before, now, beforeId } = check.data;
  const onOpen = (row: Row) => put(linesOf(row));
  return (
    <>
      <section className="run-section">
        <h2>
          <FormattedMessage id="payrolls.findings" />
        </h2>
        <FindingList findings={findings} />
      </section>
      <section className="run-section">
        <h2>
          <FormattedMessage id="payrolls.causes" />
        </h2>
        <CauseTable
          causes={causes}
          before={before}
          now={now}
          chosen={cause}
          heading={
            beforeId ? (
              <PlaceLink path={`/payrolls/${beforeId}`}>
                <FormattedMessage id="payrolls.run-before" />
              </PlaceLink>
            ) : (
              <FormattedMessage id="payrolls.no-run-before" />
            )
          }
          onCause={(next) => put({ cause: next === cause ? undefined : next })}
        />
      </section>
      <section className="run-section">
        <div className="toolbar">
          <h2>{cause ? intl.formatMessage({ id: `pay.cause.${cause}` }) : label}</h2>
          {cause && (
            <Button size="small" onClick={() => put({ cause: undefined })}>
              <FormattedMessage id="payrolls.every-cause" />
            </Button>
          )}
          <span className="count">
            <FormattedMessage id="payrolls.differing-count" values={{ count: list.total }} />
          </span>
          <ExportButton route={`/payrolls/${run.id}/variance`} question={question} />
        </div>
        {list.isPending && <PageSkeleton />}
        {list.isError && <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && list.items.length === 0 && (
          <p className="faint">
            <FormattedMessage id="payrolls.nobody-differs" />
          </p>
        )}
        {list.items.length > 0 &&
          (narrow ? (
            <CardList
              label={label}
              rows={list.items}
              idOf={ownerIdOf}
              title={({ name }) => name}
              lines={(row) => [
                causeTexts(intl, row).join(', '),
                `${moneyText(intl, row.before)} → ${moneyText(intl, row.now)}`,
                differenceText(intl, row.now - row.before),
              ]}
              onOpen={onOpen}
            />
          ) : (
            <div className="list" style={rowsOf(list.items)}>
              <Sheet
                label={label}
                columns={columns}
                rows={list.items}
                idOf={ownerIdOf}
                onOpen={onOpen}
              />
            </div>
          ))}
        {list.hasNextPage && (
          <p className="more-lines">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              <FormattedMessage id="payrolls.show-more" />
            </Button>
          </p>
        )}
      </section>
    </>
  );
}

const ownerIdOf = ({ personId, teamId }: Row) => personId ?? teamId!;

/** All causes that make a difference to somebody, the one that makes most of it first. */
function causeTexts(intl: IntlShape, { parts }: Row): string[] {
  const nameOf = (cause: VarianceCause) => intl.formatMessage({ id: `pay.cause.${cause}` });
  if (parts.length === 1) return [nameOf(parts[0]!.cause)];
  return parts.map(
    ({ cause, difference }) => `${nameOf(cause)}: ${differenceText(intl, difference)}`,
  );
}

/** Where the lines of a person, or of a team's own money, are shown. */
const linesOf = ({ personId, teamId }: Row) => ({
  tab: 'lines',
  ...(personId === null ? { team: teamId! } : { person: personId }),
});

function personColumns(intl: IntlShape, id: string): Column<Row>[] {
  const figure = (name: 'before' | 'now'): Column<Row> => ({
    id: name,
    title: intl.formatMessage({ id: `payrolls.${name}` }),
    width: 140,
    align: 'end',
    cell: (row) => <Money amount={orNone(row[name])} />,
    text: (row) => row[name],
  });
  return [
    {
      id: 'name',
      title: intl.formatMessage({ id: 'payrolls.person' }),
      cell: (row) => (
        <PlaceLink path={`/payrolls/${id}`} search={linesOf(row)}>
          {row.name}
        </PlaceLink>
      ),
      text: ({ name }) => name,
    },
    {
      id: 'commune',
      title: intl.formatMessage({ id: 'payrolls.commune' }),
      width: 200,
      cell: ({ commune }) => unitName(commune),
      text: ({ commune }) => unitName(commune),
    },
    {
      id: 'cause',
      title: intl.formatMessage({ id: 'payrolls.cause' }),
      width: 240,
      cell: (row) => {
        const [first, ...more] = causeTexts(intl, row);
        return (
          <span className="two-lines">
            <span>{first}</span>
            {more.length > 0 && <small>{more.join(', ')}</small>}
          </span>
        );
      },
      text: (row) => causeTexts(intl, row).join(', '),
    },
    figure('before'),
    figure('now'),
    {
      id: 'difference',
      title: intl.formatMessage({ id: 'payrolls.difference' }),
      width: 140,
      align: 'end',
      cell: ({ before, now }) => <Money signed amount={now - before} />,
      text: ({ before, now }) => now - before,
    },
  ];
}
