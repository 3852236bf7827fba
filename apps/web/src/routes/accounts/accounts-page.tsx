import '../../list-page.css';
import './accounts.css';
import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import { useMay } from '../../session/me.ts';
import { AccountList } from './account-list.tsx';
import { accountQuestion } from './account.rules.ts';
import { AreaList } from './area-list.tsx';

const tabs = ['accounts', 'areas'] as const;
type Tab = (typeof tabs)[number];

/** Who may use the platform, in what role, where and when. */
export function Component() {
  const intl = useIntl();
  const mayChange = useMay('account.write');
  const [search, setSearch] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const tab: Tab = search.get('tab') === 'areas' ? 'areas' : 'accounts';
  const List = tab === 'accounts' ? AccountList : AreaList;

  const go = (next: Tab) => {
    setCreating(false);
    setSearch((old) => {
      const kept = new URLSearchParams(old);
      for (const name of ['q', 'role', 'state', 'sort', 'account', 'area']) kept.delete(name);
      if (next === 'areas') kept.set('tab', next);
      else kept.delete('tab');
      return kept;
    });
  };

  return (
    <div className="list-page">
      <PageHeader
        title={
          <span className="page-tabs">
            <FormattedMessage id="accounts.title" />
            <Segmented<Tab>
              aria-label={intl.formatMessage({ id: 'choice.view' })}
              value={tab}
              onChange={go}
              options={tabs.map((value) => ({
                value,
                label: intl.formatMessage({ id: `accounts.tab.${value}` }),
              }))}
            />
          </span>
        }
      >
        {tab === 'accounts' ? (
          <ExportButton route="/accounts" question={accountQuestion(search)} />
        ) : (
          <ExportButton route="/areas" question={{}} />
        )}
        {mayChange && tab === 'accounts' && (
          <PlaceButton
            icon={<UploadOutlined aria-hidden />}
            path="/imports"
            search={{ kind: 'accounts' }}
          >
            <FormattedMessage id="accounts.import" />
          </PlaceButton>
        )}
        {mayChange && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setCreating(true)}
          >
            <FormattedMessage id={tab === 'accounts' ? 'accounts.create' : 'areas.create'} />
          </Button>
        )}
      </PageHeader>
      <List creating={creating} onCreatingDone={() => setCreating(false)} />
    </div>
  );
}
