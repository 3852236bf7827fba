import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { PolicyFile } from './policy-file.ts';

/** The schema that editors check `policies/*.yaml` by. */
const schema = z.toJSONSchema(PolicyFile, { io: 'input' });
const file = new URL('../../policies/policy.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
