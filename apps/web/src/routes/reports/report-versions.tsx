import type { ReportVersion } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { formatMoment } from '../../moment.ts';

type Props = {
  versions: ReportVersion[];
  shown: string | undefined;
  onShow: (version: ReportVersion) => void;
};

/** Everything that was ever sent, with what was done with it; nothing of it goes. */
export function ReportVersions({ versions, shown, onShow }: Props) {
  return (
    <ol className="report-versions" reversed>
      {versions.map((version) => (
        <li key={version.id} aria-current={version.id === shown || undefined}>
          <button type="button" onClick={() => onShow(version)}>
            <FormattedMessage id="reports.version-number" values={{ number: version.number }} />
          </button>
          <Line id="reports.sent-by" at={version.sentAt} by={version.sentBy} />
          {version.late && (
            <small className="report-fault">
              <FormattedMessage id="reports.sent-late" />
            </small>
          )}
          {version.reason && <q>{version.reason}</q>}
          <Line id="reports.verified-by" at={version.verifiedAt} by={version.verifiedBy} />
          <Line id="reports.accepted-by" at={version.acceptedAt} by={version.acceptedBy} />
          <Line id="reports.returned-by" at={version.returnedAt} by={version.returnedBy} />
          {version.returnReason && <q>{version.returnReason}</q>}
        </li>
      ))}
    </ol>
  );
}

type LineProps = {
  id: 'reports.sent-by' | 'reports.verified-by' | 'reports.accepted-by' | 'reports.returned-by';
  at: string | null;
  by: string | null;
};

function Line({ id, at, by }: LineProps) {
  if (at === null) return null;
  return (
    <small>
      <FormattedMessage id={id} values={{ at: formatMoment(at), by }} />
    </small>
  );
}
