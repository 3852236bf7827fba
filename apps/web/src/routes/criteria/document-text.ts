import { useIntl } from 'react-intl';

/** Names of the document's members and values; a value without a name (a kind of village) is its own. */
export function useDocumentText() {
  const { messages } = useIntl();
  const known = messages as Record<string, unknown>;
  const text = (id: string) => (typeof known[id] === 'string' ? known[id] : undefined);
  return {
    /** `kind` tells members of one name apart: a list of rules from a number. */
    label: (name: string, kind: string) =>
      text(`criteria.field.${name}.${kind}`) ?? text(`criteria.field.${name}`) ?? name,
    value: (value: string) => text(`criteria.value.${value}`) ?? text(`metric.${value}`) ?? value,
  };
}
