import './claims.css';
import type { Severance } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { FactList } from '../../frame/fact-list.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { CasePriceSection } from './case-price-section.tsx';
import { Amount, StateTag } from './claim-state.tsx';
import { DecideSeveranceForm } from './decide-severance-form.tsx';
import { forcesText } from './severance-columns.tsx';
import { TakeBackForm } from './take-back-form.tsx';

type Props = { severance: Severance; on: PlainDate; onClose: () => void };

/** One dossier of severance: whose service counts, what it comes to, and its decision. */
export function SeverancePanel({ severance, on, onClose }: Props) {
  const mayWrite = useMay('claim.write');
  const [acting, setActing] = useState(false);
  const { id, personId, personName, state } = severance;
  const close = () => setActing(false);
  const undecided = state === 'deciding';
  return (
    <Drawer
      open
      size={480}
      onClose={onClose}
      title={<PlaceLink path={`/people/${personId}`}>{personName}</PlaceLink>}
      footer={
        mayWrite && (
          <div className="drawer-actions">
            <Button type={undecided ? 'primary' : 'default'} onClick={() => setActing(true)}>
              <FormattedMessage id={undecided ? 'claims.decide' : 'claims.take-back'} />
            </Button>
          </div>
        )
      }
    >
      <Facts severance={severance} />
      {state !== 'refused' && <CasePriceSection of="severance" id={id} on={on} />}
      {acting && undecided && <DecideSeveranceForm {...{ severance, on }} onClose={close} />}
      {acting && !undecided && <TakeBackForm of="severance" id={id} onClose={close} />}
    </Drawer>
  );
}

function Facts({ severance }: { severance: Severance }) {
  const intl = useIntl();
  const { state, commune, leftOn, ground, receivedOn, decision, amount, reasons } = severance;
  return (
    <FactList
      facts={[
        ['claims.state', <StateTag key="state" state={state} />],
        ['severances.forces', forcesText(intl, severance)],
        ['severances.left-on', formatDay(leftOn)],
        ['severances.ground', intl.formatMessage({ id: `pay.ground.${ground}` })],
        ['membership.commune', commune ? unitName(commune) : ''],
        ['claims.received-on', formatDay(receivedOn)],
        ['decision.number', decision?.number],
        ['decision.signed-on', decision ? formatDay(decision.signedOn) : ''],
        ['claims.amount', amount !== null && <Amount key="amount" amount={amount} />],
        ['claims.reasons', reasons],
      ]}
    />
  );
}
