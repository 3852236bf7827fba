import { AwardState, AwardSubject, listAwards } from '@antt/contracts';
import { Input } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAddress } from '../../address.ts';
import { useArea } from '../../area.ts';
import { FilterChoice } from '../../field/filter-choice.tsx';
import { EmptyState } from '../../frame/empty-state.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { usePages } from '../../pages.ts';
import { useSettled } from '../../settled.ts';
import { Listed } from '../../sheet/listed.tsx';
import { awardColumns, documentOf } from './award-columns.tsx';
import { givenIn, subjectIn } from './award-text.ts';
import { StateTag } from './state-tag.tsx';

/** What the list is narrowed to, as the address says. */
export function useAwardQuestion() {
  const { search } = useAddress();
  const { within } = useArea();
  return {
    within,
    state: AwardState.safeParse(search.get('state')).data,
    subject: AwardSubject.safeParse(search.get('subject')).data,
    q: search.get('q') ?? undefined,
  };
}

/** Awards of the area and how far they have come. */
export function AwardList({ action }: { action: ReactNode }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { put } = useAddress();
  const question = useAwardQuestion();
  const [text, setText] = useState(question.q ?? '');
  const q = useSettled(text.trim()) || undefined;
  useEffect(() => {
    if (question.q !== q) put({ q });
    // Only what is typed changes the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [q]);
  const list = usePages(listAwards, { ...question, limit: 500 }, { whole: true });
  const columns = useMemo(() => awardColumns(intl), [intl]);
  const filtered = Boolean(question.state ?? question.subject ?? question.q);
  return (
    <>
      <div className="toolbar">
        <FilterChoice
          label="awards.column.state"
          value={question.state}
          options={AwardState.options}
          texts="awards.state"
          onChange={(state) => put({ state })}
        />
        <FilterChoice
          label="awards.subject"
          value={question.subject}
          options={AwardSubject.options}
          texts="awards.subject"
          onChange={(subject) => put({ subject })}
        />
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'awards.find' })}
          aria-label={intl.formatMessage({ id: 'awards.find' })}
          onChange={({ target }) => setText(target.value)}
        />
        {!list.isPending && (
          <span className="count">
            <FormattedMessage id="awards.count" values={{ count: list.total }} />
          </span>
        )}
      </div>
      <Listed
        list={list}
        label={intl.formatMessage({ id: 'page.awards' })}
        columns={columns}
        card={{
          title: (row) => subjectIn(intl, row),
          tag: ({ state }) => <StateTag state={state} />,
          lines: (row) => [
            [
              givenIn(intl, row),
              intl.formatMessage({ id: `awards.authority.${row.authority}` }),
            ].join(' · '),
            row.summary,
            [row.unitName, row.roundName].filter(Boolean).join(' · '),
            documentOf(row),
          ],
        }}
        onOpen={(id) => void navigate(`/awards/${id}${held()}`)}
        empty={
          <EmptyState
            title={<FormattedMessage id={filtered ? 'awards.none-found' : 'awards.empty'} />}
            action={filtered ? undefined : action}
          >
            <FormattedMessage id={filtered ? 'awards.none-found-note' : 'awards.empty-note'} />
          </EmptyState>
        }
      />
    </>
  );
}
