import { PayBasis, type PayLine, SeveranceGround } from '@antt/contracts';
import { Checkbox, InputNumber, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';

type Props = { basis: PayBasis; label: string; onChange: (basis: PayBasis) => void };

const pers = PayBasis.options.map((option) => option.shape.per.value);

/** The least that a basis of a kind says, with the usual values of the rest. */
export function blankBasis(per: PayBasis['per']): PayBasis {
  const more = { year: { paidIn: 1 }, 'team-year': { paidIn: 1 }, duty: { duty: 'night' } };
  const least = { per, ...(per === 'case' ? { event: 'treatment' } : more[per as 'year']) };
  return PayBasis.parse(least);
}

/** What a line counts: month, duty, case … and what belongs to it. */
export function BasisField({ basis, label, onChange }: Props) {
  const intl = useIntl();
  const set = (next: Record<string, unknown>) => onChange({ ...basis, ...next } as PayBasis);
  const say = (id: MessageId) => intl.formatMessage({ id });
  const choice = (name: string, value: string, options: readonly string[], of: string) => (
    <label className="doc-field" key={name}>
      <span>{say(`policies.basis-field.${name}` as MessageId)}</span>
      <Select
        value={value}
        popupMatchSelectWidth={false}
        options={options.map((one) => ({ value: one, label: say(`${of}.${one}` as MessageId) }))}
        onChange={(next) => set({ [name]: next })}
      />
    </label>
  );
  const number = (
    name: string,
    value: number | undefined,
    bounds: { min: number; max: number },
  ) => (
    <label className="doc-field" key={name}>
      <span>{say(`policies.basis-field.${name}` as MessageId)}</span>
      <InputNumber
        controls={false}
        decimalSeparator=","
        {...bounds}
        value={value ?? null}
        onChange={(next) => {
          if (next !== null) return set({ [name]: next });
          // What may be left out is left out; the rest waits for its number.
          const { [name as 'per']: _, ...rest } = basis;
          onChange(rest as PayBasis);
        }}
      />
    </label>
  );
  const tick = (name: string, value: boolean) => (
    <Checkbox key={name} checked={value} onChange={({ target }) => set({ [name]: target.checked })}>
      <FormattedMessage id={`policies.basis-field.${name}` as MessageId} />
    </Checkbox>
  );
  const month = { min: 1, max: 12 };
  return (
    <>
      <label className="doc-field">
        <span>
          <FormattedMessage id="policies.line.basis" />
        </span>
        <Select
          aria-label={label}
          value={basis.per}
          popupMatchSelectWidth={false}
          options={pers.map((per) => ({ value: per, label: say(`policies.per.${per}`) }))}
          onChange={(per) => onChange(blankBasis(per))}
        />
      </label>
      {basis.per === 'month' && tick('prorated', basis.prorated)}
      {basis.per === 'year' && [
        number('paidIn', basis.paidIn, month),
        choice(
          'newcomers',
          basis.newcomers,
          ['months-left', 'whole', 'nothing'],
          'policies.newcomers',
        ),
      ]}
      {basis.per === 'team-year' && number('paidIn', basis.paidIn, month)}
      {basis.per === 'duty' && [
        choice(
          'duty',
          basis.duty,
          ['night', 'rest-day', 'holiday', 'heavy', 'working-day', 'any-day'],
          'policies.duty',
        ),
        number('leastHours', basis.leastHours, { min: 0, max: 24 }),
        basis.duty !== 'night' && tick('nightHours', basis.nightHours),
        tick('needsOrder', basis.needsOrder),
        tick('outOfArea', basis.outOfArea),
      ]}
      {basis.per === 'case' && [
        choice(
          'event',
          basis.event,
          ['treatment', 'treatment-day', 'disability', 'disability-percent', 'death'],
          'policies.event',
        ),
        basis.event === 'disability-percent' && number('above', basis.above, { min: 0, max: 100 }),
      ]}
      {basis.per === 'service-year' && [
        choice('allowance', basis.allowance, ['last', 'highest', 'average'], 'policies.allowance'),
        basis.allowance === 'average' &&
          number('averageMonths', basis.averageMonths, { min: 1, max: 600 }),
        choice(
          'rounding',
          basis.rounding,
          ['half-years', 'full-years', 'months'],
          'policies.rounding',
        ),
        number('mostMonths', basis.mostMonths, { min: 0, max: 600 }),
        number('leastYears', basis.leastYears, { min: 0, max: 60 }),
        tick('continuous', basis.continuous),
        <label className="doc-field" data-wide key="notFor">
          <span>
            <FormattedMessage id="policies.basis-field.notFor" />
          </span>
          <Select
            mode="multiple"
            value={basis.notFor}
            options={SeveranceGround.options.map((one) => ({
              value: one,
              label: say(`pay.ground.${one}`),
            }))}
            onChange={(notFor: SeveranceGround[]) => set({ notFor })}
          />
        </label>,
      ]}
    </>
  );
}

/** Whether nights and days of a basis can be limited by the month. */
export const canBeCapped = ({ basis }: PayLine) =>
  basis.per === 'duty' || basis.per === 'training-day';
