import '../../list-page.css';
import './reports.css';
import { FileExcelOutlined } from '@ant-design/icons';
import { listReports, type ReportRow, ReportState } from '@antt/contracts';
import { Button, Input } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { FilterChoice } from '../../field/filter-choice.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Listed } from '../../sheet/listed.tsx';
import { JudgeChosen } from './judge-chosen.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { PeriodNote } from './period-note.tsx';
import { ChooseReport, reportColumns } from './report-columns.tsx';
import { OnDevice } from './on-device.tsx';
import { ReportMarks, ReportStateTag } from './report-state.tsx';
import { reportsOf } from './report-questions.ts';
import { usePeriods } from './use-periods.ts';

const SheetDrawer = lazy(() => import('./sheet-drawer.tsx'));

/** Who owes a report in a period and how far each has come; the queue of who verifies and accepts. */
export function Component() {
  const intl = useIntl();
  const { search, put } = useAddress();
  const { within } = useArea();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayJudge = useMay('report.verify');
  const mayWrite = useMay('report.write');
  const [filling, setFilling] = useState(false);
  const periods = usePeriods();
  const { period, sender } = periods;
  const [text, setText] = useState(search.get('q') ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const state = ReportState.safeParse(search.get('state')).data;
  const timeliness = (['in-time', 'late'] as const).find((one) => one === search.get('time'));
  const q = useSettled(text.trim()) || undefined;
  const filters = { within, state, timeliness, q };
  const question = { ...reportsOf(period?.id ?? '', sender), ...filters };
  const list = usePages(listReports, question, { enabled: Boolean(period), whole: true });
  const choosing = useMemo(
    () => ({
      chosen,
      choose: (id: string, on: boolean) =>
        setChosen((old) => new Set(on ? [...old, id] : [...old].filter((one) => one !== id))),
    }),
    [chosen],
  );
  const columns = useMemo(
    () => reportColumns(intl, mayJudge ? choosing : null),
    [intl, mayJudge, choosing],
  );
  const label = intl.formatMessage({ id: 'page.reports' });
  const chooseLabel = intl.formatMessage({ id: 'reports.choose' });
  const open = (id: string) => {
    const row = list.items.find((one) => one.id === id);
    if (row) void navigate(`/reports/${row.periodId}/${row.senderId}${held()}`);
  };
  const isFiltered = Boolean(state ?? timeliness ?? q);
  return (
    <div className="list-page reports">
      <PageHeader
        title={<FormattedMessage id="page.reports" />}
        note={period && <PeriodNote period={period} />}
      >
        {period && (
          <ExportButton route="/reports" question={{ periodId: period.id, sender, ...filters }} />
        )}
        {period && mayWrite && (
          <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => setFilling(true)}>
            <FormattedMessage id="reports.sheet" />
          </Button>
        )}
        {mayJudge && (
          <JudgeChosen
            rows={list.items.filter(({ id }) => chosen.has(id))}
            onDone={() => setChosen(new Set())}
          />
        )}
      </PageHeader>
      <div className="toolbar">
        <PeriodChoice periods={periods} />
        <FilterChoice
          label="reports.state"
          value={state}
          options={ReportState.options}
          texts="reports.state"
          onChange={(next) => put({ state: next })}
        />
        <FilterChoice
          label="reports.timeliness"
          value={timeliness}
          options={['in-time', 'late'] as const}
          texts="reports.timeliness"
          onChange={(next) => put({ time: next })}
        />
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'reports.find' })}
          aria-label={intl.formatMessage({ id: 'reports.find' })}
          onChange={({ target }) => {
            setText(target.value);
            put({ q: target.value.trim() || undefined });
          }}
        />
        {period && !list.isPending && (
          <span className="count">
            <FormattedMessage id="reports.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      {periods.answer.isError && <ProblemPanel problem={periods.answer.error} />}
      {periods.answer.isPending && <PageSkeleton />}
      {periods.answer.data && !period && (
        <EmptyState title={<FormattedMessage id="reports.no-period" />}>
          <FormattedMessage id="reports.no-period-note" />
        </EmptyState>
      )}
      {period && (
        <Listed<ReportRow>
          list={list}
          label={label}
          columns={columns}
          card={{
            title: ({ name }) => name,
            ...(mayJudge && {
              tag: (row: ReportRow) => <ChooseReport {...choosing} row={row} label={chooseLabel} />,
            }),
            lines: (row) => [
              <span key="state">
                <ReportStateTag state={row.state} /> <ReportMarks report={row} />
                <OnDevice row={row} />
              </span>,
              row.unitName !== row.name && row.unitName,
              row.returnReason,
            ],
          }}
          onOpen={open}
          empty={
            <EmptyState
              title={<FormattedMessage id={isFiltered ? 'reports.none-found' : 'reports.empty'} />}
            >
              <FormattedMessage
                id={isFiltered ? 'reports.none-found-note' : 'reports.empty-note'}
              />
            </EmptyState>
          }
        />
      )}
      {filling && period && sender && (
        <Suspense>
          <SheetDrawer
            {...{ periodId: period.id, sender, within }}
            onClose={() => setFilling(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
