import type { ScoredItem, ScoreStep } from '@antt/contracts';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { FigureText, TargetText } from './item-text.tsx';
import {
  changesFigure,
  decimalsOf,
  fieldOf,
  givenPoints,
  needsReason,
  rounded,
  takesFigure,
  takesPoints,
  type TypedMark,
} from './mark.rules.ts';
import { useReasonRule } from './reason-rule.ts';
import { pointsText } from './score-text.ts';
import { named } from './template-names.ts';

type Props = { item: ScoredItem; step: ScoreStep };

/** One item of a score sheet: what is known of it, and the fields for what is not. */
export function MarkFields({ item, step }: Props) {
  const intl = useIntl();
  const form = Form.useFormInstance();
  const field = fieldOf(item.code);
  const typed = Form.useWatch<TypedMark | undefined>(field, form);
  const reasonRule = useReasonRule();
  const name = named(intl, item);
  const label = (of: 'points' | 'numerator' | 'denominator' | 'change-reason') =>
    `${item.code}: ${intl.formatMessage({ id: `campaigns.${of}` })}`;
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const newFigure = changesFigure(item, step, typed);
  const noCase = typed?.noCase ?? false;
  const isShare = item.kind === 'ratio-target';
  const decimalSeparator = intl.locale === 'vi' ? ',' : '.';
  const normalize = rounded(decimalsOf(item));
  const hasAbove = typed?.numerator != null && !noCase;
  return (
    <fieldset className="mark">
      <legend>
        <span className="faint">{item.code}</span> {name}
      </legend>
      <p className="faint">
        <TargetText item={item} /> <FigureText item={item} />
        {item.reckoned !== null && (
          <>
            {' '}
            <FormattedMessage
              id="campaigns.reckoned-points"
              values={{ points: pointsText(intl, item.reckoned) }}
            />
          </>
        )}
      </p>
      {takesFigure(item, step) && (
        <div className="mark-inputs">
          <Form.Item
            name={[field, 'numerator']}
            initialValue={item.numerator}
            normalize={normalize}
          >
            <InputNumber
              min={0}
              decimalSeparator={decimalSeparator}
              disabled={noCase}
              aria-label={label('numerator')}
            />
          </Form.Item>
          {isShare && (
            <>
              <span aria-hidden>/</span>
              <Form.Item
                name={[field, 'denominator']}
                initialValue={item.denominator}
                normalize={normalize}
                rules={hasAbove ? [{ ...required, type: 'number' }] : []}
              >
                <InputNumber
                  min={typed?.numerator ?? 0}
                  decimalSeparator={decimalSeparator}
                  disabled={noCase}
                  aria-label={label('denominator')}
                />
              </Form.Item>
              <Form.Item
                name={[field, 'noCase']}
                valuePropName="checked"
                initialValue={item.noCase}
              >
                <Checkbox>
                  <FormattedMessage id="campaigns.no-case" />
                </Checkbox>
              </Form.Item>
            </>
          )}
        </div>
      )}
      <div className="mark-inputs">
        <Form.Item name={[field, 'points']} initialValue={givenPoints(item, step)}>
          <InputNumber
            min={0}
            max={Math.floor(item.max * 100) / 100}
            precision={2}
            decimalSeparator={decimalSeparator}
            disabled={!takesPoints(item, step, typed)}
            aria-label={label('points')}
          />
        </Form.Item>
        <span className="faint">
          <FormattedMessage id="campaigns.of-points" values={{ max: pointsText(intl, item.max) }} />
        </span>
      </div>
      {newFigure && (
        <p className="faint">
          <FormattedMessage id="campaigns.points-beside-figure" />
        </p>
      )}
      {needsReason(item, step, typed) && (
        <Form.Item
          name={[field, 'reason']}
          label={<FormattedMessage id="campaigns.change-reason" />}
          rules={[reasonRule]}
        >
          <Input maxLength={1000} aria-label={label('change-reason')} />
        </Form.Item>
      )}
    </fieldset>
  );
}
