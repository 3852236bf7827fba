import { confirmPolicy, getPolicy, type PolicyInstrument } from '@antt/contracts';
import { App, Button, Progress } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import type { Confirming } from './use-confirming.ts';

type Props = {
  id: string;
  instrument: PolicyInstrument | null;
  /** Whether the instrument can be read; not known yet: undefined. */
  hasFile: boolean | undefined;
  confirming: Confirming;
};

/** How many values somebody compared with the instrument, and the button that says so of those ticked. */
export function ConfirmBar({ id, instrument, hasFile, confirming }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const confirm = useCommand(confirmPolicy, [getPolicy]);
  const { known, open, total, chosen, mayConfirm, choose } = confirming;
  const send = () =>
    confirm.mutate(
      { id, paths: [...chosen] },
      {
        onSuccess: ({ confirmed }) =>
          void message.success(
            intl.formatMessage({ id: 'policies.confirm.done' }, { count: confirmed }),
          ),
      },
    );
  return (
    <section className="policy-side" aria-labelledby="confirm-title">
      <h2 id="confirm-title">
        <FormattedMessage id="policies.confirm.title" />
      </h2>
      <p>
        <FormattedMessage
          id="policies.confirm.count"
          values={{ done: known.size, total, b: (text) => <b className="tabular">{text}</b> }}
        />
      </p>
      <Progress
        percent={total === 0 ? 0 : Math.round((known.size / total) * 100)}
        showInfo={false}
        size="small"
        aria-label={intl.formatMessage({ id: 'policies.confirm.title' })}
      />
      <Paper instrument={instrument} hasFile={hasFile} />
      {confirm.isError && <ProblemPanel problem={confirm.error} />}
      {mayConfirm && open.length > 0 && (
        <div className="side-actions">
          <Button onClick={() => choose(chosen.size === open.length ? [] : open)}>
            <FormattedMessage
              id={chosen.size === open.length ? 'policies.confirm.none' : 'policies.confirm.all'}
              values={{ count: open.length }}
            />
          </Button>
          <Button
            type="primary"
            disabled={chosen.size === 0}
            loading={confirm.isPending}
            onClick={send}
          >
            <FormattedMessage id="policies.confirm.send" values={{ count: chosen.size }} />
          </Button>
        </div>
      )}
      <p className="faint">
        <FormattedMessage id="policies.confirm.note" />
      </p>
    </section>
  );
}

/** The document to compare with: it must be named and have its file. */
function Paper({ instrument, hasFile }: Pick<Props, 'instrument' | 'hasFile'>) {
  if (!instrument) {
    return (
      <p className="due">
        <FormattedMessage id="policies.confirm.no-instrument" />
      </p>
    );
  }
  const link = <PlaceLink path={`/instruments/${instrument.id}`}>{instrument.number}</PlaceLink>;
  const missing = hasFile === false;
  return (
    <p className={missing ? 'due' : undefined}>
      <FormattedMessage
        id={missing ? 'policies.confirm.no-file' : 'policies.confirm.with'}
        values={{ link }}
      />
    </p>
  );
}
