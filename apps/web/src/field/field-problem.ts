import type { ProblemType } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { problemText } from '../i18n/problem-text.ts';

/** The field that a problem speaks of, by its code. */
export type ProblemPlaces = Partial<Record<ProblemType, string | string[]>>;

const placeOf = (problem: unknown, places: ProblemPlaces) =>
  problem instanceof Problem ? places[problem.type as ProblemType] : undefined;

/** Says a refusal at the field that it speaks of, and puts the keyboard there; what is left stands above the form. */
export function useFieldProblem<Fields>(
  form: FormInstance<Fields>,
  problem: unknown,
  places: ProblemPlaces,
): unknown {
  const intl = useIntl();
  const place = placeOf(problem, places);
  useEffect(() => {
    if (place === undefined) return;
    form.setFields([{ name: place as never, errors: [problemText(intl, problem)] }]);
    form.scrollToField(place as never, { focus: true, block: 'center' });
    // The places are constants of a form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [problem]);
  return place === undefined ? problem : null;
}
