import type { PolicyDocument } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { LineReading } from './line-reading.tsx';
import { CertaintyMark } from './policy-state.tsx';
import type { Confirming } from './use-confirming.ts';
import { lineNames } from './value-words.ts';

type Props = { document: PolicyDocument; confirming?: Confirming | undefined };

/** A policy as a finance officer reads it: its rules for all lines, then line by line. */
export function DocumentReading({ document, confirming }: Props) {
  const intl = useIntl();
  const { lines, exclusive, absences, note, sources } = document;
  return (
    <>
      <section className="policy-line" id="document" tabIndex={-1}>
        <h2>
          <FormattedMessage id="policies.general" />
        </h2>
        <dl className="line-facts">
          <div>
            <dt>
              <FormattedMessage id="policies.proration" />
            </dt>
            <dd>
              <FormattedMessage id={`policies.proration.${document.proration}`} />
            </dd>
          </div>
          <div>
            <dt>
              <FormattedMessage id="policies.absences" />
            </dt>
            <dd>
              <FormattedMessage id={`policies.suspension.${absences.suspension}`} />;{' '}
              <FormattedMessage id={`policies.leave.${absences.leave}`} />
            </dd>
          </div>
          {exclusive.map((group, n) => (
            <div key={n} id={`exclusive.${n}`} tabIndex={-1}>
              <dt>
                <FormattedMessage id="policies.exclusive" />
              </dt>
              <dd>
                {lineNames(intl, lines, group.lines)}{' '}
                <span className="faint">
                  (<FormattedMessage id={`policies.keep.${group.keep}`} />)
                </span>
              </dd>
            </div>
          ))}
          {note && (
            <div data-wide>
              <dt>
                <FormattedMessage id="policies.note-field" />
              </dt>
              <dd className="pre">{note}</dd>
            </div>
          )}
          {sources.length > 0 && (
            <div data-wide>
              <dt>
                <FormattedMessage id="policies.sources" />
              </dt>
              <dd>
                <ul className="source-list">
                  {sources.map(({ title, url, certainty }) => (
                    <li key={`${title} ${url}`}>
                      {title} <CertaintyMark certainty={certainty} />
                      {url && <small className="faint">{url}</small>}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          )}
        </dl>
      </section>
      {lines.map((line, at) => (
        <LineReading
          key={`${line.code} ${at}`}
          line={line}
          at={at}
          document={document}
          confirming={confirming}
        />
      ))}
    </>
  );
}
