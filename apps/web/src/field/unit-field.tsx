import { listUnits, type Level } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { useSettled } from '../settled.ts';
import { parentName, unitName } from '../unit-name.ts';

export type UnitChoice = { id: string; name: string };

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | undefined, unit: UnitChoice | undefined) => void;
  /** Units that stand on this day are offered. */
  on: PlainDate;
  /** Only units that lie there that day: a unit, or an area of my own. */
  within?: string | undefined;
  /** Offered levels; without it, all but villages. */
  levels?: Level[];
  /** Names of chosen units that the search has not brought. */
  known?: UnitChoice[];
  placeholder?: string;
  disabled?: boolean;
  'aria-label'?: string;
};

/** A unit found as one types, with or without diacritics. */
export function UnitField({ value, onChange, on, within, levels, known = [], ...rest }: Props) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const level = levels?.length === 1 ? levels[0] : undefined;
  const found = useAnswer(listUnits, { on, within, q, level, limit: 40 }, { keep: true });
  const units = (found.data?.items ?? []).filter((unit) =>
    levels ? levels.includes(unit.level) : unit.level !== 'village',
  );
  const options = units.map((unit) => ({
    value: unit.id,
    label: unitName(unit),
    above: parentName(unit),
  }));
  for (const { id, name } of known) {
    const missing = id === value && !options.some((option) => option.value === id);
    if (missing) options.unshift({ value: id, label: name, above: null });
  }
  return (
    <Select
      {...rest}
      value={value ?? undefined}
      options={options}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={rest.placeholder ?? intl.formatMessage({ id: 'field.unit' })}
      notFoundContent={found.isFetching ? null : intl.formatMessage({ id: 'field.unit-none' })}
      optionRender={({ label, data }) => (
        <span className="unit-option">
          <span>{label}</span>
          <small>{data.above}</small>
        </span>
      )}
      onChange={(id: string | undefined) => {
        const chosen = options.find((option) => option.value === id);
        onChange?.(id, chosen && { id: chosen.value, name: chosen.label });
      }}
    />
  );
}
