import '../../list-page.css';
import { PlusOutlined } from '@ant-design/icons';
import { IssueCategory, type IssueRow } from '@antt/contracts';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useMay } from '../../session/me.ts';
import { IssueForm } from './issue-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { IssueList, NeedList, NormList } from './supply-lists.tsx';

const views = ['issued', 'due', 'needs', 'norms'] as const;
type View = (typeof views)[number];

/** Uniform, support tools, plates and certificates of members: what they have, what falls due, what is needed. */
export function Component() {
  const intl = useIntl();
  const [search, setSearch] = useSearchParams();
  const { on } = useDay();
  const { within } = useArea();
  const mayWrite = useMay('posting.write');
  const [issuing, setIssuing] = useState(false);
  const [returned, setReturned] = useState<IssueRow | null>(null);
  const view = views.find((one) => one === search.get('view')) ?? 'issued';
  const category = IssueCategory.safeParse(search.get('category')).data;
  const year = Number(on.slice(0, 4)) + 1;
  const put = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const issue = mayWrite && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setIssuing(true)}>
      <FormattedMessage id="supply.issue" />
    </Button>
  );
  const lists = {
    issued: { route: '/issues', question: { on, within, category } },
    due: { route: '/issues', question: { on, within, category, dueBy: on } },
    needs: { route: '/issue-needs', question: { year, within, category } },
    norms: { route: '/issue-norms', question: { on } },
  };
  return (
    <div className="list-page">
      <PageHeader
        title={<FormattedMessage id="page.supplies" />}
        note={<FormattedMessage id="supply.page-note" />}
      >
        <ExportButton {...lists[view]} />
        {issue}
      </PageHeader>
      <div className="toolbar">
        <Segmented<View>
          value={view}
          options={views.map((value) => ({
            value,
            label: intl.formatMessage({ id: `supply.view.${value}` }),
          }))}
          onChange={(next) => put('view', next)}
        />
        {view !== 'norms' && (
          <Select
            className="choose"
            value={category ?? ''}
            aria-label={intl.formatMessage({ id: 'supply.category' })}
            options={[
              { value: '', label: intl.formatMessage({ id: 'supply.category.all' }) },
              ...IssueCategory.options.map((value) => ({
                value,
                label: intl.formatMessage({ id: `supply.category.${value}` }),
              })),
            ]}
            onChange={(next: string) => put('category', next)}
          />
        )}
      </div>
      {view === 'needs' && <NeedList question={lists.needs.question} />}
      {view === 'norms' && <NormList on={on} />}
      {(view === 'issued' || view === 'due') && (
        <IssueList
          key={view}
          view={view}
          question={lists[view].question}
          onReturn={mayWrite ? setReturned : undefined}
          action={issue}
        />
      )}
      {issuing && <IssueForm on={on} onClose={() => setIssuing(false)} />}
      {returned && <ReturnForm row={returned} on={on} onClose={() => setReturned(null)} />}
    </div>
  );
}
