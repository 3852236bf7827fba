import type { PayCondition } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { InputNumber, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { useTags } from '../units/tag-text.ts';
import { conditionColumns } from './condition-columns.ts';
import { type ConditionField, optionWord } from './condition-words.ts';
import { useSpeech } from './use-speech.ts';

type Props = {
  field: ConditionField;
  when: PayCondition;
  label: string;
  onChange: (value: unknown) => void;
};

/** One part of a condition, as a cell of the table of rates. */
export function ConditionCell(props: Props) {
  const { field, when, label, onChange } = props;
  const speech = useSpeech();
  const { kind, options = [] } = conditionColumns[field];
  switch (kind) {
    case 'yes-no': {
      const value = when[field] as boolean | undefined;
      return (
        <select
          aria-label={label}
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) =>
            onChange(target.value === '' ? undefined : target.value === 'true')
          }
        >
          <option value="">–</option>
          {[true, false].map((one) => (
            <option key={String(one)} value={String(one)}>
              {speech.intl.formatMessage({
                id: `policies.when.${field as 'concurrent'}.${one}`,
              })}
            </option>
          ))}
        </select>
      );
    }
    case 'months':
      return <MonthsCell {...props} />;
    case 'days':
      return <DaysCell {...props} />;
    case 'tags':
      return <TagsCell {...props} />;
    case 'choices':
      return (
        <Select
          mode="multiple"
          aria-label={label}
          maxTagCount="responsive"
          placeholder="–"
          popupMatchSelectWidth={false}
          value={(when[field] as (string | number)[] | undefined) ?? []}
          options={options.map((value) => ({ value, label: optionWord(speech, field, value) }))}
          onChange={(value) => onChange(value)}
        />
      );
  }
}

function TagsCell({ field, when, label, onChange }: Props) {
  const { tags } = useTags();
  return (
    <Select
      mode="tags"
      aria-label={label}
      maxTagCount="responsive"
      placeholder="–"
      popupMatchSelectWidth={false}
      value={(when[field] as string[] | undefined) ?? []}
      options={tags.map(({ code, called }) => ({ value: code, label: called }))}
      optionFilterProp="label"
      onChange={(value) => onChange(value)}
    />
  );
}

function MonthsCell({ when: { monthsServed }, label, onChange }: Props) {
  const intl = useIntl();
  const set = (name: 'from' | 'below', value: number | null) => {
    const { [name]: _, ...rest } = monthsServed ?? {};
    onChange(value === null ? rest : { ...rest, [name]: value });
  };
  return (
    <span className="pair">
      {(['from', 'below'] as const).map((name) => (
        <label key={name}>
          <FormattedMessage id={`policies.months.${name}`} />
          <InputNumber
            controls={false}
            min={name === 'from' ? 0 : 1}
            precision={0}
            aria-label={`${label}: ${intl.formatMessage({ id: `policies.months.${name}` })}`}
            value={monthsServed?.[name] ?? null}
            onChange={(value) => set(name, value)}
          />
        </label>
      ))}
    </span>
  );
}

/** People name the last day; the document the first on which it no longer applies. */
function DaysCell({ when: { days }, label, onChange }: Props) {
  const intl = useIntl();
  const called = (name: 'from' | 'to') =>
    `${label}: ${intl.formatMessage({ id: `policies.days.${name}` })}`;
  const set = (name: 'from' | 'to', value: string | null) => {
    const { [name]: _, ...rest } = days ?? {};
    onChange(value === null ? rest : { ...rest, [name]: value });
  };
  return (
    <span className="pair">
      <label>
        <FormattedMessage id="policies.days.from" />
        <DayField
          aria-label={called('from')}
          value={days?.from ?? null}
          onChange={(day) => set('from', day)}
        />
      </label>
      <label>
        <FormattedMessage id="policies.days.to" />
        <DayField
          aria-label={called('to')}
          value={days?.to ? addDays(days.to, -1) : null}
          onChange={(day) => set('to', day && addDays(day, 1))}
        />
      </label>
    </span>
  );
}
