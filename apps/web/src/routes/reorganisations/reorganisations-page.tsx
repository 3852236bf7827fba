import '../../list-page.css';
import './reorganisations.css';
import { BranchesOutlined, CloudUploadOutlined } from '@ant-design/icons';
import { listReorganisations } from '@antt/contracts';
import { Button } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { usePages } from '../../pages.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { OneReorganisation } from './one-reorganisation.tsx';

/** Acts on the tree of units, latest first: what each moved, what it leaves to decide, and the way back. */
export function Component() {
  const acts = usePages(listReorganisations, { limit: 50 });
  const [search, setSearch] = useSearchParams();
  const held = useHeldSearch();
  const navigate = useNavigate();
  const open = search.get('act');
  const show = (id: string | null) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (id) next.set('act', id);
      else next.delete('act');
      return next;
    });
  return (
    <div className="reorganisations">
      <PageHeader
        title={<FormattedMessage id="page.reorganisations" />}
        note={<FormattedMessage id="reorganisations.note" />}
      >
        <ExportButton route="/reorganisations" question={{}} />
        <Button
          type="primary"
          icon={<BranchesOutlined aria-hidden />}
          onClick={() => void navigate(`/reorganisations/new${held()}`)}
        >
          <FormattedMessage id="reorganisations.create" />
        </Button>
        <Button
          icon={<CloudUploadOutlined aria-hidden />}
          onClick={() => void navigate(`/imports${held({ kind: 'reorganisations' })}`)}
        >
          <FormattedMessage id="reorganisations.import" />
        </Button>
      </PageHeader>
      {acts.isError && <ProblemPanel problem={acts.error} onRetry={() => void acts.refetch()} />}
      {acts.isPending && <PageSkeleton />}
      {acts.data && acts.items.length === 0 && (
        <EmptyState title={<FormattedMessage id="reorganisations.none" />}>
          <FormattedMessage id="reorganisations.none-note" />
        </EmptyState>
      )}
      {acts.items.length > 0 && (
        <ol className="act-list">
          {acts.items.map((act) => (
            <OneReorganisation
              key={act.id}
              act={act}
              open={open === act.id}
              onToggle={() => show(open === act.id ? null : act.id)}
            />
          ))}
        </ol>
      )}
      {acts.hasNextPage && (
        <Button loading={acts.isFetchingNextPage} onClick={() => void acts.fetchNextPage()}>
          <FormattedMessage id="reorganisations.older" />
        </Button>
      )}
    </div>
  );
}
