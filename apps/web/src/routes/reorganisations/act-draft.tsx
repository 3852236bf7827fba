import {
  beginDraft,
  discardDraft,
  getReorganisation,
  listDrafts,
  type Reorganisation,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FileAddOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../answer.ts';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';

type Props = {
  act: Pick<Reorganisation, 'id' | 'on' | 'title' | 'instrumentNumber'>;
  due: NonNullable<Output<typeof getReorganisation>['due']>;
};

/** The decision that an act makes due, filled from the new norms; begun once, opened again after that. */
export function ActDraft({ act: { id, on, title, instrumentNumber: number }, due }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const may = useMay('quota.write');
  const [draftId, setDraftId] = useState(newId);
  const begin = useCommand(beginDraft, [listDrafts, getReorganisation]);
  const discard = useCommand(discardDraft, [listDrafts, getReorganisation]);
  if (!may) return null;
  const open = (draft: string) => void navigate(`/drafts/${draft}${held()}`);
  const failed = (problem: unknown) => void message.error(problemText(intl, problem), 8);
  if (due.draftId !== null) {
    return (
      <>
        <Button type="primary" onClick={() => open(due.draftId!)}>
          <FormattedMessage id="reorganisations.draft-open" />
        </Button>
        <Popconfirm
          title={<FormattedMessage id="reorganisations.draft-drop-sure" />}
          okText={<FormattedMessage id="reorganisations.draft-drop" />}
          cancelText={<FormattedMessage id="action.cancel" />}
          onConfirm={() =>
            discard.mutate(
              { id: due.draftId! },
              { onSuccess: () => setDraftId(newId()), onError: failed },
            )
          }
        >
          <Button loading={discard.isPending}>
            <FormattedMessage id="reorganisations.draft-drop" />
          </Button>
        </Popconfirm>
      </>
    );
  }
  const over = unitName(due.unit);
  const name = `${over.charAt(0).toLowerCase()}${over.slice(1)}`;
  const note = intl.formatMessage({ id: 'reorganisations.draft-note' }, { number, title });
  const draft = {
    id: draftId,
    unitId: due.unit.id,
    title: intl.formatMessage({ id: 'reorganisations.draft-title' }, { title }).slice(0, 500),
    issuer: intl.formatMessage({ id: 'reorganisations.draft-issuer' }, { name }),
    effectiveFrom: on,
    basis: intl
      .formatMessage({ id: 'reorganisations.draft-basis' }, { number, title })
      .split('\n')
      .map((line) => line.slice(0, 500)),
    start: { from: 'reorganisation' as const, reorganisationId: id, note: note.slice(0, 500) },
  };
  return (
    <Button
      type="primary"
      icon={<FileAddOutlined aria-hidden />}
      loading={begin.isPending}
      onClick={() => begin.mutate(draft, { onSuccess: (begun) => open(begun.id), onError: failed })}
    >
      <FormattedMessage id="reorganisations.draft" values={{ communes: due.communes }} />
    </Button>
  );
}
