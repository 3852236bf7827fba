import { FormattedMessage } from 'react-intl';

/** Before the frame can be drawn: quiet, and in the colours of what follows. */
export function Splash({ isLost = false }: { isLost?: boolean }) {
  return (
    <div className="splash" role="status">
      <img src="/icon.svg" alt="" width="40" height="40" />
      <span>
        <FormattedMessage id={isLost ? 'problem.no-connection' : 'frame.opening'} />
      </span>
    </div>
  );
}

/** The shape of a page whose file or figures are on their way. */
export function PageSkeleton() {
  return (
    <div className="page-skeleton" aria-busy="true">
      <div className="bone wide" />
      <div className="bone" />
      <div className="bone" />
      <div className="bone" />
    </div>
  );
}
