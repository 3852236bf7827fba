import type { LineExplanation } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';
import { moneyText } from './money.tsx';
import { ServiceReading } from '../claims/service-reading.tsx';

type Dossier = NonNullable<LineExplanation['dossier']>;
type Props = { line: LineExplanation['line']; dossier: Dossier };

/** The dossier that an amount was granted for: what it is about, its decision, and what of it was counted. */
export function DossierReading({ line, dossier }: Props) {
  const intl = useIntl();
  const { decision, service, reason, expected } = dossier;
  const { about } = dossier;
  const counts = about === 'treatment' || about === 'disability' ? about : null;
  return (
    <>
      <DossierName {...dossier} />
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
      {/* A lump is one; of anything else there are several. */}
      {counts && line.kind === 'case' && line.quantity !== 1 && (
        <small>
          <FormattedMessage
            id={`payrolls.dossier-counts.${counts}`}
            values={{ quantity: line.quantity }}
          />
        </small>
      )}
      {service && <ServiceReading service={service} />}
      {expected !== null && expected !== line.amount && (
        <small>
          <FormattedMessage
            id="payrolls.dossier-expected"
            values={{ amount: moneyText(intl, expected) }}
          />
        </small>
      )}
      {reason && (
        <small>
          <FormattedMessage id="payrolls.reason" />: {reason}
        </small>
      )}
    </>
  );
}

/** The kind of dossier, which opens it for who may read it. */
function DossierName({ id, about }: Dossier) {
  const mayRead = useMay('claim.read');
  const severance = about === 'severance';
  const name = (
    <FormattedMessage id={severance ? 'claims.tab.severances' : `claims.kind.${about}`} />
  );
  if (!mayRead) return name;
  return (
    <PlaceLink path="/claims" search={{ tab: severance ? 'severances' : undefined, open: id }}>
      {name}
    </PlaceLink>
  );
}
