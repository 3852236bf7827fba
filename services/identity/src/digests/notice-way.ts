import { createHmac } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { IdentitySettings } from '../config.ts';

/** How people are told outside the platform: mail by a relay, a message by the province's own gateway. */
export type NoticeWay = 'mail' | 'message';
/** The text carries figures alone: no name, no unit, no reason. */
export type Notice = { id: string; way: NoticeWay; address: string; subject: string; text: string };

/** Which ways the installation has; none unless it is told of one. */
export function waysOf({ SMTP_URL, WEBHOOK_URL }: IdentitySettings): Record<NoticeWay, boolean> {
  return { mail: SMTP_URL !== '', message: WEBHOOK_URL !== '' };
}

const longest = 10_000;

/** Sends one; throws where it was not taken. */
export function send(settings: IdentitySettings, notice: Notice): Promise<void> {
  return notice.way === 'mail' ? sendMail(settings, notice) : sendMessage(settings, notice);
}

async function sendMail({ SMTP_URL, MAIL_FROM }: IdentitySettings, notice: Notice): Promise<void> {
  const { id, address: to, subject, text } = notice;
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: longest,
    greetingTimeout: longest,
    socketTimeout: longest,
  });
  try {
    // The same id when it is sent again: who receives it twice can tell.
    await transport.sendMail({ from: MAIL_FROM, to, subject, text, messageId: `<${id}@antt>` });
  } finally {
    transport.close();
  }
}

/**
 * `POST` of `{id, to, text}` with `X-Antt-Signature: sha256=<HMAC of the body in hexadecimal digits>`; taken when
 * the answer is 2xx. The gateway leaves out an id that it has had.
 */
async function sendMessage(settings: IdentitySettings, { id, address, text }: Notice) {
  const { WEBHOOK_URL, WEBHOOK_SECRET } = settings;
  const body = JSON.stringify({ id, to: address, text });
  const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex');
  const answer = await fetch(WEBHOOK_URL, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(longest),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      'x-antt-signature': `sha256=${signature}`,
    },
    body,
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the gateway for messages answered ${answer.status}`);
}
