import '../../list-page.css';
import './campaigns.css';
import { PlusOutlined } from '@ant-design/icons';
import { type Campaign, listCampaigns } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useArea } from '../../area.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { CampaignCard } from './campaign-card.tsx';
import { CampaignForm } from './campaign-form.tsx';

/** Campaigns that hold here, with their rounds, the days that no round has, and how they are scored. */
export function Component() {
  const { within } = useArea();
  const list = usePages(listCampaigns, { within }, { whole: true });
  const mayWrite = useMay('campaign.write');
  const [edited, setEdited] = useState<Campaign | 'new' | null>(null);
  const add = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
      <FormattedMessage id="campaigns.add" />
    </Button>
  );
  return (
    <div className="campaigns">
      <PageHeader
        title={<FormattedMessage id="page.campaigns" />}
        note={<FormattedMessage id="campaigns.page-note" />}
      >
        {add}
      </PageHeader>
      {list.isError && <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <PageSkeleton />}
      {list.data && list.items.length === 0 && (
        <EmptyState title={<FormattedMessage id="campaigns.empty" />} action={add}>
          <FormattedMessage id="campaigns.empty-note" />
        </EmptyState>
      )}
      {list.items.map((campaign) => (
        <CampaignCard
          key={campaign.id}
          campaign={campaign}
          onEdit={mayWrite ? () => setEdited(campaign) : undefined}
        />
      ))}
      {edited && (
        <CampaignForm campaign={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}
