import '../../field/field.css';
import '../../list-page.css';
import '../criteria/criteria.css';
import './policies.css';
import { getPolicy, listPolicyTemplates, PolicyDocument } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { newDraft } from './draft.rules.ts';
import { PolicyForm } from './policy-form.tsx';
import { moneyWords } from './value-words.ts';

/** A draft as it is typed; a new one begins empty, from a province's, from another policy or from a file. */
export function Component() {
  const { policyId = 'new' } = useParams();
  return policyId === 'new' ? <NewPolicy /> : <KeptPolicy key={policyId} id={policyId} />;
}

function KeptPolicy({ id }: { id: string }) {
  const held = useHeldSearch();
  const answer = useAnswer(getPolicy, { id }, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  // What is adopted stays as it was adopted.
  if (answer.data.status !== 'draft') return <Navigate to={`/policies/${id}${held()}`} replace />;
  return <PolicyForm kept={answer.data} start={answer.data.document} />;
}

function NewPolicy() {
  const intl = useIntl();
  const [search] = useSearchParams();
  const { state } = useLocation();
  const code = search.get('template');
  const from = search.get('from');
  const templates = useAnswer(
    listPolicyTemplates,
    {},
    { staleTime: Infinity, enabled: code !== null },
  );
  const model = useAnswer(getPolicy, { id: from ?? '' }, { enabled: from !== null });
  const problem = model.error ?? templates.error;
  if (problem) return <ProblemPanel problem={problem} />;
  if ((code !== null && templates.isPending) || (from !== null && model.isPending)) {
    return <PageSkeleton />;
  }
  const template = templates.data?.items.find((one) => one.code === code);
  const file = PolicyDocument.safeParse((state as { document?: unknown } | null)?.document);
  const start =
    template?.document ??
    model.data?.document ??
    file.data ??
    newDraft(intl.formatMessage({ id: 'pay.item.monthly-support' }));
  return (
    <PolicyForm key={code ?? from ?? ''} kept={null} start={start}>
      {template && template.scenarios.length > 0 && (
        <section className="policy-side">
          <h2>
            <FormattedMessage id="policies.scenarios" />
          </h2>
          <ul className="scenario-list">
            {template.scenarios.map(({ name, total }) => (
              <li key={name}>
                <span>{name}</span>
                <b className="tabular">{moneyWords(intl, total)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PolicyForm>
  );
}
