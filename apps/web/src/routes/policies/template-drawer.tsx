import { listPolicyTemplates } from '@antt/contracts';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { answers } from '../../search.rules.ts';
import { CertaintyMark } from './policy-state.tsx';
import { moneyWords } from './value-words.ts';

/** What is known of provinces' policies; one of them opens as a draft and pays nothing by itself. */
export function TemplateDrawer({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const [text, setText] = useState('');
  const templates = useAnswer(listPolicyTemplates, {}, { staleTime: Infinity });
  const found = (templates.data?.items ?? []).filter(({ province, document }) =>
    answers(`${province} ${document.name}`, text),
  );
  return (
    <Drawer open size={640} title={<FormattedMessage id="policies.templates" />} onClose={onClose}>
      <p className="faint">
        <FormattedMessage id="policies.templates-note" />
      </p>
      <Input.Search
        allowClear
        className="template-search"
        value={text}
        placeholder={intl.formatMessage({ id: 'policies.template-search' })}
        aria-label={intl.formatMessage({ id: 'policies.template-search' })}
        onChange={({ target }) => setText(target.value)}
      />
      {templates.isError && (
        <ProblemPanel problem={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {templates.isPending && <PageSkeleton />}
      {templates.data && found.length === 0 && (
        <EmptyState title={<FormattedMessage id="policies.template-none" />} />
      )}
      <ul className="template-list">
        {found.map(({ code, province, document, scenarios }) => (
          <li key={code}>
            <div className="template-head">
              <strong>{province}</strong>
              <CertaintyMark certainty={document.certainty} />
              <Button
                size="small"
                onClick={() => void navigate(`/policies/new${held({ template: code })}`)}
              >
                <FormattedMessage id="policies.template-open" />
              </Button>
            </div>
            <p>{document.name}</p>
            <details>
              <summary>
                <FormattedMessage
                  id="policies.template-about"
                  values={{ lines: document.lines.length, scenarios: scenarios.length }}
                />
              </summary>
              <ul>
                {scenarios.map(({ name, total }) => (
                  <li key={name}>
                    <span>{name}</span>
                    <b className="tabular">{moneyWords(intl, total)}</b>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
export { TemplateDrawer as default };
