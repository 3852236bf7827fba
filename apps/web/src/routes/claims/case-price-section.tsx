import { getClaimPrice, getSeverancePrice } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { lazy, Suspense } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { withTexts } from '../../i18n/text.ts';

/** Amounts are told in the words of policies. */
const CasePriceReading = lazy(withTexts(['pay', 'policies'], () => import('./case-price.tsx')));

const prices = { claim: getClaimPrice, severance: getSeverancePrice } as const;
type Props = { of: keyof typeof prices; id: string; on: PlainDate };

/** What the dossier comes to by the policies in force, or came to when it was granted. */
export function CasePriceSection({ of, id, on }: Props) {
  const price = useAnswer(prices[of], { id, on });
  return (
    <>
      <h2>
        <FormattedMessage id="claims.price" />
      </h2>
      {price.isError && <ProblemPanel problem={price.error} />}
      {price.data && (
        <Suspense fallback={null}>
          <CasePriceReading price={price.data} />
        </Suspense>
      )}
    </>
  );
}
