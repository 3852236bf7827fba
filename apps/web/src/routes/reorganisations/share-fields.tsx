import { getUnit } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Form, InputNumber, Select } from 'antd';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import type { DraftProps } from './draft-context.ts';
import { sharesOf } from './draft.rules.ts';
import { type Measure, measures } from './draft.ts';
import { nextName } from './next-name.ts';
import type { FaultOf } from './wizard-page.tsx';

type Props = DraftProps & { faultOf: FaultOf; eve: PlainDate };

/** In what the parts of a divided unit are counted, how much the whole of it is, and the shares that follow. */
export function ShareFields({ draft, change, faultOf, eve }: Props) {
  const intl = useIntl();
  const [old] = draft.old;
  const unit = useAnswer(getUnit, { id: old!.id, on: eve }, { enabled: old !== undefined });
  const known = unit.data?.figures.find(({ kind }) => kind === draft.measure);
  const fault = faultOf('whole');
  const shares = sharesOf(draft);
  return (
    <div className="field-row shares">
      <Form.Item
        label={<FormattedMessage id="reorganisations.new.measure" />}
        htmlFor="act-measure"
        extra={<FormattedMessage id="reorganisations.new.measure-note" />}
      >
        <Select
          id="act-measure"
          value={draft.measure}
          options={measures.map((value) => ({
            value,
            label: intl.formatMessage({ id: `reorganisations.new.measure.${value}` }),
          }))}
          onChange={(measure: Measure) => change((now) => ({ ...now, measure, whole: null }))}
        />
      </Form.Item>
      {draft.measure !== 'percent' && (
        <Form.Item
          label={<FormattedMessage id="reorganisations.new.whole" />}
          htmlFor="act-whole"
          {...(fault && { validateStatus: 'error' as const, help: fault })}
          extra={
            known && (
              <Button
                type="link"
                className="take-known"
                onClick={() => change((now) => ({ ...now, whole: known.value }))}
              >
                <FormattedMessage
                  id="reorganisations.new.whole-known"
                  values={{ value: known.value, day: formatDay(known.measuredOn) }}
                />
              </Button>
            )
          }
        >
          <InputNumber
            id="act-whole"
            value={draft.whole}
            min={0}
            controls={false}
            inputMode="decimal"
            decimalSeparator=","
            onChange={(whole) => change((now) => ({ ...now, whole }))}
          />
        </Form.Item>
      )}
      {draft.measure === 'percent' && fault && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
      <p className="share-line tabular" aria-live="polite">
        {draft.next.map((unit, n) => {
          const share = shares[n]!;
          // What is more than everything is told at the field, not as a share.
          if (!(share > 0 && share <= 1)) return null;
          return (
            <span key={unit.id}>
              {nextName(intl, unit, n)}{' '}
              <b>
                <FormattedNumber value={share} style="percent" maximumFractionDigits={1} />
              </b>
            </span>
          );
        })}
      </p>
    </div>
  );
}
