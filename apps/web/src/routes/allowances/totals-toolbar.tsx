import { TotalDimension, TotalLevel } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Checkbox, Segmented, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { MonthField } from '../../field/month-field.tsx';
import { type Asked, Status } from './totals.rules.ts';

type Props = { asked: Asked; onAsk: (changed: Record<string, string | undefined>) => void };

/** From and to which month, by what, how wide, and which runs count. */
export function TotalsToolbar({ asked, onAsk }: Props) {
  const intl = useIntl();
  const { from, to, by, level, status, restate } = asked;
  const month = (end: 'from' | 'to') => (
    <label className="end-day">
      <span>
        <FormattedMessage id={`totals.${end}`} />
      </span>
      <MonthField
        aria-label={intl.formatMessage({ id: `totals.${end}` })}
        value={asked[end]}
        onChange={(next) => {
          if (next === null) return;
          // The other end comes along where the months would cross.
          const other = end === 'from' ? (next > to ? next : to) : next < from ? next : from;
          onAsk(end === 'from' ? { from: next, to: other } : { from: other, to: next });
        }}
      />
    </label>
  );
  return (
    <>
      {month('from')}
      {month('to')}
      <Select
        mode="multiple"
        className="by"
        value={by}
        aria-label={intl.formatMessage({ id: 'choice.by' })}
        options={TotalDimension.options.map((value) => ({
          value,
          label: intl.formatMessage({ id: `totals.by.${value}` }),
        }))}
        onChange={(next: TotalDimension[]) => onAsk({ by: next.join(',') || undefined })}
      />
      {by.includes('unit') && (
        <Segmented
          aria-label={intl.formatMessage({ id: 'choice.level' })}
          value={level}
          options={TotalLevel.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `totals.level.${value}` }),
          }))}
          onChange={(next) => onAsk({ level: next })}
        />
      )}
      <Segmented
        aria-label={intl.formatMessage({ id: 'choice.status' })}
        value={status}
        options={Status.options.map((value) => ({
          value,
          label: intl.formatMessage({ id: `totals.status.${value}` }),
        }))}
        onChange={(next) => onAsk({ status: next })}
      />
      {by.includes('unit') && (
        <Checkbox
          checked={restate !== undefined}
          onChange={({ target }) => onAsk({ restate: target.checked ? today() : undefined })}
        >
          <FormattedMessage id="totals.restate" />
        </Checkbox>
      )}
    </>
  );
}
