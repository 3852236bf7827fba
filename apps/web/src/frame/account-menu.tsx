import { Button, Popover } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate } from 'react-router';
import { useLanguage } from '../i18n/language-context.ts';
import { deviceOf } from '../session/device.ts';
import { useMe } from '../session/me.ts';
import { signOut } from '../session/session.ts';
import { PlaceLink } from './place-link.tsx';

/** People here are called by their given name, the last word. */
const initial = (fullName: string) =>
  (
    fullName
      .replace(/\(.*\)/, '')
      .trim()
      .split(' ')
      .at(-1) ?? '?'
  )
    .charAt(0)
    .toUpperCase();

/** Who I am, what I may do, the language, the password, the way out. */
export function AccountMenu() {
  const { account, roles } = useMe();
  const { language, choose } = useLanguage();
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const unsent = deviceOf()?.unsent ?? 0;
  /** What is not sent is said before the door closes behind it. */
  const leave = () => {
    setOpen(false);
    if (unsent > 0) void navigate('/outbox?leaving=yes');
    else void signOut();
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="account-panel">
          <div className="who">
            <b>{account.fullName}</b>
            <span>{account.username}</span>
            {roles.map((role) => (
              <span key={role}>
                <FormattedMessage id={`role.${role}`} />
              </span>
            ))}
          </div>
          <button type="button" onClick={() => choose(language === 'vi' ? 'en' : 'vi')}>
            <FormattedMessage id="account.other-language" />
          </button>
          <PlaceLink path="/password" onClick={() => setOpen(false)}>
            <FormattedMessage id="account.password" />
          </PlaceLink>
          <PlaceLink path="/notices" onClick={() => setOpen(false)}>
            <FormattedMessage id="account.notices" />
          </PlaceLink>
          <PlaceLink path="/tokens" onClick={() => setOpen(false)}>
            <FormattedMessage id="account.tokens" />
          </PlaceLink>
          {unsent > 0 && (
            <PlaceLink path="/outbox" onClick={() => setOpen(false)}>
              <FormattedMessage id="account.outbox" />
            </PlaceLink>
          )}
          <button type="button" onClick={leave}>
            <FormattedMessage id="account.sign-out" />
          </button>
        </div>
      }
    >
      <Button type="text" className="account-control" aria-expanded={open}>
        <span className="initial" aria-hidden data-letter={initial(account.fullName)} />
        <span className="word clip">{account.fullName}</span>
      </Button>
    </Popover>
  );
}
