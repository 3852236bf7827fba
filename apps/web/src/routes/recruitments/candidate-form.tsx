import {
  type Application,
  completeApplication,
  DossierPart,
  examineSelected,
  getRecruitment,
  listRecruitments,
  type Recruitment,
} from '@antt/contracts';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import type { Question } from '../../api.ts';
import { BackgroundFields } from './background-fields.tsx';
import { changesOf, type CheckedFields } from './candidate.rules.ts';
import { FileFields } from './file-fields.tsx';
import { HealthFields } from './health-fields.tsx';
import { SealedPart } from './sealed-part.tsx';

type Props = { recruitment: Recruitment; candidate: Application; onClose: () => void };

/** A candidate's file: its parts, the residence, and what is asked before a recognition (R5, law BR-28 to BR-30). */
function CandidateForm({ recruitment, candidate, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<CheckedFields>();
  const [opened, setOpened] = useState<('background' | 'health')[]>([]);
  const complete = useCommand(completeApplication, [
    getRecruitment,
    listRecruitments,
    examineSelected,
  ]);
  const { id, person, receivedOn, dossier, residentSince, backgroundKnown, healthKnown } =
    candidate;
  const isListed = recruitment.acts.some(({ act }) => act.step === 'list-approved');
  const open = (part: 'background' | 'health') => setOpened([...opened, part]);
  const submit = (fields: CheckedFields) => {
    const changes = changesOf(candidate, fields, { isListed, opened });
    if (Object.keys(changes).length === 0) return onClose();
    complete.mutate({ id, ...changes } as Question<typeof completeApplication>, {
      onSuccess: () => {
        void message.success(
          intl.formatMessage({ id: 'recruitments.file.completed' }, { name: person.name }),
        );
        onClose();
      },
    });
  };
  return (
    <FormDrawer
      title={<FormattedMessage id="recruitments.file.of" values={{ name: person.name }} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{ 'recruitment-list-is-closed': 'dossier' }}
      pending={complete.isPending}
      problem={complete.error}
      onClose={onClose}
    >
      <Form<CheckedFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={{ dossier, residentSince }}
        onFinish={submit}
      >
        <FileFields parts={DossierPart.options} receivedOn={receivedOn} listed={isListed} />
        <SealedPart
          part="background"
          known={backgroundKnown}
          open={opened.includes('background')}
          onOpen={() => open('background')}
        >
          <BackgroundFields />
        </SealedPart>
        <SealedPart
          part="health"
          known={healthKnown}
          open={opened.includes('health')}
          onOpen={() => open('health')}
        >
          <HealthFields />
        </SealedPart>
      </Form>
    </FormDrawer>
  );
}

export { CandidateForm as default };
