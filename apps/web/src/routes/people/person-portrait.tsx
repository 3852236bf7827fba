import { UserOutlined } from '@ant-design/icons';
import { listPersonFiles, type Person } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { personFilePath } from '../../field/kept-file.ts';
import { useKeptImage } from '../../field/kept-image.ts';
import { useMay } from '../../session/me.ts';
import { PersonFileButton } from './person-file-button.tsx';

/** The latest portrait; each look at one is written down, so lists show none. */
export function PersonPortrait({ person: { id, name } }: { person: Person }) {
  const intl = useIntl();
  const mayWrite = useMay('person.write');
  const files = useAnswer(listPersonFiles, { id }, { keep: true });
  const portrait = files.data?.items.find(
    ({ kind, withdrawn }) => kind === 'portrait' && !withdrawn,
  );
  const image = useKeptImage(portrait && personFilePath(portrait.id));
  if (!files.data || (!portrait && !mayWrite)) return null;
  return (
    <div className="portrait">
      {image ? (
        <img src={image} alt={intl.formatMessage({ id: 'records.portrait' }, { name })} />
      ) : (
        <span className="no-portrait">
          <UserOutlined aria-hidden />
        </span>
      )}
      {mayWrite && (
        <div>
          <PersonFileButton personId={id} kind="portrait" has={portrait !== undefined} />
          <small className="faint">
            <FormattedMessage id="records.portrait-note" />
          </small>
        </div>
      )}
    </div>
  );
}
