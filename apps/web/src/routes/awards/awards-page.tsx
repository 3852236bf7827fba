import '../../list-page.css';
import './awards.css';
import { PlusOutlined } from '@ant-design/icons';
import { today } from '@antt/kernel';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';
import { AwardList, useAwardQuestion } from './award-list.tsx';
import { CriticismList } from './criticism-list.tsx';
import { StandingList } from './standing-list.tsx';

const AwardForm = lazy(() => import('./award-form.tsx'));
const StandingForm = lazy(() => import('./standing-form.tsx'));
const CriticismForm = lazy(() => import('./criticism-form.tsx'));

const views = ['awards', 'standings', 'criticisms'] as const;
type View = (typeof views)[number];

/** Awards, the results of units that bar them, and criticism. */
export function Component() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { search, put } = useAddress();
  const { within } = useArea();
  const may: Record<View, boolean> = {
    awards: useMay('award.propose'),
    standings: useMay('standing.write'),
    criticisms: useMay('award.decide'),
  };
  const view = views.find((one) => one === search.get('view')) ?? 'awards';
  const [adding, setAdding] = useState<View | null>(
    search.get('propose') === 'new' ? 'awards' : null,
  );
  const year = Number(search.get('year')) || Number(today().slice(0, 4));
  const awards = useAwardQuestion();
  const exported = {
    awards: { route: '/awards', question: awards },
    standings: { route: '/unit-standings', question: { within, year } },
    criticisms: {
      route: '/criticisms',
      question: { within, from: `${year}-01-01`, to: `${year}-12-31` },
    },
  }[view];
  const add = may[view] && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(view)}>
      <FormattedMessage id={`awards.add.${view}`} />
    </Button>
  );
  const close = () => setAdding(null);
  return (
    <div className="list-page awards">
      <PageHeader
        title={<FormattedMessage id="page.awards" />}
        note={<FormattedMessage id={`awards.note.${view}`} />}
      >
        <ExportButton {...exported} />
        {add}
      </PageHeader>
      <div className="toolbar">
        <Segmented
          value={view}
          aria-label={intl.formatMessage({ id: 'awards.view' })}
          options={views.map((value) => ({
            value,
            label: intl.formatMessage({ id: `awards.view.${value}` }),
          }))}
          onChange={(next) => put({ view: next === 'awards' ? undefined : next })}
        />
      </div>
      {view === 'awards' && <AwardList action={add} />}
      {view === 'standings' && <StandingList year={year} action={add} />}
      {view === 'criticisms' && <CriticismList year={year} action={add} />}
      <Suspense>
        {adding === 'awards' && (
          <AwardForm onClose={close} onDone={(id) => void navigate(`/awards/${id}${held()}`)} />
        )}
        {adding === 'standings' && <StandingForm year={year} onClose={close} />}
        {adding === 'criticisms' && <CriticismForm onClose={close} />}
      </Suspense>
    </div>
  );
}
