import { foreseeRecruitment, getUnit, type Unit } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Form, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { usualDays } from './plan.rules.ts';
import type { PlanFields } from './plan-form.tsx';

/** What bounds a plan, asked as it is filled in; fields that nobody has touched follow it. */
export function usePlanTerms(form: FormInstance<PlanFields>, own: Pick<Unit, 'id'> | undefined) {
  const intl = useIntl();
  const communeId = Form.useWatch('communeId', form);
  const draftedOn = Form.useWatch('draftedOn', form) ?? today();
  const receiveFrom = Form.useWatch('receiveFrom', form) ?? draftedOn;
  const receiveTo = Form.useWatch('receiveTo', form);
  const meetingOn = Form.useWatch('meetingOn', form);
  const question = { communeId: communeId ?? '', draftedOn, receiveTo };
  const { data: terms } = useAnswer(foreseeRecruitment, question, {
    enabled: Boolean(communeId && receiveTo),
    keep: true,
  });
  const unit = useAnswer(
    getUnit,
    { id: communeId ?? '', on: today() },
    { enabled: Boolean(communeId) },
  ).data;
  useEffect(() => {
    const suggest = <Field extends keyof PlanFields>(
      field: Field,
      value: PlanFields[Field] | undefined,
    ) => {
      // Not `setFieldValue`: the field would be touched by it, and follow no more.
      if (!form.isFieldTouched(field)) form.setFieldsValue({ [field]: value } as never);
    };
    if (own) suggest('communeId', own.id);
    // A plan that was drafted earlier received files in its own days.
    const days = usualDays(draftedOn);
    suggest('receiveFrom', days.receiveFrom);
    suggest('receiveTo', days.receiveTo);
    if (terms) suggest('places', terms.vacancies || undefined);
    if (terms?.firstMeetingDay) suggest('meetingOn', terms.firstMeetingDay);
    if (unit) {
      const named = { unit: `${unit.kind} ${unit.name}` };
      suggest('receivePlace', intl.formatMessage({ id: 'recruitments.place.police' }, named));
    }
  }, [form, intl, own, draftedOn, terms, unit]);
  return { terms, draftedOn, receiveFrom, meetingOn };
}
