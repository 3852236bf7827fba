import '../../list-page.css';
import { Tabs } from 'antd';
import { useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';
import { ClaimsTab } from './claims-tab.tsx';
import { SeverancesTab } from './severances-tab.tsx';

/** Dossiers that somebody is granted money by: of harm on duty, and of severance of former forces. */
export function Component() {
  const intl = useIntl();
  const { search, put } = useAddress();
  const tab = search.get('tab') === 'severances' ? 'severances' : 'claims';
  const tabs = (
    <Tabs
      activeKey={tab}
      onChange={(next) =>
        put({ tab: next === 'claims' ? undefined : next, state: undefined, open: undefined })
      }
      items={(['claims', 'severances'] as const).map((key) => ({
        key,
        label: intl.formatMessage({ id: `claims.tab.${key}` }),
      }))}
    />
  );
  return (
    <div className="list-page">
      {tab === 'claims' ? <ClaimsTab tabs={tabs} /> : <SeverancesTab tabs={tabs} />}
    </div>
  );
}
