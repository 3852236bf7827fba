import { type PaperKind, paperKinds } from '@antt/contracts';
import { FormattedMessage } from 'react-intl';

/** "Mẫu 04 · Biên bản kết quả xét tuyển" */
export function PaperName({ kind }: { kind: PaperKind }) {
  const name = <FormattedMessage id={`forms.kind.${kind}`} />;
  const { form } = paperKinds[kind];
  return form === null ? (
    name
  ) : (
    <FormattedMessage id="forms.form" values={{ number: form, name }} />
  );
}
