import { type PayValue, RateTableName, rateTables } from '@antt/contracts';
import { Input, InputNumber, Select } from 'antd';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { MoneyField } from '../../field/money-field.tsx';
import { factorName } from './value-words.ts';

export const valueKinds = ['vnd', 'seniority', 'times', 'own', 'upTo', 'unknown'] as const;
const owns = ['former-allowance', 'treatment-cost'] as const;
export type ValueKind = (typeof valueKinds)[number];

export function kindOf(value: PayValue): ValueKind {
  if ('vnd' in value) return value.seniority ? 'seniority' : 'vnd';
  if ('ofOwn' in value) return 'own';
  if ('times' in value) return 'times';
  return 'upTo' in value ? 'upTo' : 'unknown';
}

/** What a value of a kind begins with; an amount that stands there stays. */
export function blankValue(kind: ValueKind, before: PayValue): PayValue {
  const vnd = 'vnd' in before ? before.vnd : (null as never);
  switch (kind) {
    case 'vnd':
      return { vnd };
    case 'seniority':
      return {
        vnd,
        seniority: { fromMonths: 12, step: null as never, everyMonths: 12, mostSteps: 10 },
      };
    case 'times':
      return { times: '', of: [], ofLines: [] };
    case 'own':
      return { times: '', ofOwn: 'former-allowance' };
    case 'upTo':
      return { upTo: 'former-allowance', after: [] };
    case 'unknown':
      return { unknown: '' };
  }
}

type Props = {
  value: PayValue;
  /** Lines that it may be told by: all others. */
  lines: readonly { code: string; label: string }[];
  label: string;
  cell: string;
  onChange: (value: PayValue) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
};

/** The amount of a rate: đồng, a coefficient, a guarantee, or why it is not known. */
export function ValueCell({ value, lines, label, cell, onChange, ...handlers }: Props) {
  const intl = useIntl();
  const lineOptions = lines.map((line) => ({ value: `line:${line.code}`, label: line.label }));
  if ('vnd' in value) {
    return (
      <span className="value-cell">
        <MoneyField
          {...handlers}
          controls={false}
          aria-label={label}
          data-cell={cell}
          value={value.vnd}
          onChange={(vnd) => onChange({ ...value, vnd: vnd as number })}
        />
        <Seniority value={value} label={label} onChange={onChange} />
      </span>
    );
  }
  if ('ofOwn' in value) {
    return (
      <span className="value-cell times">
        <TimesField {...{ value, label, cell, onChange }} onKeyDown={handlers.onKeyDown} />
        <span aria-hidden>×</span>
        <Select
          aria-label={`${label}: ${intl.formatMessage({ id: 'policies.value.of' })}`}
          popupMatchSelectWidth={false}
          value={value.ofOwn}
          options={owns.map((own) => ({
            value: own,
            label: intl.formatMessage({ id: `policies.own.${own}` }),
          }))}
          onChange={(ofOwn) => onChange({ ...value, ofOwn })}
        />
      </span>
    );
  }
  if ('times' in value) {
    const chosen = [
      ...value.of.map(({ table, key }) => `table:${table}${key === undefined ? '' : `:${key}`}`),
      ...value.ofLines.map((code) => `line:${code}`),
    ];
    return (
      <span className="value-cell times">
        <TimesField {...{ value, label, cell, onChange }} onKeyDown={handlers.onKeyDown} />
        <span aria-hidden>×</span>
        <Select
          mode="multiple"
          aria-label={`${label}: ${intl.formatMessage({ id: 'policies.value.of' })}`}
          placeholder={intl.formatMessage({ id: 'policies.value.of' })}
          popupMatchSelectWidth={false}
          value={chosen}
          options={[
            { label: intl.formatMessage({ id: 'policies.tables' }), options: tableOptions(intl) },
            { label: intl.formatMessage({ id: 'policies.own-lines' }), options: lineOptions },
          ]}
          optionFilterProp="label"
          onChange={(next: string[]) =>
            onChange({
              ...value,
              of: next.filter((one) => one.startsWith('table:')).map(factorOf),
              ofLines: next
                .filter((one) => one.startsWith('line:'))
                .map((one) => one.slice('line:'.length)),
            })
          }
        />
      </span>
    );
  }
  if ('upTo' in value) {
    return (
      <Select
        mode="multiple"
        aria-label={label}
        placeholder={intl.formatMessage({ id: 'policies.value.after' })}
        popupMatchSelectWidth={false}
        value={value.after}
        options={lines.map((line) => ({ value: line.code, label: line.label }))}
        optionFilterProp="label"
        onChange={(after: string[]) => onChange({ ...value, after })}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      data-cell={cell}
      placeholder={intl.formatMessage({ id: 'policies.value.why-unknown' })}
      value={value.unknown}
      onKeyDown={handlers.onKeyDown}
      onChange={({ target }) => onChange({ unknown: target.value })}
    />
  );
}

type TimesProps<Value> = Pick<Props, 'label' | 'cell' | 'onKeyDown'> & {
  value: Value;
  onChange: (value: Value) => void;
};

/** A coefficient, as it is written here: 0,8. */
function TimesField<Value extends { times: string }>(props: TimesProps<Value>) {
  const { value, label, cell, onChange, onKeyDown } = props;
  return (
    <InputNumber<string>
      stringMode
      controls={false}
      min="0"
      decimalSeparator=","
      inputMode="decimal"
      aria-label={label}
      data-cell={cell}
      value={value.times}
      onKeyDown={onKeyDown}
      onChange={(times) => onChange({ ...value, times: String(times ?? '') })}
    />
  );
}

function tableOptions(intl: ReturnType<typeof useIntl>) {
  return RateTableName.options.flatMap((table) =>
    [undefined, ...rateTables[table].keys].map((key) => ({
      value: `table:${table}${key === undefined ? '' : `:${key}`}`,
      label: factorName(intl, { table, ...(key === undefined ? {} : { key }) }),
    })),
  );
}

function factorOf(text: string) {
  const [, table, key] = text.split(':');
  return { table: table as RateTableName, ...(key === undefined ? {} : { key }) };
}

type SeniorityProps = {
  value: Extract<PayValue, { vnd: number }>;
  label: string;
  onChange: (value: PayValue) => void;
};

/** What is added with the months of service. */
function Seniority({ value, label, onChange }: SeniorityProps) {
  const intl = useIntl();
  const { seniority } = value;
  if (!seniority) return null;
  const fields = ['fromMonths', 'step', 'everyMonths', 'mostSteps'] as const;
  return (
    <span className="seniority">
      {fields.map((name) => {
        const title = intl.formatMessage({ id: `policies.seniority.${name}` });
        const Field = name === 'step' ? MoneyField : InputNumber<number>;
        return (
          <label key={name}>
            {title}
            <Field
              controls={false}
              min={0}
              precision={0}
              aria-label={`${label}: ${title}`}
              value={seniority[name]}
              onChange={(next) =>
                onChange({ ...value, seniority: { ...seniority, [name]: next as number } })
              }
            />
          </label>
        );
      })}
    </span>
  );
}
