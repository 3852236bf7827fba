import type {
  CaseAmount,
  CountedService,
  PayFund,
  PayItem,
  PayPayee,
  PolicyDocument,
} from '@antt/contracts';

/** A line of a policy in a case, as the statement tells it and as it is kept once it is granted. */
export type CaseRow = {
  policyId: string | null;
  code: string;
  item: PayItem;
  fund: PayFund;
  payee: PayPayee;
  rate: number;
  whole: number | null;
  quantity: number | null;
  amount: number | null;
  excluded: CaseAmount['excluded'];
  basis: {
    values?: Record<string, string>;
    service?: Partial<CountedService>;
    expected?: number | null;
    reason?: string;
  } | null;
};

type Policy = { id: string; number: string; document: PolicyDocument };

/** The same in the words of the document that it rests on. */
export function readAmount(row: CaseRow, policy: Policy | undefined): CaseAmount {
  const { code, item, fund, payee, quantity, whole, amount, excluded, basis } = row;
  const line = policy?.document.lines.find((one) => one.code === code);
  const rate = line?.rates[row.rate - 1];
  return {
    ...{ code, item, fund, payee, quantity, rate: whole, amount, excluded },
    label: line?.label ?? code,
    policy: policy
      ? {
          id: policy.id,
          name: policy.document.name,
          number: policy.number,
          article: line?.article ?? '',
          certainty: rate?.certainty ?? policy.document.certainty,
        }
      : null,
    value: (rate?.value ?? null) as CaseAmount['value'],
    values: Object.entries(basis?.values ?? {}).map(([name, value]) => ({
      ...{ table: name.split(' ')[0]!, key: name.split(' ')[1] ?? '', value },
    })),
    service: serviceOf(basis?.service),
  };
}

export function serviceOf(service: Partial<CountedService> | undefined): CountedService | null {
  if (!service) return null;
  const { months = 0, years = '0', allowance = null } = service;
  return { months, years, allowance };
}
