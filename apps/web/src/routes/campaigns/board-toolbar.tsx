import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { type Board, sorts, states } from './use-board.ts';

/** Which round, who is scored, and what of the ranking is shown. */
export function BoardToolbar({ board }: { board: Board }) {
  const intl = useIntl();
  const { rounds, round, scored, subject, question, list, head, text, put } = board;
  const say = (id: MessageId) => intl.formatMessage({ id });
  const groups = (head?.groups ?? []).filter(Boolean);
  const fresh = { group: undefined, state: undefined, q: undefined };
  return (
    <div className="toolbar">
      <Select
        className="choose"
        value={round?.id ?? null}
        aria-label={say('campaigns.round')}
        popupMatchSelectWidth={false}
        options={rounds.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(id: string) => put({ ...fresh, round: id })}
      />
      {subject && (
        <Segmented
          value={subject}
          aria-label={say('campaigns.subject')}
          options={scored.map((value) => ({ value, label: say(`campaigns.subject.${value}`) }))}
          onChange={(next) => put({ ...fresh, subject: next })}
        />
      )}
      <Input
        className="find"
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        value={text}
        placeholder={say('campaigns.find')}
        aria-label={say('campaigns.find')}
        onChange={({ target }) => put({ q: target.value })}
      />
      {groups.length > 0 && (
        <Select
          className="choose"
          allowClear
          value={question.group ?? null}
          placeholder={say('campaigns.every-group')}
          aria-label={say('campaigns.group')}
          options={groups.map((value) => ({ value, label: value }))}
          onChange={(next?: string) => put({ group: next })}
        />
      )}
      <Select
        className="choose"
        allowClear
        value={question.state ?? null}
        placeholder={say('campaigns.every-state')}
        aria-label={say('campaigns.state')}
        options={states.map((value) => ({ value, label: say(`campaigns.state.${value}`) }))}
        onChange={(next?: string) => put({ state: next })}
      />
      <Select
        className="choose"
        value={question.sort}
        aria-label={say('campaigns.sort')}
        options={sorts.map((value) => ({ value, label: say(`campaigns.sort.${value}`) }))}
        onChange={(next: string) => put({ sort: next })}
      />
      {list.data && (
        <span className="count">
          <FormattedMessage id="campaigns.count" values={{ count: list.total }} />
        </span>
      )}
    </div>
  );
}
