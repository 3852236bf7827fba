import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useMay } from '../../session/me.ts';

const steps = [
  { what: 'units', path: '/imports', search: { kind: 'units' } },
  { what: 'boundaries', path: '/imports', search: { kind: 'boundaries' } },
  // There is no quota without the decision that gives it.
  { what: 'instrument', path: '/quotas', search: {} },
  { what: 'quotas', path: '/imports', search: { kind: 'quotas' } },
  { what: 'teams', path: '/imports', search: { kind: 'teams' } },
  { what: 'workplaces', path: '/imports', search: { kind: 'workplaces' } },
] as const;

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
          {steps.map(({ what, path, search }) => (
            <li key={what}>
              <PlaceLink path={path} search={search}>
                <FormattedMessage id={`start.${what}`} />
              </PlaceLink>
              <span>
                <FormattedMessage id={`start.${what}.what`} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </EmptyState>
  );
}
