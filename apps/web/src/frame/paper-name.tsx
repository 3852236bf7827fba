import { type PaperKind, paperKinds } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';

/** "Mẫu 04 · Biên bản kết quả xét tuyển" */
export function PaperName({ kind }: { kind: PaperKind }) {
  return (
    <FormattedMessage
      id="forms.form"
      values={{
        number: paperKinds[kind].form,
        name: <FormattedMessage id={`forms.kind.${kind}`} />,
      }}
    />
  );
}
