import { UploadOutlined } from '@ant-design/icons';
import { listPaymentBatches } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { BatchList } from './batch-list.tsx';
import { DueList } from './due-list.tsx';
import { Money, orNone } from './money.tsx';
import { PaymentList } from './payment-list.tsx';
import type { Run } from './use-run.ts';

type Sums = Output<typeof listPaymentBatches>['sums'];
const parts = ['paid', 'issued', 'due', 'held', 'recoveries', 'left'] as const;

/** How the money of a run goes out: batches and their files, what is due still, each payment and its result. */
export function PaymentsTab({ run }: { run: Run }) {
  const mayWrite = useMay('payroll.write');
  const answer = useAnswer(listPaymentBatches, { id: run.id });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { items, due, sums, whole } = answer.data;
  if (items.length === 0 && due.length === 0) {
    return (
      <EmptyState title={<FormattedMessage id="payrolls.no-batch" />}>
        <FormattedMessage id="payrolls.no-batch-note" />
      </EmptyState>
    );
  }
  return (
    <div className="payments-tab">
      <TieOut sums={sums} />
      <BatchList run={run} batches={items} whole={whole} />
      {mayWrite && (
        <p>
          <PlaceLink path="/imports" search={{ kind: 'payment-results' }}>
            <UploadOutlined aria-hidden /> <FormattedMessage id="payrolls.read-results" />
          </PlaceLink>
        </p>
      )}
      {due.length > 0 && <DueList run={run} due={due} whole={whole} />}
      {items.length > 0 && <PaymentList run={run} />}
    </div>
  );
}

/** The lines of the run, divided by what became of them: the parts add up to the whole. */
function TieOut({ sums }: { sums: Sums }) {
  return (
    <ul className="summary run-figures">
      <Part name="lines" amount={sums.lines} />
      {parts
        .filter((part) => part === 'paid' || part === 'issued' || sums[part].amount !== 0)
        .map((part) => (
          <Part key={part} name={part} amount={orNone(sums[part].amount)} />
        ))}
      {(['insurer', 'bodies'] as const)
        .filter((part) => sums[part] !== 0)
        .map((part) => (
          <Part key={part} name={part} amount={sums[part]} />
        ))}
    </ul>
  );
}

type PartProps = {
  name: 'lines' | 'insurer' | 'bodies' | (typeof parts)[number];
  amount: number | null;
};

function Part({ name, amount }: PartProps) {
  return (
    <li>
      <b>
        <Money amount={amount} />
      </b>
      <span>
        <FormattedMessage id={`payrolls.tie.${name}`} />
      </span>
    </li>
  );
}
