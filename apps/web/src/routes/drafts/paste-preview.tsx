import { Button, Modal } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Figures, sameFigures, typed } from './draft.rules.ts';
import type { PastedRow } from './paste.rules.ts';
import type { Change } from './use-draft-lines.ts';

type Props = {
  rows: PastedRow[];
  onApply: (changes: Change[]) => void;
  onClose: () => void;
};

/** What a paste would change, line by line, and which rows cannot be read; nothing is written before. */
export function PastePreview({ rows, onApply, onClose }: Props) {
  const intl = useIntl();
  const good = rows.filter(({ problem, after }) => problem === null && after !== null);
  const changed = good.filter(({ before, after }) => !sameFigures(before!, after!));
  const bad = rows.filter(({ problem }) => problem !== null);
  const differences = (before: Figures, after: Figures) =>
    typed
      .filter((name) => before[name] !== after[name])
      .map((name) => {
        const title = intl.formatMessage({ id: `drafts.column.${name}` });
        return `${title}: ${before[name] ?? '–'} → ${after[name] ?? '–'}`;
      })
      .join('; ');
  return (
    <Modal
      open
      width={760}
      title={<FormattedMessage id="drafts.paste.title" />}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>
            <FormattedMessage id="action.cancel" />
          </Button>
          <Button
            type="primary"
            disabled={changed.length === 0}
            onClick={() =>
              onApply(changed.map(({ unitId, after }) => ({ unitId: unitId!, figures: after! })))
            }
          >
            <FormattedMessage id="drafts.paste.apply" values={{ count: changed.length }} />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="drafts.paste.counts"
          values={{
            changed: changed.length,
            same: good.length - changed.length,
            bad: bad.length,
          }}
        />
      </p>
      <div className="paste-list">
        <table>
          <thead>
            <tr>
              <th>
                <FormattedMessage id="drafts.paste.row" />
              </th>
              <th>
                <FormattedMessage id="drafts.column.unit" />
              </th>
              <th>
                <FormattedMessage id="drafts.paste.change" />
              </th>
            </tr>
          </thead>
          <tbody>
            {[...bad, ...changed].map((row) => (
              <tr key={row.place} data-bad={row.problem !== null || undefined}>
                <td>{row.place}</td>
                <td>{row.name}</td>
                <td>
                  {row.problem ? (
                    <b className="wrong">
                      <FormattedMessage
                        id={`drafts.paste.${row.problem}`}
                        values={{ text: row.text ?? '', name: row.name }}
                      />
                    </b>
                  ) : (
                    differences(row.before!, row.after!)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
