import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';

const steps = ['units', 'boundaries', 'quotas', 'teams', 'workplaces'] as const;

/** Nothing loaded yet: what to load, in the order in which one thing needs the other. */
export function EmptyInstallation() {
  const may = useMay('unit.write');
  return (
    <EmptyState title={<FormattedMessage id="start.title" />}>
      <p>
        <FormattedMessage id={may ? 'start.order' : 'start.ask'} />
      </p>
      {may && (
        <ol className="start-steps">
          {steps.map((kind) => (
            <li key={kind}>
              <PlaceLink path="/imports" search={{ kind }}>
                <FormattedMessage id={`start.${kind}`} />
              </PlaceLink>
              <span>
                <FormattedMessage id={`start.${kind}.what`} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </EmptyState>
  );
}
