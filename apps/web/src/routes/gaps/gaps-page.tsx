import '../../list-page.css';
import { Gap, type GapRow, listGaps } from '@antt/contracts';
import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { gapColumns } from './gap-columns.tsx';
import { GapForm } from './gap-form.tsx';

type Assigned = 'yes' | 'no';

/** What communes and villages lack on the day, oldest first: a list to work off. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const { within } = useArea();
  const narrow = useNarrow();
  const mayAssign = useMay('team.write');
  const mayDraft = useMay('quota.write');
  const [search, setSearch] = useSearchParams();
  const kind = Gap.safeParse(search.get('kind')).data;
  const assigned = (['yes', 'no'] as const).find((one) => one === search.get('assigned'));
  const [text, setText] = useState(search.get('q') ?? '');
  const [taken, setTaken] = useState<GapRow | null>(null);
  const q = useSettled(text.trim());
  const question = { on, within, kind, assigned, q: q || undefined };
  const gaps = usePages(listGaps, { ...question, limit: 200 });
  const counts = gaps.data?.pages[0] as { counts?: Record<Gap, number> } | undefined;
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const columns = useMemo(() => gapColumns(intl, mayDraft), [intl, mayDraft]);
  const { shown, hidden, hide } = useColumnChoice(
    'gaps',
    columns,
    narrow ? ['figures', 'owner', 'assignee'] : [],
  );
  return (
    <div className="list-page gaps">
      <PageHeader
        title={<FormattedMessage id="page.gaps" />}
        note={<FormattedMessage id="day.as-of" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/coverage/gaps" question={question} placed />
      </PageHeader>
      <div className="toolbar">
        <Select<Gap>
          className="choose"
          allowClear
          value={kind}
          placeholder={intl.formatMessage({ id: 'gaps.kind' })}
          aria-label={intl.formatMessage({ id: 'gaps.kind' })}
          popupMatchSelectWidth={false}
          options={Gap.options.map((value) => ({
            value,
            label: `${intl.formatMessage({ id: `gap.counted.${value}` }, { level: value === 'villages-uncovered' ? 'village' : 'commune' })} (${intl.formatNumber(counts?.counts?.[value] ?? 0)})`,
          }))}
          onChange={(value: Gap | undefined) => set('kind', value)}
        />
        <Select<Assigned>
          className="choose"
          allowClear
          value={assigned}
          placeholder={intl.formatMessage({ id: 'gaps.assigned' })}
          aria-label={intl.formatMessage({ id: 'gaps.assigned' })}
          options={(['no', 'yes'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `gaps.assigned.${value}` }),
          }))}
          onChange={(value: Assigned | undefined) => set('assigned', value)}
        />
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'gaps.find' })}
          aria-label={intl.formatMessage({ id: 'gaps.find' })}
          onChange={({ target }) => {
            setText(target.value);
            set('q', target.value.trim());
          }}
        />
        {!gaps.isPending && (
          <span className="count">
            <FormattedNumber value={gaps.total} /> <FormattedMessage id="gaps.counted" />
          </span>
        )}
        <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
      </div>
      {gaps.isError && <ProblemPanel problem={gaps.error} onRetry={() => void gaps.refetch()} />}
      {gaps.isPending ? (
        <PageSkeleton />
      ) : (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.gaps' })}
            columns={shown}
            rows={gaps.items}
            idOf={({ unit, kind: of }) => `${unit.id} ${of}`}
            sort={{ column: '', down: false }}
            onSort={() => undefined}
            onOpen={(row) => mayAssign && setTaken(row)}
            empty={
              <EmptyState title={<FormattedMessage id="gaps.none" />}>
                <FormattedMessage id="gaps.none-note" />
              </EmptyState>
            }
          />
        </div>
      )}
      {gaps.hasNextPage && (
        <Button loading={gaps.isFetchingNextPage} onClick={() => void gaps.fetchNextPage()}>
          <FormattedMessage id="gaps.more" />
        </Button>
      )}
      {taken && (
        <GapForm
          key={`${taken.unit.id} ${taken.kind}`}
          gap={taken}
          on={on}
          onClose={() => setTaken(null)}
        />
      )}
    </div>
  );
}
