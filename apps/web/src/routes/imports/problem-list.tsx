import { CloseCircleFilled, DownOutlined, RightOutlined, WarningFilled } from '@ant-design/icons';
import type { ImportKind, Job, RowProblem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Input, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ProblemChoice } from './problem-choice.tsx';
import {
  canChoose,
  groupProblems,
  type ProblemFilter,
  type ProblemGroup,
  shownProblems,
} from './problem-list.rules.ts';
import { knownProblemText } from './row-problem-text.ts';

export type Choices = Readonly<Record<string, string>>;

type Choosing = {
  kind: ImportKind;
  on: PlainDate;
  choices: Choices;
  onChoose: (at: string, unitId: string | undefined) => void;
};

type Props = Omit<Choosing, 'kind'> & { job: Job };

/** Everything found in a file: the same thing together, each with its place. */
export function ProblemList({ job, ...choosing }: Props) {
  const intl = useIntl();
  const [filter, setFilter] = useState<ProblemFilter>({ severity: 'all', q: '' });
  const { options } = job;
  const textOf = useCallback(
    (problem: RowProblem) => knownProblemText(intl, problem, options),
    [intl, options],
  );
  const shown = useMemo(
    () => shownProblems(job.problems, filter, textOf),
    [job.problems, filter, textOf],
  );
  const groups = useMemo(() => groupProblems(shown), [shown]);
  const all = job.errors + job.warnings;
  const counts = { all, error: job.errors, warning: job.warnings };

  return (
    <section className="problem-list">
      <div className="toolbar">
        <h2>
          <FormattedMessage id="imports.problems" />
        </h2>
        {job.errors > 0 && job.warnings > 0 && (
          <Segmented<ProblemFilter['severity']>
            aria-label={intl.formatMessage({ id: 'choice.rows' })}
            value={filter.severity}
            onChange={(severity) => setFilter((old) => ({ ...old, severity }))}
            options={(['all', 'error', 'warning'] as const).map((value) => ({
              value,
              label: (
                <FormattedMessage
                  id={`imports.severity.${value}`}
                  values={{ count: counts[value] }}
                />
              ),
            }))}
          />
        )}
        {job.problems.length > 8 && (
          <Input
            type="search"
            allowClear
            value={filter.q}
            placeholder={intl.formatMessage({ id: 'imports.find-problem' })}
            aria-label={intl.formatMessage({ id: 'imports.find-problem' })}
            onChange={({ target }) => setFilter((old) => ({ ...old, q: target.value }))}
          />
        )}
      </div>
      {job.problems.length < all && (
        <p className="faint">
          <FormattedMessage
            id="imports.problems-cut"
            values={{ shown: job.problems.length, all }}
          />
        </p>
      )}
      {groups.length === 0 && (
        <p className="faint">
          <FormattedMessage id="imports.problems-none" />
        </p>
      )}
      {groups.map((group) => (
        <Group
          key={`${group.severity} ${group.code}`}
          group={group}
          open={groups.length <= 3 || group.problems.some((one) => canChoose(job.kind, one))}
          textOf={textOf}
          kind={job.kind}
          {...choosing}
        />
      ))}
    </section>
  );
}

type GroupProps = Choosing & {
  group: ProblemGroup;
  open: boolean;
  textOf: (problem: RowProblem) => string;
};

function Group({ group, open: first, textOf, ...choosing }: GroupProps) {
  const { severity, problems } = group;
  const [open, setOpen] = useState(first);
  const Icon = severity === 'error' ? CloseCircleFilled : WarningFilled;
  const mark = (
    <>
      <Icon aria-hidden />
      <span className="sr">
        <FormattedMessage id={`imports.severity-one.${severity}`} />
      </span>
    </>
  );
  if (problems.length === 1) {
    return (
      <div className="problem-group" data-severity={severity}>
        <div className="problem-head">
          {mark}
          <Row problem={problems[0]!} textOf={textOf} {...choosing} />
        </div>
      </div>
    );
  }
  return (
    <div className="problem-group" data-severity={severity}>
      <button
        type="button"
        className="problem-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {mark}
        <span className="problem-text">{textOf(problems[0]!)}</span>
        <span className="problem-count">
          <FormattedMessage id="imports.rows" values={{ count: problems.length }} />
        </span>
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
      </button>
      {open && (
        <ul>
          {problems.map((problem, index) => (
            <li key={`${problem.at} ${index}`}>
              <Row problem={problem} textOf={textOf} {...choosing} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type RowProps = Choosing & { problem: RowProblem; textOf: (problem: RowProblem) => string };

function Row({ problem, textOf, kind, on, choices, onChoose }: RowProps) {
  const { at } = problem;
  return (
    <div className="problem-row">
      <code className="problem-place">{at ?? <FormattedMessage id="imports.whole-file" />}</code>
      <span className="problem-text">{textOf(problem)}</span>
      {at !== null && canChoose(kind, problem) && (
        <ProblemChoice
          kind={kind}
          problem={problem}
          on={on}
          value={choices[at]}
          onChange={(unitId) => onChoose(at, unitId)}
        />
      )}
    </div>
  );
}
