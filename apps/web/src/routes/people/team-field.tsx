import { listTeams } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useSettled } from '../../settled.ts';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Teams that are active on this day are offered. */
  on: PlainDate;
  /** The commune whose teams are offered before anything is typed. */
  near?: string | undefined;
  /** A team that is not offered. */
  not?: string | undefined;
};

/** A team found as one types. */
export function TeamField({ value, onChange, on, near, not, ...rest }: Props) {
  const intl = useIntl();
  const own = useOwnArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const within = q === '' ? (near ?? own) : own;
  const found = useAnswer(listTeams, { on, within, q: q || undefined, limit: 40 }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter(({ id }) => id !== not)
    .map(({ id, name, commune }) => ({
      value: id,
      label: name,
      above: commune ? unitName(commune) : '',
    }));
  return (
    <Select
      {...rest}
      value={value}
      options={options}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={intl.formatMessage({ id: 'posting.form.team-find' })}
      notFoundContent={
        found.isFetching ? null : intl.formatMessage({ id: 'posting.form.team-none' })
      }
      optionRender={({ label, data }) => (
        <span className="two-lines">
          <span>{label}</span>
          <small>{data.above}</small>
        </span>
      )}
      onChange={(id: string | undefined) => onChange?.(id)}
    />
  );
}
