import '../../field/field.css';
import '../../list-page.css';
import './criteria.css';
import {
  type CriteriaDocument,
  type CriteriaRow,
  getCriteria,
  listCriteriaTemplates,
} from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { CriteriaForm } from './criteria-form.tsx';

/** Criteria: a draft to be edited beside what it would come to, or adopted ones to be read. */
export function Component() {
  const { criteriaId = 'new' } = useParams();
  return criteriaId === 'new' ? <NewCriteria /> : <KeptCriteria key={criteriaId} id={criteriaId} />;
}

function KeptCriteria({ id }: { id: string }) {
  const answer = useAnswer(getCriteria, { id });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { document, ...row } = answer.data;
  return <CriteriaForm key={`${id}${row.status}`} kept={row as CriteriaRow} start={document} />;
}

const empty: CriteriaDocument = {
  name: '',
  note: '',
  certainty: 'gazette',
  sources: [],
  teams: { mode: 'one-per-unit' },
  members: [],
  modifiers: [],
  cap: null,
  positions: { leaders: 1, deputies: 1 },
  snapshot: { of: 'latest', day: null, reviewYears: null, ifNone: 'first-later' },
  readings: [],
};

function NewCriteria() {
  const [search] = useSearchParams();
  const code = search.get('template');
  const templates = useAnswer(
    listCriteriaTemplates,
    {},
    { staleTime: Infinity, enabled: code !== null },
  );
  if (code !== null && templates.isPending) return <PageSkeleton />;
  const template = templates.data?.items.find((one) => one.code === code);
  return (
    <>
      <CriteriaForm key={code ?? ''} kept={null} start={template?.document ?? empty} />
      {template && template.scenarios.length > 0 && (
        <details className="scenarios">
          <summary>
            <FormattedMessage id="criteria.scenarios" />
          </summary>
          <ul>
            {template.scenarios.map(({ name, members }) => (
              <li key={name}>
                {name}: <b>{members}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
