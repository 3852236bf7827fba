import type { RecruitmentClock, RecruitmentRow } from '@antt/contracts';

/** Columns of the board, and the stages that stand in each. */
export const columns = {
  preparing: ['drafted'],
  receiving: ['issued', 'posted'],
  posting: ['list-approved', 'list-posted'],
  selecting: ['met', 'minutes-signed'],
  deciding: ['proposed'],
  done: ['decided', 'result-posted'],
  closed: ['closed'],
} as const satisfies Record<string, readonly RecruitmentRow['stage'][]>;
export type BoardColumn = keyof typeof columns;
export const boardColumns = Object.keys(columns) as BoardColumn[];

export function columnOf(stage: RecruitmentRow['stage']): BoardColumn {
  return boardColumns.find((column) => (columns[column] as readonly string[]).includes(stage))!;
}

/** What is owed first: the open act with the earliest term; null where nothing is. */
export function mostUrgent(clocks: readonly RecruitmentClock[]): RecruitmentClock | null {
  const open = clocks.filter(({ doneOn }) => doneOn === null);
  return open.reduce<RecruitmentClock | null>(
    (first, one) => (first === null || one.dueOn < first.dueOn ? one : first),
    null,
  );
}
