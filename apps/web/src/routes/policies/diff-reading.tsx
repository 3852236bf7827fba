import { payeeOf, type PayLine, type PayRate, type PolicyDocument } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { conditionWords, type Speech } from './condition-words.ts';
import type {
  ChangedLine,
  ChangedMember,
  DocumentMember,
  LineMember,
  PolicyDiff,
} from './diff.rules.ts';
import { basisWords, capWords, roundWords, shareWords } from './line-words.ts';
import { useSpeech } from './use-speech.ts';
import { lineNames, valueWords } from './value-words.ts';

type Props = { diff: PolicyDiff; from: PolicyDocument; to: PolicyDocument };

/** Two policies as a list of changes: before at the left, after at the right. */
export function DiffReading({ diff, from, to }: Props) {
  const intl = useIntl();
  const { members, lines, unchanged } = diff;
  return (
    <div className="policy-lines">
      <p>
        {lines.length + members.length === 0 ? (
          <FormattedMessage id="policies.diff.none" />
        ) : (
          <FormattedMessage
            id="policies.diff.count"
            values={{ changed: lines.length, unchanged }}
          />
        )}
      </p>
      {members.length > 0 && (
        <section className="policy-line">
          <h2>
            <FormattedMessage id="policies.general" />
          </h2>
          <Table>
            {members.map(({ name, from: before, to: after }) => (
              <Row
                key={name}
                title={<FormattedMessage id={`policies.diff.document.${name}`} />}
                before={documentWords(intl, name, before, from)}
                after={documentWords(intl, name, after, to)}
              />
            ))}
          </Table>
        </section>
      )}
      {lines.map((line) => (
        <LineDiff key={line.code} line={line} from={from} to={to} />
      ))}
    </div>
  );
}

function LineDiff({
  line,
  from,
  to,
}: {
  line: ChangedLine;
  from: PolicyDocument;
  to: PolicyDocument;
}) {
  const speech = useSpeech();
  const { intl } = speech;
  const kind = !line.from ? 'added' : !line.to ? 'removed' : 'changed';
  const amount = (rate: PayRate | null, { lines, certainty }: PolicyDocument) =>
    rate && (
      <>
        {valueWords(intl, rate.value, lines)}{' '}
        {rate.certainty && rate.certainty !== certainty && (
          <small className="faint">
            <FormattedMessage id={`pay.certainty.${rate.certainty}`} />
          </small>
        )}
      </>
    );
  return (
    <section className="policy-line" data-kind={kind}>
      <h2>
        {(line.to ?? line.from)!.label}{' '}
        <Tag color={{ added: 'success', removed: 'error', changed: 'warning' }[kind]}>
          <FormattedMessage id={`policies.diff.${kind}`} />
        </Tag>
      </h2>
      <Table>
        {line.members.map((member) => (
          <Row
            key={member.name}
            title={<FormattedMessage id={`policies.diff.line.${member.name}`} />}
            before={lineWords(speech, member, line.from!, from)}
            after={lineWords(speech, member, line.to!, to)}
          />
        ))}
        {line.rates.map(({ when, from: before, to: after }, n) => (
          <Row
            key={n}
            title={conditionWords(speech, when) ?? <FormattedMessage id="policies.when.always" />}
            before={amount(before, from)}
            after={amount(after, to)}
          />
        ))}
      </Table>
    </section>
  );
}

function Table({ children }: { children: React.ReactNode }) {
  return (
    <table className="rate-reading diff">
      <thead>
        <tr>
          {(['what', 'before', 'after'] as const).map((id) => (
            <th key={id} scope="col">
              <FormattedMessage id={`policies.diff.column.${id}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type RowProps = { title: React.ReactNode; before: React.ReactNode; after: React.ReactNode };

function Row({ title, before, after }: RowProps) {
  const intl = useIntl();
  const heading = (id: 'before' | 'after') =>
    intl.formatMessage({ id: `policies.diff.column.${id}` });
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-title={heading('before')}>{before ? <del>{before}</del> : '–'}</td>
      <td data-title={heading('after')}>{after ? <ins>{after}</ins> : '–'}</td>
    </tr>
  );
}

function lineWords(
  speech: Speech,
  { name }: ChangedMember<LineMember>,
  line: PayLine,
  { lines }: PolicyDocument,
): string | null {
  const { intl } = speech;
  switch (name) {
    case 'shares':
      return shareWords(speech, line);
    case 'item':
      return intl.formatMessage({ id: `pay.item.${line.item}` });
    case 'fund':
      return intl.formatMessage({ id: `pay.fund.${line.fund}` });
    case 'payee':
      return intl.formatMessage({ id: `pay.payee.${payeeOf(line)}` });
    case 'basis':
      return basisWords(intl, line.basis);
    case 'cap':
      return capWords(intl, line, lines);
    case 'round':
      return roundWords(intl, line);
    case 'includes':
      return line.includes.length > 0 ? lineNames(intl, lines, line.includes) : null;
    default:
      return line[name] || null;
  }
}

function documentWords(
  intl: IntlShape,
  name: DocumentMember,
  value: unknown,
  document: PolicyDocument,
): string | null {
  const { absences, exclusive, lines } = document;
  switch (name) {
    case 'proration':
      return intl.formatMessage({ id: `policies.proration.${document.proration}` });
    case 'certainty':
      return intl.formatMessage({ id: `pay.certainty.${document.certainty}` });
    case 'absences':
      return [
        intl.formatMessage({ id: `policies.suspension.${absences.suspension}` }),
        intl.formatMessage({ id: `policies.leave.${absences.leave}` }),
      ].join('; ');
    case 'exclusive':
      return (
        exclusive
          .map(
            (group) =>
              `${lineNames(intl, lines, group.lines)} (${intl.formatMessage({ id: `policies.keep.${group.keep}` })})`,
          )
          .join('; ') || null
      );
    default:
      return String(value) || null;
  }
}
