import '../people/people.css';
import { CloseForm } from './close-form.tsx';
import { CouncilForm } from './council-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { IssueForm } from './issue-form.tsx';
import { ListForm } from './list-form.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MinutesForm } from './minutes-form.tsx';
import type { NextAct } from './next.rules.ts';
import { ProposeForm } from './propose-form.tsx';
import { PublicForm } from './public-form.tsx';
import { ReceiveForm } from './receive-form.tsx';
import type { StepProps } from './step-form.tsx';

/** The form of each act. */
function ActDrawer({ act, ...props }: StepProps & { act: NextAct['act'] }) {
  switch (act) {
    case 'application':
      return <ReceiveForm {...props} />;
    case 'issued':
      return <IssueForm {...props} />;
    case 'list-approved':
      return <ListForm {...props} />;
    case 'council-set':
      return <CouncilForm {...props} />;
    case 'met':
      return <MeetingForm {...props} />;
    case 'minutes-signed':
      return <MinutesForm {...props} />;
    case 'proposed':
      return <ProposeForm {...props} />;
    case 'decided':
      return <DecideForm {...props} />;
    case 'closed':
      return <CloseForm {...props} />;
    default:
      return <PublicForm {...props} step={act} />;
  }
}

export { ActDrawer as default };
