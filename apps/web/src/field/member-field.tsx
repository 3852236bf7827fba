import { listPeople } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { useSettled } from '../settled.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Who serves on this day is offered. */
  on: PlainDate;
};

/** A member found by name as one types, with or without diacritics. */
export function MemberField({ value, onChange, on, ...rest }: Props) {
  const intl = useIntl();
  const { within } = useArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const question = { on, within, state: 'serving' as const, limit: 40 };
  const found = useAnswer(listPeople, q ? { ...question, q } : question, { keep: true });
  const options = (found.data?.items ?? []).map(({ id, name, team }) => ({
    value: id,
    label: name,
    about: team?.name,
  }));
  return (
    <Select
      {...rest}
      value={value}
      options={options}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={intl.formatMessage({ id: 'membership.find-member' })}
      notFoundContent={found.isFetching ? null : intl.formatMessage({ id: 'membership.no-member' })}
      optionRender={({ label, data }) => (
        <span className="two-lines">
          <span>{label}</span>
          <small>{data.about}</small>
        </span>
      )}
      onChange={(id: string | undefined) => onChange?.(id)}
    />
  );
}
