import '../../list-page.css';
import './policies.css';
import { getPolicy, listPolicies, listPolicyTemplates, type PolicyDocument } from '@antt/contracts';
import { Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { answers } from '../../search.rules.ts';
import { DiffReading } from './diff-reading.tsx';
import { diffOf } from './diff.rules.ts';

const template = 'template:';

/** What changes between two policies, line by line: what is looked through before one is adopted. */
export function Component() {
  const intl = useIntl();
  const { policyId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const own = useAnswer(getPolicy, { id: policyId });
  const others = useAnswer(listPolicies, { limit: 200 });
  const templates = useAnswer(listPolicyTemplates, {}, { staleTime: Infinity });
  const rows = (others.data?.items ?? []).filter(({ id }) => id !== policyId);
  // What is adopted is what a draft is compared with, unless another one is chosen.
  const chosen =
    search.get('with') ?? (rows.find(({ status }) => status === 'adopted') ?? rows[0])?.id ?? null;
  const isTemplate = chosen?.startsWith(template) ?? false;
  const other = useAnswer(
    getPolicy,
    { id: chosen ?? '' },
    { enabled: chosen !== null && !isTemplate },
  );
  const before: PolicyDocument | undefined = isTemplate
    ? templates.data?.items.find(({ code }) => `${template}${code}` === chosen)?.document
    : other.data?.document;
  const problem = own.error ?? others.error ?? other.error ?? templates.error;
  const label = (name: string, number: string | undefined) =>
    number ? `${number} · ${name}` : name;
  return (
    <div className="policy-page">
      <PageHeader
        title={<FormattedMessage id="policies.comparison" />}
        note={
          own.data && (
            <PlaceLink path={`/policies/${policyId}`}>
              {label(own.data.name, own.data.instrument?.number)}
            </PlaceLink>
          )
        }
      />
      <div className="toolbar">
        <label className="compare-with">
          <span>
            <FormattedMessage id="policies.compare-with" />
          </span>
          <Select
            aria-label={intl.formatMessage({ id: 'policies.compare-with' })}
            value={chosen}
            loading={others.isLoading}
            popupMatchSelectWidth={false}
            showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
            options={[
              {
                label: intl.formatMessage({ id: 'policies.own-policies' }),
                options: rows.map(({ id, name, instrument }) => ({
                  value: id,
                  label: label(name, instrument?.number),
                })),
              },
              {
                label: intl.formatMessage({ id: 'policies.templates' }),
                options: (templates.data?.items ?? []).map(({ code, province, document }) => ({
                  value: `${template}${code}`,
                  label: label(document.name, province),
                })),
              },
            ]}
            onChange={(next: string) =>
              setSearch(
                (old) => {
                  const more = new URLSearchParams(old);
                  more.set('with', next);
                  return more;
                },
                { replace: true },
              )
            }
          />
        </label>
      </div>
      {problem && <ProblemPanel problem={problem} />}
      {!problem && others.data && chosen === null && (
        <EmptyState title={<FormattedMessage id="policies.nothing-to-compare" />} />
      )}
      {!problem && chosen !== null && (!own.data || !before) && <PageSkeleton />}
      {own.data && before && (
        <DiffReading
          diff={diffOf(before, own.data.document)}
          from={before}
          to={own.data.document}
        />
      )}
    </div>
  );
}
