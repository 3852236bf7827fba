import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';

type Props = {
  part: 'background' | 'health';
  known: boolean;
  open: boolean;
  onOpen: () => void;
  children: ReactNode;
};

/** A part of a file that is written and never read back: whether it is there, and fields to write it (anew). */
export function SealedPart({ part, known, open, onOpen, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  // The button that was pressed went: the keyboard goes on in the first field.
  useEffect(() => {
    if (open) body.current?.querySelector('input')?.focus();
  }, [open]);
  return (
    <fieldset className="member-block">
      <legend>
        <FormattedMessage id={`recruitments.sealed.${part}`} />
      </legend>
      <p className="faint">
        {known && <LockOutlined aria-hidden />}{' '}
        <FormattedMessage
          id={known ? 'recruitments.sealed.known' : `recruitments.unknown.${part}`}
        />
      </p>
      {open ? (
        <div ref={body}>{children}</div>
      ) : (
        <Button onClick={onOpen}>
          <FormattedMessage
            id={known ? 'recruitments.sealed.again' : 'recruitments.sealed.record'}
            values={{
              part: (
                <span className="out-of-sight">
                  <FormattedMessage id={`recruitments.sealed.${part}`} />
                </span>
              ),
            }}
          />
        </Button>
      )}
    </fieldset>
  );
}
