import '../../list-page.css';
import './publications.css';
import { PlusOutlined } from '@ant-design/icons';
import { type PublicationRow } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useMay } from '../../session/me.ts';
import { PublicationForm } from './publication-form.tsx';
import { PublicationList } from './publication-list.tsx';
import { QuotaBoard } from './quota-board.tsx';
import { usePublicationFilter } from './use-publication-filter.ts';
import { WithdrawForm } from './withdraw-form.tsx';

/** Propaganda about the force: whether each week and month has what is asked for, and what was published. */
export function Component() {
  const intl = useIntl();
  const filter = usePublicationFilter();
  const { from, to, within, search, put } = filter;
  const mayWrite = useMay('publication.write');
  const [isRecording, setRecording] = useState(false);
  const [withdrawn, setWithdrawn] = useState<PublicationRow | null>(null);
  const isList = search.get('view') === 'list';
  return (
    <div className="list-page publications">
      <PageHeader
        title={<FormattedMessage id="page.publications" />}
        note={<FormattedMessage id="publications.note" />}
      >
        <ExportButton route="/publications" question={{ from, to, within }} />
        {mayWrite && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setRecording(true)}
          >
            <FormattedMessage id="publications.record" />
          </Button>
        )}
      </PageHeader>
      <div className="toolbar">
        <Segmented
          value={isList ? 'list' : 'quotas'}
          aria-label={intl.formatMessage({ id: 'publications.view' })}
          options={(['quotas', 'list'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `publications.view.${value}` }),
          }))}
          onChange={(view) => put({ view: view === 'list' ? 'list' : undefined })}
        />
        <DayField
          value={from}
          after={to}
          allowClear={false}
          aria-label={intl.formatMessage({ id: 'publications.from' })}
          onChange={(day) => put({ from: day ?? undefined })}
        />
        <DayField
          value={to}
          before={from}
          allowClear={false}
          aria-label={intl.formatMessage({ id: 'publications.to' })}
          onChange={(day) => put({ to: day ?? undefined })}
        />
      </div>
      {isList && (
        <PublicationList filter={filter} onWithdraw={mayWrite ? setWithdrawn : undefined} />
      )}
      {!isList && <QuotaBoard filter={filter} />}
      {isRecording && <PublicationForm onClose={() => setRecording(false)} />}
      {withdrawn && <WithdrawForm publication={withdrawn} onClose={() => setWithdrawn(null)} />}
    </div>
  );
}
