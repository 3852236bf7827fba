import './records.css';
import {
  type ComparisonRow,
  getPerson,
  listComparisons,
  listDetails,
  listDuplicates,
  listPeople,
  listPostings,
  listRemovals,
  type Person,
  undoComparison,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { formatMoment } from '../../moment.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { RequestRemovalForm } from './removal-forms.tsx';
import { Removals } from './removal-list.tsx';

type Props = { person: Person; on: PlainDate };

/** On a person's page: what was judged about records like this one, and whether it is to go. */
export function PersonCare({ person, on }: Props) {
  const [requesting, setRequesting] = useState(false);
  const [undoing, setUndoing] = useState<ComparisonRow | null>(null);
  const comparisons = useAnswer(listComparisons, { personId: person.id }, { keep: true });
  const removals = useAnswer(listRemovals, { on, personId: person.id }, { keep: true });
  const isAsked = removals.data?.items.some(({ outcome }) => outcome === null);
  const judged = comparisons.data?.items ?? [];
  return (
    <>
      {comparisons.isError && <ProblemPanel problem={comparisons.error} />}
      {removals.isError && <ProblemPanel problem={removals.error} />}
      {judged.length === 0 && removals.data?.items.length === 0 && (
        <p className="faint">
          <FormattedMessage id="records.care.none" />
        </p>
      )}
      <ul className="details">
        {judged.map((one) => (
          <li key={one.id} data-withdrawn={one.undone || undefined}>
            <div>
              <span>
                <Judgement comparison={one} />
              </span>
              <small>
                {one.reason} · {one.judgedBy}, {formatMoment(one.judgedAt)}
              </small>
            </div>
            {!one.undone && (
              <div className="row-acts">
                <Button size="small" onClick={() => setUndoing(one)}>
                  <FormattedMessage id="records.judge.undo" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {removals.data && <Removals removals={removals.data.items} ofPerson />}
      {isAsked === false && (
        <Button onClick={() => setRequesting(true)}>
          <FormattedMessage id="records.removal.request" />
        </Button>
      )}
      {requesting && <RequestRemovalForm person={person} onClose={() => setRequesting(false)} />}
      {undoing && <UndoForm comparison={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

function Judgement({ comparison: { judgement, names, keptName } }: { comparison: ComparisonRow }) {
  const intl = useIntl();
  const hidden = intl.formatMessage({ id: 'records.judge.hidden' });
  const [first, second] = names.map((name) => name ?? hidden);
  return (
    <FormattedMessage
      id={`records.judgement.${judgement}`}
      values={{ first, second, kept: keptName ?? hidden }}
    />
  );
}

const refreshed = [
  listComparisons,
  listDuplicates,
  getPerson,
  listPeople,
  listPostings,
  listDetails,
];

function UndoForm(props: { comparison: ComparisonRow; onClose: () => void }) {
  const { comparison, onClose } = props;
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ why: string }>();
  const undo = useCommand(undoComparison, refreshed);
  const done = () => {
    void message.success(intl.formatMessage({ id: 'records.judge.undone' }));
    onClose();
  };
  return (
    <ActForm<{ why: string }>
      title={<FormattedMessage id="records.judge.undo" />}
      submit={<FormattedMessage id="records.judge.undo" />}
      form={form}
      initial={{}}
      pending={undo.isPending}
      problem={undo.error}
      onFinish={({ why }) =>
        undo.mutate({ id: comparison.id, reason: why.trim() }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <p>
        <Judgement comparison={comparison} />
      </p>
      <ReasonItem label="person.reveal.reason" />
    </ActForm>
  );
}
