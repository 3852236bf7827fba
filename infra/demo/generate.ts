import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDemo, toFiles } from './demo.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node --conditions=antt-source infra/demo/generate.ts <folder>');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
for (const [name, content] of await toFiles(createDemo())) {
  await writeFile(join(folder, name), content);
  console.log(`${name}  ${content.length.toLocaleString('en')}`);
}
