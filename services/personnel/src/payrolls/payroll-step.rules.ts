import {
  type PayrollState,
  type PayrollStep,
  statesCalculated,
  statesSentOn,
} from '@antt/contracts';

type Move = {
  from: readonly PayrollState[];
  to: PayrollState;
  by: 'payroll.write' | 'payroll.approve';
};

/** What each step needs and makes of a run. `calculate` is done again as long as nothing was submitted. */
export const moves: Readonly<Record<PayrollStep, Move>> = {
  calculate: { from: ['draft', 'calculated'], to: 'draft', by: 'payroll.write' },
  submit: { from: ['calculated'], to: 'submitted', by: 'payroll.write' },
  return: { from: ['submitted', 'approved'], to: 'calculated', by: 'payroll.approve' },
  approve: { from: ['submitted'], to: 'approved', by: 'payroll.approve' },
  pay: { from: ['approved'], to: 'paid', by: 'payroll.write' },
  close: { from: ['paid'], to: 'closed', by: 'payroll.approve' },
  reverse: {
    from: ['draft', ...statesCalculated],
    to: 'reversed',
    by: 'payroll.approve',
  },
};

/** Steps that rest on how the runs of other months stand. */
export const ordered: readonly PayrollStep[] = ['submit', 'return', 'reverse'];

/** Who began, calculated or submitted a run neither approves, returns nor closes it … */
const byAnother: readonly PayrollStep[] = ['return', 'approve', 'close'];

/** … and takes it back alone only as long as it was not sent on. */
export function isByAnother(step: PayrollStep, state: PayrollState): boolean {
  return step === 'reverse' ? statesSentOn.includes(state) : byAnother.includes(step);
}
