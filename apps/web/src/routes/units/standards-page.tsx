import '../../list-page.css';
import './units.css';
import { PlusOutlined } from '@ant-design/icons';
import { listVillageStandards } from '@antt/contracts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { standardColumns, type StandardRow } from './standard-columns.tsx';

const StandardForm = lazy(() => import('./standard-form.tsx'));
const StandardPanel = lazy(() => import('./standard-panel.tsx'));

/** What size villages should have on the day, by kind and place; each with its story. */
export function Component() {
  const intl = useIntl();
  const narrow = useNarrow();
  const { on } = useDay();
  const [search, setSearch] = useSearchParams();
  const maySet = useMay('unit.write');
  const standards = useAnswer(listVillageStandards, { on }, { keep: true });
  const [setting, setSetting] = useState(false);
  const [opened, setOpened] = useState<StandardRow | null>(null);
  const columns = standardColumns(intl, narrow, setOpened);
  const sort = readSort(search.get('sort') ?? '');
  const rows = sorted(standards.data?.items ?? [], columns, sort);
  const sortBy = (next: typeof sort) =>
    setSearch(
      (old) => {
        const search = new URLSearchParams(old);
        search.set('sort', writeSort(next));
        return search;
      },
      { replace: true },
    );

  return (
    <div className="list-page units">
      <PageHeader
        title={<FormattedMessage id="standards.title" />}
        note={<FormattedMessage id="standards.note" values={{ day: formatDay(on) }} />}
      >
        <ExportButton route="/village-standards" question={{ on }} />
        {maySet && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setSetting(true)}
          >
            <FormattedMessage id="standards.set" />
          </Button>
        )}
        <PlaceButton path="/worklist/village-below-standard">
          <FormattedMessage id="standards.below" />
        </PlaceButton>
      </PageHeader>
      <div className="toolbar">
        {!standards.isPending && (
          <span className="count">
            <FormattedNumber value={rows.length} /> <FormattedMessage id="standards.counted" />
          </span>
        )}
      </div>
      {standards.isError && (
        <ProblemPanel problem={standards.error} onRetry={() => void standards.refetch()} />
      )}
      {standards.isPending ? (
        <PageSkeleton />
      ) : (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'standards.title' })}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            sort={sort}
            onSort={sortBy}
            onOpen={setOpened}
            empty={
              <EmptyState title={<FormattedMessage id="standards.none" />}>
                <FormattedMessage id="standards.none-note" />
              </EmptyState>
            }
          />
        </div>
      )}
      <Suspense fallback={null}>
        {opened && <StandardPanel standard={opened} onClose={() => setOpened(null)} />}
        {setting && <StandardForm onClose={() => setSetting(false)} />}
      </Suspense>
    </div>
  );
}
