import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CriteriaFile } from './criteria-file.ts';

/** The schema that editors check `criteria/*.yaml` by. */
const schema = z.toJSONSchema(CriteriaFile, { io: 'input' });
const file = new URL('../../criteria/criteria.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
