import type { LineExplanation } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { unitName } from '../../unit-name.ts';
import { DossierReading } from './dossier-reading.tsx';
import { LineParts } from './line-parts.tsx';
import { RateReading } from './rate-reading.tsx';

type Props = { explanation: LineExplanation };

/** Person, posting, team, quota, document, value: each with the paper it rests on. */
export function LineChain({ explanation }: Props) {
  const { line, posting, quota, policy, dossier } = explanation;
  const { personId, personName, teamId, teamName, commune, payee, payeeName, body } = line;
  const another = payee === 'relative' || payee === 'insurer';
  return (
    <ol className="line-chain">
      <Link title="payrolls.chain.amount">
        <LineParts explanation={explanation} />
      </Link>
      {personId && (
        <Link title={another ? 'payrolls.chain.member' : 'payrolls.chain.person'}>
          <PlaceLink path={`/people/${personId}`}>{personName}</PlaceLink>
        </Link>
      )}
      {another && (
        <Link title="payrolls.chain.person">
          {payeeName || <FormattedMessage id={`pay.payee.${payee}`} />}
          {payeeName && (
            <small>
              <FormattedMessage id={`pay.payee.${payee}`} />
            </small>
          )}
        </Link>
      )}
      {body !== null && <Link title="payrolls.chain.body">{body}</Link>}
      {dossier && (
        <Link title="payrolls.chain.dossier">
          <DossierReading line={line} dossier={dossier} />
        </Link>
      )}
      {personId && (
        <Link title="payrolls.chain.posting">
          <PostingReading posting={posting} />
        </Link>
      )}
      <Link title={teamId ? 'payrolls.chain.team' : 'payrolls.commune'}>
        {teamId && <PlaceLink path={`/teams/${teamId}`}>{teamName}</PlaceLink>}
        {teamId && ', '}
        {unitName(commune)}
      </Link>
      <Link title="payrolls.chain.quota">
        {quota ? (
          <>
            <b>{quota.number}</b>
            <small>
              <FormattedMessage
                id="payrolls.quota-of"
                values={{ teams: quota.teams, members: quota.members, serving: quota.serving }}
              />
            </small>
          </>
        ) : (
          <Missing id="payrolls.no-quota" />
        )}
      </Link>
      <Link title="payrolls.chain.policy">
        {policy ? (
          <>
            <PlaceLink path={`/policies/${policy.id}`}>{policy.name}</PlaceLink>
            <small>
              {[policy.number, policy.article].filter(Boolean).join(', ')}
              {' · '}
              <FormattedMessage id={`pay.certainty.${policy.certainty}` as MessageId} />
            </small>
          </>
        ) : (
          <Missing id="payrolls.no-rule" />
        )}
      </Link>
      <Link title="payrolls.chain.value">
        <RateReading explanation={explanation} />
      </Link>
    </ol>
  );
}

function Link({ title, children }: { title: MessageId; children: ReactNode }) {
  return (
    <li>
      <h2>
        <FormattedMessage id={title} />
      </h2>
      <div>{children}</div>
    </li>
  );
}

const Missing = ({ id }: { id: MessageId }) => (
  <span className="faint">
    <FormattedMessage id={id} />
  </span>
);

/** In which position, from when until when, by which decision. */
function PostingReading({ posting }: Pick<LineExplanation, 'posting'>) {
  const intl = useIntl();
  if (!posting) return <Missing id="payrolls.no-posting" />;
  const { position, validFrom, validTo, decision } = posting;
  return (
    <>
      {intl.formatMessage({ id: `people.position.${position}` })}
      {', '}
      <FormattedMessage
        id={validTo === null ? 'payrolls.since' : 'payrolls.between'}
        values={{ from: formatDay(validFrom), to: validTo === null ? '' : formatLastDay(validTo) }}
      />
      <small>
        {decision ? (
          <FormattedMessage
            id="payrolls.by-decision"
            values={{ number: decision.number, day: formatDay(decision.signedOn) }}
          />
        ) : (
          <FormattedMessage id="payrolls.no-decision" />
        )}
      </small>
    </>
  );
}
