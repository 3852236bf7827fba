import type { BudgetRequestState, BudgetRequestStep, Permission } from '@antt/contracts';

type Move = {
  from: readonly BudgetRequestState[];
  to: BudgetRequestState;
  by: Extract<Permission, `budget.${string}`>;
  /** Nobody takes the step who took one of these. */
  notAfter: readonly BudgetRequestStep[];
};

const making = ['draft', 'submit'] as const;

/** Request → appraisal by the finance department → decision → allocation → settlement, each by whom. */
export const requestMoves: Readonly<Record<BudgetRequestStep, Move>> = {
  draft: { from: ['drafted'], to: 'drafted', by: 'budget.write', notAfter: [] },
  submit: { from: ['drafted'], to: 'submitted', by: 'budget.write', notAfter: [] },
  return: {
    ...{ from: ['submitted', 'appraised'], to: 'drafted' },
    ...{ by: 'budget.appraise', notAfter: making },
  },
  appraise: { from: ['submitted'], to: 'appraised', by: 'budget.appraise', notAfter: making },
  approve: {
    ...{ from: ['appraised'], to: 'approved' },
    ...{ by: 'budget.approve', notAfter: [...making, 'appraise'] },
  },
  refuse: {
    ...{ from: ['appraised'], to: 'refused' },
    ...{ by: 'budget.approve', notAfter: [...making, 'appraise'] },
  },
  allocate: { from: ['approved'], to: 'allocated', by: 'budget.approve', notAfter: making },
  settle: { from: ['allocated'], to: 'settled', by: 'budget.appraise', notAfter: making },
};
