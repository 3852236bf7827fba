import type { Indicator, IndicatorValue, ReportFinding } from '@antt/contracts';
import { percentOf } from '@antt/contracts';
import { Checkbox, InputNumber, Radio } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { findingText, indicatorName } from './finding-text.ts';
import { valueText } from './value-text.ts';

export const nothing: IndicatorValue = { numerator: null, denominator: null, noCase: false };

type Props = {
  indicator: Indicator;
  mandatory: boolean;
  value: IndicatorValue | undefined;
  former: IndicatorValue | undefined;
  findings: ReportFinding[];
  /** Refused ones stop the sending, warnings ask. */
  isRefused: boolean;
  nameOf: (code: string) => string;
  onChange: (value: IndicatorValue) => void;
};

/** One question of the form: big enough for a thumb, with what was said the month before. */
export function ReportField(props: Props) {
  const { indicator, mandatory, value = nothing, former, findings, nameOf, onChange } = props;
  const intl = useIntl();
  const { code, shape } = indicator;
  const isShare = shape === 'ratio' || shape === 'months';
  const name = indicatorName(intl, indicator);
  const noteId = `${code}-note`;
  const percent = shape === 'ratio' && percentOf(value);
  const number = (part: 'numerator' | 'denominator', label: string) => (
    <InputNumber<number>
      size="large"
      inputMode="decimal"
      min={0}
      controls={false}
      decimalSeparator={intl.locale === 'vi' ? ',' : '.'}
      status={findings.length > 0 ? (props.isRefused ? 'error' : 'warning') : ''}
      aria-label={label}
      aria-describedby={noteId}
      id={part === 'numerator' ? `value-${code}` : undefined}
      disabled={value.noCase}
      value={value[part]}
      onChange={(next) => onChange({ ...value, [part]: next ?? null, noCase: false })}
    />
  );
  return (
    <div className="report-field" data-fault={findings.length > 0 ? props.isRefused : undefined}>
      <label htmlFor={`value-${code}`}>
        {name}
        {!mandatory && (
          <small>
            <FormattedMessage id="reports.optional" />
          </small>
        )}
      </label>
      <div className="report-inputs">
        {shape === 'flag' ? (
          <Radio.Group
            id={`value-${code}`}
            size="large"
            value={value.numerator}
            options={[
              { value: 1, label: intl.formatMessage({ id: 'reports.yes' }) },
              { value: 0, label: intl.formatMessage({ id: 'reports.no' }) },
            ]}
            onChange={({ target }) => onChange({ ...nothing, numerator: target.value as number })}
          />
        ) : (
          number('numerator', isShare ? indicator.numerator : name)
        )}
        {isShare && (
          <>
            <span aria-hidden>/</span>
            {number('denominator', indicator.denominator ?? '')}
          </>
        )}
        <span className="faint">{isShare ? percent && `${percent} %` : indicator.measure}</span>
      </div>
      {isShare && (
        <>
          <small className="faint">
            {indicator.numerator} / {indicator.denominator}
          </small>
          <Checkbox
            checked={value.noCase}
            onChange={({ target }) => onChange({ ...nothing, noCase: target.checked })}
          >
            <FormattedMessage id="reports.no-case" />
          </Checkbox>
        </>
      )}
      <small className="report-former" id={noteId}>
        <FormattedMessage
          id="reports.former"
          values={{ value: valueText(intl, indicator, former) }}
        />
        {findings.map((one, index) => (
          <span key={index} className="report-fault">
            {findingText(intl, one, nameOf)}
          </span>
        ))}
      </small>
    </div>
  );
}
