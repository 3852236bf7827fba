import type { getDraft } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { StageTag } from './stage-tag.tsx';

type Props = { draft: Output<typeof getDraft> };

/** Where the draft stands, and as what it was issued. */
export function DraftTag({ draft: { status, number, instrumentId, effectiveFrom } }: Props) {
  if (status !== 'issued') {
    return (
      <StageTag stage={status === 'draft' ? 'open' : 'gone'}>
        <FormattedMessage id={`drafts.status.${status}`} />
      </StageTag>
    );
  }
  const search = { on: effectiveFrom, instrument: instrumentId ?? undefined };
  return (
    <PlaceLink path="/quotas" search={search}>
      <StageTag stage="done">
        <FormattedMessage id="drafts.status.issued-as" values={{ number }} />
      </StageTag>
    </PlaceLink>
  );
}
