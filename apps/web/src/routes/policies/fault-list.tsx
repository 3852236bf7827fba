import type { PolicyDocument, PolicyFault } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { anchorOf, faultWords, placeWords } from './place-words.ts';

type Props = {
  document: PolicyDocument;
  faults: readonly PolicyFault[];
  /** Goes to the place on this page; without it, the element of that place is looked for. */
  onGo?: (path: string) => void;
};

/** Brings a place of the document into view, with the keyboard. */
export function goTo(path: string) {
  const element = document.getElementById(anchorOf(path));
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

/** What stands against adoption, each with its place; values that nobody compared are told as one. */
export function FaultList({ document, faults, onGo = goTo }: Props) {
  const intl = useIntl();
  const unconfirmed = faults.filter(({ code }) => code === 'not-confirmed');
  const others = faults.filter(({ code }) => code !== 'not-confirmed');
  const first = unconfirmed[0];
  return (
    <ul className="fault-list">
      {others.map((fault, n) => (
        <li key={`${fault.path} ${fault.code} ${n}`}>
          <a
            href={`#${anchorOf(fault.path)}`}
            onClick={(event) => {
              event.preventDefault();
              onGo(fault.path);
            }}
          >
            {placeWords(intl, document, fault.path)}
          </a>
          <span>{faultWords(intl, document, fault)}</span>
          {fault.code === 'table-value-missing' && (
            <PlaceLink path="/rate-tables">
              <FormattedMessage id="policies.to-rate-tables" />
            </PlaceLink>
          )}
        </li>
      ))}
      {first && (
        <li>
          <a
            href={`#${anchorOf(first.path)}`}
            onClick={(event) => {
              event.preventDefault();
              onGo(first.path);
            }}
          >
            <FormattedMessage id="policies.unconfirmed" values={{ count: unconfirmed.length }} />
          </a>
          <span>
            {unconfirmed
              .slice(0, 3)
              .map(({ path }) => placeWords(intl, document, path))
              .join('; ')}
            {unconfirmed.length > 3 && '; …'}
          </span>
        </li>
      )}
    </ul>
  );
}
