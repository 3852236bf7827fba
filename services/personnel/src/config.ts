import { jobSettings } from '@antt/service-kit/config';
import { z } from 'zod';

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, {
  message: '32 bytes in base64',
});

/** Settings of the personnel service beyond those of every service. */
export const personnelSettings = jobSettings.extend({
  PERSONAL_DATA_KEYS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(key).min(1))
    .meta({
      description:
        'Keys that sensitive fields of people are encrypted with, each of 32 bytes in base64, with commas between: the first one encrypts, the others still decrypt',
      secret: true,
    }),
  PERSONAL_INDEX_KEY: key.meta({
    description:
      'Key by which equal citizen IDs are found without decrypting them, 32 bytes in base64; another one hides all earlier ones from the check for duplicates',
    secret: true,
  }),
});
export type PersonnelSettings = z.infer<typeof personnelSettings>;
