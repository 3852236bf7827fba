import {
  attachInstrumentFiles,
  detachInstrumentFile,
  getInstrument,
  type InstrumentProfile,
} from '@antt/contracts';
import { FormattedMessage } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { FileField } from '../../field/file-field.tsx';
import { FileList } from '../../field/file-list.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';

type Props = { instrument: InstrumentProfile; mayWrite: boolean };

/** The scans of a document. */
export function InstrumentFiles({ instrument: { id, files }, mayWrite }: Props) {
  const attach = useCommand(attachInstrumentFiles, [getInstrument]);
  const detach = useCommand(detachInstrumentFile, [getInstrument]);
  const failed = attach.error ?? detach.error;
  const change = (next: InstrumentProfile['files']) => {
    const kept = new Set(next.map((file) => file.id));
    const added = next.filter((file) => !files.some((old) => old.id === file.id));
    const removed = files.find((file) => !kept.has(file.id));
    if (added.length > 0) attach.mutate({ id, fileIds: added.map((file) => file.id) });
    if (removed) detach.mutate({ id, fileId: removed.id });
  };
  return (
    <section>
      <h2>
        <FormattedMessage id="instruments.files" />
      </h2>
      {failed && <ProblemPanel problem={failed} />}
      {mayWrite ? (
        <FileField noun="instrument" value={files} onChange={change} />
      ) : files.length > 0 ? (
        <FileList files={files} />
      ) : (
        <p className="faint">
          <FormattedMessage id="instruments.files-none" />
        </p>
      )}
    </section>
  );
}
