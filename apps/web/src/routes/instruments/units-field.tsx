import { listUnits } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatLastDay } from '../../day.ts';
import { useSettled } from '../../settled.ts';
import { parentName, unitName } from '../../unit-name.ts';

type Named = { id: string; kind: string; name: string };

type Props = {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  on: PlainDate;
  /** Units of the value whose names the search has not brought. */
  known?: readonly Named[];
};

/** Several units, also such as stand no more: each with the day it ended. */
export function UnitsField({ value = [], onChange, on, known = [], ...rest }: Props) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const q = useSettled(text.trim());
  const found = useAnswer(
    listUnits,
    { on, q, days: 'all', limit: 40 },
    { keep: true, enabled: q !== '' },
  );
  const options = (found.data?.items ?? [])
    .filter(({ level }) => level !== 'village')
    .map((unit) => ({
      value: unit.id,
      label: unitName(unit),
      above: [
        parentName(unit),
        unit.validTo &&
          intl.formatMessage(
            { id: 'instruments.unit-ended' },
            { day: formatLastDay(unit.validTo) },
          ),
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  const nameOf = (id: string) =>
    chosen[id] ?? known.flatMap((unit) => (unit.id === id ? [unitName(unit)] : []))[0] ?? '…';
  return (
    <Select
      {...rest}
      mode="multiple"
      labelInValue
      value={value.map((id) => ({ value: id, label: nameOf(id) }))}
      options={options}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      loading={found.isFetching}
      placeholder={intl.formatMessage({ id: 'instruments.territory-all' })}
      notFoundContent={
        q && !found.isFetching ? intl.formatMessage({ id: 'field.unit-none' }) : null
      }
      optionRender={({ label, data }) => (
        <span className="unit-option">
          <span>{label}</span>
          <small>{data.above}</small>
        </span>
      )}
      onChange={(next: { value: string; label?: unknown }[]) => {
        const names = Object.fromEntries(next.map(({ value: id }) => [id, nameOfOption(id)]));
        setChosen((old) => ({ ...old, ...names }));
        setText('');
        onChange?.(next.map(({ value: id }) => id));
      }}
    />
  );

  function nameOfOption(id: string): string {
    return options.find((option) => option.value === id)?.label ?? nameOf(id);
  }
}
