import '../../list-page.css';
import './criteria.css';
import { PlusOutlined } from '@ant-design/icons';
import { listCriteria } from '@antt/contracts';
import { Button, Segmented, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { CriteriaDays, CriteriaState } from './criteria-state.tsx';
import { TemplateChoice } from './template-choice.tsx';

const states = ['all', 'in-force', 'draft', 'adopted', 'withdrawn'] as const;
type State = (typeof states)[number];

/** Criteria of the province: what is in force, what is being prepared, what ended. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const mayWrite = useMay('criteria.write');
  const state = states.find((one) => one === search.get('state')) ?? 'all';
  const question = state === 'in-force' ? { on } : state === 'all' ? {} : { status: state };
  const criteria = useAnswer(listCriteria, { ...question, limit: 200 }, { keep: true });
  const choose = (next: State) =>
    setSearch(
      (old) => {
        const more = new URLSearchParams(old);
        if (next === 'all') more.delete('state');
        else more.set('state', next);
        return more;
      },
      { replace: true },
    );
  return (
    <div className="criteria">
      <PageHeader
        title={<FormattedMessage id="page.criteria" />}
        note={<FormattedMessage id="criteria.note" />}
      >
        <ExportButton route="/criteria" question={question} />
        {mayWrite && (
          <>
            <TemplateChoice />
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => void navigate(`/criteria/new${held()}`)}
            >
              <FormattedMessage id="criteria.new" />
            </Button>
          </>
        )}
      </PageHeader>
      <div className="toolbar">
        <Segmented<State>
          aria-label={intl.formatMessage({ id: 'choice.status' })}
          value={state}
          options={states.map((value) => ({
            value,
            label: intl.formatMessage({ id: `criteria.state.${value}` }),
          }))}
          onChange={choose}
        />
        {criteria.data && (
          <span className="count">
            <FormattedMessage id="criteria.count" values={{ count: criteria.data.total }} />
          </span>
        )}
      </div>
      {criteria.isError && (
        <ProblemPanel problem={criteria.error} onRetry={() => void criteria.refetch()} />
      )}
      {criteria.isPending && <PageSkeleton />}
      {criteria.data?.items.length === 0 && (
        <EmptyState title={<FormattedMessage id="criteria.none" />}>
          <FormattedMessage id="criteria.none-note" />
        </EmptyState>
      )}
      <ul className="criteria-list">
        {criteria.data?.items.map((one) => (
          <li key={one.id}>
            <PlaceLink path={`/criteria/${one.id}`}>{one.name}</PlaceLink>
            <span>
              <CriteriaState criteria={one} />
              <Tag>
                <FormattedMessage id={`criteria.value.${one.certainty}`} />
              </Tag>
            </span>
            <small>
              {one.instrumentNumber ?? <FormattedMessage id="criteria.no-instrument" />}
              {one.validFrom && ' · '}
              <CriteriaDays criteria={one} />
              {one.territory.length > 0 && ` · ${one.territory.map(({ name }) => name).join(', ')}`}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
