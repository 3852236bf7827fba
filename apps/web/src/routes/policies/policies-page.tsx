import '../../list-page.css';
import './policies.css';
import { PlusOutlined, SnippetsOutlined } from '@ant-design/icons';
import { listPolicies, type PolicyRow } from '@antt/contracts';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { CertaintyMark, PolicyDays, PolicyState, stateOf } from './policy-state.tsx';
import { YamlImport } from './yaml-buttons.tsx';

const TemplateDrawer = lazy(() => import('./template-drawer.tsx'));

const tabs = ['in-force', 'coming', 'draft', 'ended'] as const;
type Tab = (typeof tabs)[number];
const tabOf = (state: ReturnType<typeof stateOf>): Tab => (state === 'withdrawn' ? 'ended' : state);

/** Policies of money: what is paid by on the day, what is being prepared, what ended. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('policy.write');
  const [choosing, setChoosing] = useState(false);
  const policies = usePages(listPolicies, { limit: 200 }, { whole: true });
  const tab = tabs.find((one) => one === search.get('state')) ?? 'in-force';
  const within = (wanted: Tab) =>
    policies.items.filter((policy) => tabOf(stateOf(policy, on)) === wanted);
  const rows = within(tab);
  // What is to come is a tab of its own only where there is some.
  const shown = tabs.filter((one) => one !== 'coming' || one === tab || within(one).length > 0);
  const choose = (next: Tab) =>
    setSearch(
      (old) => {
        const more = new URLSearchParams(old);
        if (next === 'in-force') more.delete('state');
        else more.set('state', next);
        return more;
      },
      { replace: true },
    );
  return (
    <div className="policies">
      <PageHeader
        title={<FormattedMessage id="policies.title" />}
        note={<FormattedMessage id="policies.note" />}
      >
        {(tab === 'in-force' || tab === 'draft') && (
          <ExportButton
            route="/policies"
            question={tab === 'draft' ? { status: tab } : { on }}
            disabled={rows.length === 0}
          />
        )}
        {mayWrite && (
          <>
            <YamlImport />
            <Button icon={<SnippetsOutlined aria-hidden />} onClick={() => setChoosing(true)}>
              <FormattedMessage id="policies.from-template" />
            </Button>
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => void navigate(`/policies/new${held()}`)}
            >
              <FormattedMessage id="policies.new" />
            </Button>
          </>
        )}
      </PageHeader>
      <div className="toolbar">
        <Segmented<Tab>
          aria-label={intl.formatMessage({ id: 'choice.status' })}
          value={tab}
          options={shown.map((value) => ({
            value,
            label: intl.formatMessage(
              { id: `policies.tab.${value}` },
              { count: within(value).length },
            ),
          }))}
          onChange={choose}
        />
      </div>
      {policies.isError && (
        <ProblemPanel problem={policies.error} onRetry={() => void policies.refetch()} />
      )}
      {policies.isPending && <PageSkeleton />}
      {policies.data && rows.length === 0 && (
        <EmptyState title={<FormattedMessage id={`policies.none.${tab}`} />}>
          {mayWrite && <FormattedMessage id="policies.none.note" />}
        </EmptyState>
      )}
      <ul className="policy-list">
        {rows.map((policy) => (
          <OnePolicy key={policy.id} policy={policy} />
        ))}
      </ul>
      <Suspense>{choosing && <TemplateDrawer onClose={() => setChoosing(false)} />}</Suspense>
    </div>
  );
}

function OnePolicy({ policy }: { policy: PolicyRow }) {
  return (
    <li>
      <PlaceLink path={`/policies/${policy.id}`}>{policy.name}</PlaceLink>
      <span className="marks">
        <PolicyState policy={policy} />
        <CertaintyMark certainty={policy.certainty} />
      </span>
      <small>
        {policy.instrument?.number ?? <FormattedMessage id="policies.no-instrument" />}
        {policy.validFrom && ' · '}
        <PolicyDays policy={policy} />
        {' · '}
        {policy.territory.length > 0 ? (
          policy.territory.map(({ name }) => name).join(', ')
        ) : (
          <FormattedMessage id="policies.everywhere" />
        )}
        {' · '}
        <FormattedMessage id="policies.line-count" values={{ count: policy.lines }} />
      </small>
    </li>
  );
}
