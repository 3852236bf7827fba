import { getInstallation } from '@antt/contracts';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';

const coverageViews = ['series', 'comparison', 'groups'] as const;
type CoverageView = (typeof coverageViews)[number];

type Props = {
  view: CoverageView;
  place: string | undefined;
  note: ReactNode;
  children?: ReactNode;
};

/** Which view this is, of where, and the way to the others. */
export function CoverageHead({ view, place, note, children }: Props) {
  const intl = useIntl();
  const installation = useAnswer(getInstallation, {});
  return (
    <>
      <PageHeader
        title={<FormattedMessage id={`coverage.${view}`} />}
        note={
          <>
            {place ?? <FormattedMessage id="area.one" />} · {note}
            {installation.data?.kind === 'demo' && (
              <span className="on-paper">
                {' · '}
                <FormattedMessage id="demo.mark" />
              </span>
            )}
          </>
        }
      >
        {children}
      </PageHeader>
      <nav
        className="coverage-views no-print"
        aria-label={intl.formatMessage({ id: 'coverage.views' })}
      >
        <PlaceLink path="/map">
          <FormattedMessage id="page.map" />
        </PlaceLink>
        {coverageViews.map((one) => (
          <PlaceLink
            key={one}
            path={`/coverage/${one}`}
            aria-current={one === view ? 'page' : undefined}
          >
            <FormattedMessage id={`coverage.${one}`} />
          </PlaceLink>
        ))}
      </nav>
    </>
  );
}
