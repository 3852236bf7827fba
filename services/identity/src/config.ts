import { jobSettings } from '@antt/service-kit/config';
import { z } from 'zod';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Settings of the identity service beyond those of every service. */
export const identitySettings = jobSettings
  .extend({
    ACCESS_TOKEN_MINUTES: whole(1, 60)
      .default(10)
      .meta({ description: 'How long an access token holds before it is refreshed' }),
    SESSION_IDLE_HOURS: whole(1, 720)
      .default(24)
      .meta({ description: 'A session that is not used this long has ended' }),
    SESSION_LONGEST_DAYS: whole(1, 90)
      .default(14)
      .meta({ description: 'After this long one signs in again, however busy the session was' }),
    REFRESH_GRACE_SECONDS: whole(0, 60).default(10).meta({
      description:
        'How long after its use a refresh secret may come again (two tabs at once) before it counts as stolen',
    }),
    LOCK_AFTER: whole(3, 20).default(5).meta({
      description: 'Wrong passwords in a row after which a username is locked at an address',
    }),
    LOCK_STRANGERS_AFTER: whole(3, 1000).default(20).meta({
      description:
        'Wrong passwords in a row, from addresses it never signed in from, after which a username is locked at all of those',
    }),
    LOCK_FIRST_SECONDS: whole(1, 3600)
      .default(60)
      .meta({ description: 'Length of the first lock; each further wrong password doubles it' }),
    LOCK_LONGEST_MINUTES: whole(1, 1440)
      .default(15)
      .meta({ description: 'No lock is longer than this' }),
    ONE_TIME_PASSWORD_DAYS: whole(1, 365).default(30).meta({
      description: 'A one-time password that nobody used is worthless after this many days',
    }),
    DIGEST_AT: z
      .string()
      .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/)
      .default('06:30')
      .meta({ description: 'From when on in Viet Nam the daily digests are made, or off' }),
    PUBLIC_URL: z
      .union([z.literal(''), z.url()])
      .default('')
      .meta({ description: 'Address of the platform as people open it, for notices sent outside' }),
    SMTP_URL: z
      .union([z.literal(''), z.string().regex(/^smtps?:\/\//)])
      .default('')
      .meta({
        description: 'Relay for the digest by mail; without one no mail is sent',
        secret: true,
      }),
    MAIL_FROM: z
      .string()
      .default('ANTT cơ sở <khong-tra-loi@localhost>')
      .meta({ description: 'Sender of the mail' }),
    WEBHOOK_URL: z
      .union([z.literal(''), z.url()])
      .default('')
      .meta({
        description: "The province's own gateway for SMS or Zalo; without one no message is sent",
      }),
    WEBHOOK_SECRET: z
      .string()
      .default('')
      .meta({ description: 'Signs what is sent to the gateway (HMAC-SHA256)', secret: true }),
  })
  .refine(({ WEBHOOK_URL, WEBHOOK_SECRET }) => WEBHOOK_URL === '' || WEBHOOK_SECRET !== '', {
    path: ['WEBHOOK_SECRET'],
    error: 'needed with WEBHOOK_URL: a message that is not signed could come from anybody',
  });
export type IdentitySettings = z.infer<typeof identitySettings>;
