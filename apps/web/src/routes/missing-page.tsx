import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../frame/empty-state.tsx';
import { PlaceLink } from '../frame/place-link.tsx';

export function Component() {
  return (
    <EmptyState
      title={<FormattedMessage id="missing.title" />}
      action={
        <PlaceLink path="/">
          <FormattedMessage id="missing.home" />
        </PlaceLink>
      }
    />
  );
}
