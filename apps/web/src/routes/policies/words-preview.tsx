import type { PayRate } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { conditionWords } from './condition-words.ts';
import type { Draft } from './draft.rules.ts';
import { basisWords } from './line-words.ts';
import { useSpeech } from './use-speech.ts';
import { valueWords } from './value-words.ts';

/** Nothing typed yet is no amount of nothing. */
const isTyped = ({ value }: PayRate) =>
  'vnd' in value
    ? value.vnd !== null
    : 'times' in value
      ? value.times !== ''
      : 'upTo' in value || value.unknown !== '';

/** What is typed, as it will be read: every amount with its condition. */
export function WordsPreview({ document }: { document: Draft }) {
  const speech = useSpeech();
  const { intl } = speech;
  return (
    <section className="policy-side words-preview" aria-labelledby="words-title">
      <h2 id="words-title">
        <FormattedMessage id="policies.in-words" />
      </h2>
      {document.lines.map((line) => (
        <div key={line.code}>
          <h3>{line.label}</h3>
          <p className="faint">
            {intl.formatMessage({ id: `pay.fund.${line.fund}` })} · {basisWords(intl, line.basis)}
          </p>
          <ul>
            {line.rates.map((rate, n) => (
              <li key={n}>
                <span>
                  {conditionWords(speech, rate.when) ?? (
                    <FormattedMessage
                      id={n === 0 ? 'policies.when.always' : 'policies.when.otherwise'}
                    />
                  )}
                </span>
                <b className="tabular">
                  {isTyped(rate) ? valueWords(intl, rate.value, document.lines) : '…'}
                </b>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
