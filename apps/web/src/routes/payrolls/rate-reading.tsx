import { getPolicy, type LineExplanation, PayRate, rateTables } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { conditionWords } from '../policies/condition-words.ts';
import { useSpeech } from '../policies/use-speech.ts';
import { keyName, tableName, valueWords } from '../policies/value-words.ts';
import { moneyText } from './money.tsx';

/** The row of the document that applied, in words, and what the tables it refers to say. */
export function RateReading({ explanation }: { explanation: LineExplanation }) {
  const intl = useIntl();
  const speech = useSpeech();
  const rate = PayRate.safeParse(explanation.rate).data;
  // A share of other lines names them; how they are called stands in the document.
  const named = rate !== undefined && ('ofLines' in rate.value || 'upTo' in rate.value);
  const { policy, values } = explanation;
  const document = useAnswer(getPolicy, { id: policy?.id ?? '' }, { enabled: named && !!policy });
  if (!rate) {
    return (
      <span className="faint">
        <FormattedMessage id="payrolls.no-rule" />
      </span>
    );
  }
  const condition = conditionWords(speech, rate.when);
  return (
    <>
      <b>{valueWords(intl, rate.value, document.data?.document.lines ?? [])}</b>
      <small>
        {condition ?? <FormattedMessage id="payrolls.for-all" />}
        {rate.note && ` · ${rate.note}`}
      </small>
      {values.map(({ table, key, value, source }) => (
        <p key={`${table} ${key}`} className="line-value">
          {tableName(intl, table)}
          {key && ` ${keyName(intl, table, key)}`}: <b>{valueText(table, value)}</b>
          {source && <small>{source}</small>}
        </p>
      ))}
    </>
  );

  function valueText(table: string, value: string): string {
    const known = (rateTables as Partial<Record<string, { measure: string }>>)[table];
    return known?.measure === 'percent'
      ? `${intl.formatNumber(Number(value))} %`
      : moneyText(intl, Number(value));
  }
}
