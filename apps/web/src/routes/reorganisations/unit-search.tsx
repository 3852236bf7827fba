import { listUnits, type Level } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useSettled } from '../../settled.ts';
import { parentName, unitName } from '../../unit-name.ts';
import type { OldUnit } from './draft.ts';

type Props = {
  id?: string;
  on: PlainDate;
  level: Level;
  /** Below this unit alone. */
  within?: string | undefined;
  /** Shown as chosen. */
  chosen?: string | undefined;
  without?: readonly string[];
  placeholder: string;
  invalid?: boolean;
  onPick: (unit: OldUnit) => void;
};

/** Finds a unit of a level and takes it; then the next one may be looked for. */
export function UnitSearch({ id, on, level, within, chosen, without = [], ...props }: Props) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useAnswer(listUnits, { on, q, level, within, limit: 40 }, { keep: true });
  const units = (found.data?.items ?? []).filter((unit) => !without.includes(unit.id));
  return (
    <Select
      {...(id !== undefined && { id })}
      className="unit-search"
      value={(chosen ?? null) as string | null}
      {...(props.invalid && { status: 'error' as const })}
      aria-label={props.placeholder}
      placeholder={props.placeholder}
      loading={found.isFetching}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      notFoundContent={found.isFetching ? null : intl.formatMessage({ id: 'field.unit-none' })}
      options={units.map((unit) => ({
        value: unit.id,
        label: unitName(unit),
        above: parentName(unit),
      }))}
      optionRender={({ label, data }) => (
        <span className="unit-option">
          <span>{label}</span>
          <small>{data.above}</small>
        </span>
      )}
      onChange={(picked: string | null) => {
        const unit = units.find((one) => one.id === picked);
        if (unit) props.onPick(unit);
        setText('');
      }}
    />
  );
}
