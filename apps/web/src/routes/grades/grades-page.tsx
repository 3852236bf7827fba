import '../../list-page.css';
import './grades.css';
import { SearchOutlined } from '@ant-design/icons';
import { GradeYearState, listGradeYears } from '@antt/contracts';
import { type Output, today } from '@antt/kernel';
import { Input, Select } from 'antd';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { Listed } from '../../sheet/listed.tsx';
import { unitName } from '../../unit-name.ts';
import { OpenYear } from './open-year.tsx';
import { gradedText, progressColumns, type Row, stateTag } from './progress-columns.tsx';

/** The first year of the guidance. */
const first = 2026;

/** How far the communes of the area have graded their teams and members in a year. */
export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { search, put } = useAddress();
  const { within } = useArea();
  const mayOpen = useMay('grade.write');
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: Math.max(now + 1 - first, 0) + 1 }, (_, n) => now + 1 - n);
  const asked = Number(search.get('year'));
  const year = years.includes(asked) ? asked : Math.max(now, first);
  const text = search.get('q') ?? '';
  const question = {
    ...{ year, within, q: useSettled(text) || undefined },
    state: GradeYearState.safeParse(search.get('state')).data,
  };
  const list = usePages(listGradeYears, { ...question, limit: 500 }, { whole: true });
  const head = list.data?.pages[0] as Output<typeof listGradeYears> | undefined;
  const { items } = list;
  const rows = useMemo(
    () => items.map((row): Row => ({ ...row, id: row.communeId, yearId: row.id })),
    // A list of its own for each draw; the answer says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [list.data],
  );
  const open = (communeId: string) => {
    const yearId = rows.find(({ id }) => id === communeId)?.yearId;
    if (yearId) void navigate(`/grades/${yearId}${held()}`);
  };
  return (
    <div className="list-page grades">
      <PageHeader
        title={<FormattedMessage id="page.grades" />}
        note={
          head && (
            <FormattedMessage
              id="grades.year-days"
              values={{ year, from: formatDay(head.from), to: formatDay(head.to) }}
            />
          )
        }
      >
        <ExportButton route="/grade-years" question={question} />
        {mayOpen && head && <OpenYear year={year} rows={items} />}
      </PageHeader>
      <div className="toolbar">
        <Select
          className="choose"
          value={year}
          aria-label={intl.formatMessage({ id: 'grades.year' })}
          options={years.map((value) => ({
            value,
            label: intl.formatMessage({ id: 'grades.year-of' }, { year: value }),
          }))}
          onChange={(next: number) => put({ year: String(next) })}
        />
        <Input
          className="find"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          value={text}
          placeholder={intl.formatMessage({ id: 'grades.find-commune' })}
          aria-label={intl.formatMessage({ id: 'grades.find-commune' })}
          onChange={({ target }) => put({ q: target.value })}
        />
        <Select
          className="choose"
          allowClear
          value={question.state ?? null}
          placeholder={intl.formatMessage({ id: 'grades.every-state' })}
          aria-label={intl.formatMessage({ id: 'grades.state' })}
          options={GradeYearState.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `grades.state.${value}` }),
          }))}
          onChange={(next?: string) => put({ state: next })}
        />
        {head && (
          <span className="count">
            <FormattedMessage id="grades.whole" values={head.whole} />
          </span>
        )}
      </div>
      <Listed
        list={{ ...list, items: rows }}
        label={intl.formatMessage({ id: 'page.grades' })}
        columns={progressColumns(intl)}
        card={{
          title: unitName,
          tag: (row) => stateTag(intl, row),
          lines: (row) => [
            `${intl.formatMessage({ id: 'grades.graded.teams' })}: ${gradedText(intl, row.teams)}`,
            `${intl.formatMessage({ id: 'grades.graded.members' })}: ${gradedText(intl, row.members)}`,
            row.decisionNumber,
          ],
        }}
        onOpen={open}
        empty={
          <EmptyState title={<FormattedMessage id="grades.no-commune" />}>
            <FormattedMessage id="grades.no-commune-note" />
          </EmptyState>
        }
      />
    </div>
  );
}
