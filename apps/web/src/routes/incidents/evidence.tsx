import { getIncident, type Incident, type IncidentFile } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { FileList } from '../../field/file-list.tsx';
import { incidentFilePath, sendIncidentFile } from '../../field/kept-file.ts';
import { IncidentPhotos } from './incident-photos.tsx';

type Props = { incident: Incident & { evidence: IncidentFile[] }; mayWrite: boolean };

/** What shows that it was so; more may be added as long as the record stands. */
export function Evidence({ incident, mayWrite }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { attempt } = useAttempt();
  const send = (files: File[]) =>
    void attempt(async () => {
      for (const file of files) await sendIncidentFile(incident.id, file);
      await queries.invalidateQueries({ queryKey: [getIncident.subject] });
      void message.success(intl.formatMessage({ id: 'incidents.evidence-kept' }));
    });
  return (
    <>
      {incident.evidence.length === 0 && (
        <p className="faint">
          <FormattedMessage id="incidents.no-evidence" />
        </p>
      )}
      <FileList files={incident.evidence} pathOf={incidentFilePath} />
      {mayWrite && (
        <IncidentPhotos photos={noFiles} onPhotos={(files) => files.length > 0 && send(files)} />
      )}
    </>
  );
}

const noFiles: File[] = [];
