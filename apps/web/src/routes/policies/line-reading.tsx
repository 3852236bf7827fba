import type { PayLine, PolicyDocument } from '@antt/contracts';
import { Checkbox } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatMoment } from '../../moment.ts';
import { conditionWords } from './condition-words.ts';
import { lineFacts } from './line-words.ts';
import { CertaintyMark } from './policy-state.tsx';
import type { Confirming } from './use-confirming.ts';
import { useSpeech } from './use-speech.ts';
import { valueWords } from './value-words.ts';

type Props = {
  line: PayLine;
  at: number;
  document: PolicyDocument;
  /** Who compared which value with the instrument; left out where nobody is asked. */
  confirming?: Confirming | undefined;
};

/** A line as a finance officer reads it: what it counts, and its table of amounts. */
export function LineReading({ line, at, document, confirming }: Props) {
  const speech = useSpeech();
  const { intl } = speech;
  return (
    <section className="policy-line" id={`lines.${at}`} tabIndex={-1}>
      <h2>
        <span className="tabular">{at + 1}.</span> {line.label}
      </h2>
      <dl className="line-facts">
        {lineFacts(speech, line, document.lines).map(([title, words]) => (
          <div key={title}>
            <dt>
              <FormattedMessage id={title} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <table className="rate-reading">
        <thead>
          <tr>
            <th scope="col" className="number">
              <FormattedMessage id="policies.column.number" />
            </th>
            <th scope="col">
              <FormattedMessage id="policies.column.when" />
            </th>
            <th scope="col" className="amount">
              <FormattedMessage id={`policies.amount.${line.basis.per}`} />
            </th>
            <th scope="col" className="certainty">
              <FormattedMessage id="policies.column.certainty" />
            </th>
            {confirming && (
              <th scope="col" className="compared">
                <FormattedMessage id="policies.column.confirmed" />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {line.rates.map((rate, n) => {
            const path = `lines.${at}.rates.${n}`;
            return (
              <tr key={path} id={path} tabIndex={-1} data-unknown={'unknown' in rate.value || null}>
                <th scope="row" className="number tabular">
                  {n + 1}
                </th>
                <td data-title={intl.formatMessage({ id: 'policies.column.when' })}>
                  {conditionWords(speech, rate.when) ?? (
                    <FormattedMessage
                      id={n === 0 ? 'policies.when.always' : 'policies.when.otherwise'}
                    />
                  )}
                  {rate.note && <small className="faint">{rate.note}</small>}
                </td>
                <td
                  className="amount tabular"
                  data-title={intl.formatMessage({ id: 'policies.column.amount' })}
                >
                  {valueWords(intl, rate.value, document.lines)}
                </td>
                <td data-title={intl.formatMessage({ id: 'policies.column.certainty' })}>
                  <CertaintyMark certainty={rate.certainty ?? document.certainty} />
                </td>
                {confirming && (
                  <td
                    className="compared"
                    data-title={intl.formatMessage({ id: 'policies.column.confirmed' })}
                  >
                    <Confirmation confirming={confirming} path={path} rate={rate} line={line} />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type ConfirmationProps = {
  confirming: Confirming;
  path: string;
  rate: PayLine['rates'][number];
  line: PayLine;
};

/** Who compared a value, on which day; or the box by which one says to have compared it. */
function Confirmation({ confirming, path, rate, line }: ConfirmationProps) {
  const intl = useIntl();
  const known = confirming.known.get(path);
  if (known) {
    return (
      <span className="confirmed">
        {known.by}
        <small className="faint tabular">{formatMoment(known.at)}</small>
      </span>
    );
  }
  if ('unknown' in rate.value) return <span className="faint">–</span>;
  if (!confirming.mayConfirm) {
    return (
      <span className="due">
        <FormattedMessage id="policies.confirm.not-yet" />
      </span>
    );
  }
  const label = intl.formatMessage(
    { id: 'policies.confirm.one' },
    { label: line.label, rate: Number(path.split('.').at(-1)) + 1 },
  );
  return (
    <Checkbox
      aria-label={label}
      checked={confirming.chosen.has(path)}
      onChange={() => confirming.toggle(path)}
    />
  );
}
