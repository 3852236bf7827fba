import { listPeople } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { useSettled } from '../../settled.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  on: PlainDate;
};

/** Somebody found by name as one types; who waits for recognition is offered first. */
export function PersonField({ value, onChange, on, ...rest }: Props) {
  const intl = useIntl();
  const within = useOwnArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useAnswer(
    listPeople,
    { on, within, limit: 40, ...(q === '' ? { state: 'candidate' as const } : { q }) },
    { keep: true },
  );
  const options = (found.data?.items ?? []).map(({ id, name, birthDate, state, team }) => ({
    value: id,
    label: name,
    disabled: state === 'serving',
    about: [
      birthDate && formatDay(birthDate),
      intl.formatMessage({ id: `people.state.${state}` }),
      team?.name,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <Select
      {...rest}
      value={value}
      options={options}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={intl.formatMessage({ id: 'posting.form.person-find' })}
      notFoundContent={
        found.isFetching ? null : intl.formatMessage({ id: 'posting.form.person-none' })
      }
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
