import '../../list-page.css';
import '../teams/teams.css';
import '../people/people.css';
import './records.css';
import { Segmented } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { formatDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { ClosureList } from './closure-list.tsx';
import { DuplicateList } from './duplicate-list.tsx';
import { RemovalList } from './removal-list.tsx';

const views = ['duplicates', 'removals', 'editing'] as const;
type View = (typeof views)[number];

/** Care of records: which may be of one person, which are to go, and where none may be changed. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'duplicates';
  const choose = (next: View) =>
    setSearch((old) => {
      const search = new URLSearchParams(old);
      search.set('view', next);
      return search;
    });
  return (
    <div className="records-page">
      <PageHeader
        title={<FormattedMessage id="page.records" />}
        note={<FormattedMessage id={`records.note.${view}`} values={{ day: formatDay(on) }} />}
      />
      <div className="toolbar">
        <Segmented<View>
          aria-label={intl.formatMessage({ id: 'choice.view' })}
          value={view}
          options={views.map((value) => ({
            value,
            label: intl.formatMessage({ id: `records.view.${value}` }),
          }))}
          onChange={choose}
        />
      </div>
      {view === 'duplicates' && <DuplicateList />}
      {view === 'removals' && <RemovalList />}
      {view === 'editing' && <ClosureList />}
    </div>
  );
}
