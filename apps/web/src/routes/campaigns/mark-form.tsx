import {
  changeScore,
  getScore,
  listScores,
  scoreSelf,
  type ScoreStep,
  verifyScore,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { newId } from '../../new-id.ts';
import { MarkFields } from './mark-fields.tsx';
import { marksOf, type TypedMark } from './mark.rules.ts';
import type { TemplateNames } from './template-names.ts';

type Props = {
  score: Output<typeof getScore>;
  roundId: string;
  step: ScoreStep;
  names: TemplateNames;
  onClose: () => void;
};
type Fields = Record<string, TypedMark>;

const operations = { self: scoreSelf, verified: verifyScore, ratified: changeScore } as const;

/** The score sheet of a subject: what it says of itself, what is verified, what is changed before it is ratified. */
export function MarkForm({ score, roundId, step, names, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id, setId] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const command = useCommand(operations[step], [getScore, listScores]);
  const { explanation, subjectId } = score;
  const send = (typed: Fields) => {
    const marks = marksOf(explanation, typed, step);
    // Verifying may confirm everything as it stands; the other two say something or nothing happens.
    if (marks.length === 0 && step !== 'verified') {
      void message.info(intl.formatMessage({ id: 'campaigns.nothing-changed' }));
      return;
    }
    command.mutate(
      { id, roundId, subjectId, marks },
      {
        onSuccess: () => {
          void message.success(
            intl.formatMessage({ id: `campaigns.marked.${step}` }, { count: marks.length }),
          );
          setId(newId());
          onClose();
        },
      },
    );
  };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id={`campaigns.mark.${step}`} />}
      submit={<FormattedMessage id={`campaigns.mark-done.${step}`} />}
      form={form}
      initial={{}}
      pending={command.isPending}
      problem={command.error}
      onFinish={send}
      onClose={onClose}
    >
      <p className="faint form-note">
        <FormattedMessage id={`campaigns.mark-note.${step}`} />
      </p>
      {score.contents.map(({ code }) => (
        <section key={code} className="mark-content">
          <h3>
            {code}. {names.content(code)}
          </h3>
          {explanation
            .filter(({ content }) => content === code)
            .map((item) => (
              <MarkFields key={item.code} item={item} step={step} />
            ))}
        </section>
      ))}
    </ActForm>
  );
}
