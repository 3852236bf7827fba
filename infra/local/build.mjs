import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toolEnv } from './install.mjs';
import { runLogged, tail } from './log.mjs';
import { checkout, readJson, tools, writeJson } from './place.mjs';
import { Refusal } from './step.mjs';

const stamp = join(tools, 'build.json');
const rootFiles = ['package-lock.json', 'nx.json', '.swcrc', 'tsconfig.base.json'];

/**
 * Builds what ships unless nothing has changed since the last build. With `only`, just those projects and what
 * they stand on: a running gateway knows the files of the pages it was started with, so that a migration beside
 * it must leave them as they are.
 */
export async function build({ only = null } = {}) {
  const sources = fingerprint();
  const last = readJson(stamp);
  if (
    last?.sources === sources &&
    last.outputs.every((output) => existsSync(join(checkout, output)))
  ) {
    return 'unchanged';
  }
  const nx = ['run-many', '-t', 'build', '--output-style=static'];
  if (only) nx.push(`--projects=${only.join(',')}`);
  if (!(await runLogged('build', 'nx', nx, { env: toolEnv() }))) {
    throw new Refusal(`The build failed. The end of .local/log/build.log:\n\n${tail('build', 40)}`);
  }
  if (!only) writeJson(stamp, { sources, outputs: outputs() });
  return 'built';
}

/** What the present build was made from. */
export const builtFrom = () => readJson(stamp)?.sources ?? null;

/** One hash over everything a build reads. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...rootFiles, ...['libs', 'services', 'apps'].flatMap(sourcesIn)].sort()) {
    const path = join(checkout, file);
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  const root = join(checkout, folder);
  const files = [];
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const below = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!['node_modules', 'dist', 'e2e'].includes(entry.name)) visit(below);
      } else if (!/\.test\.tsx?$/.test(entry.name)) files.push(relative(checkout, below));
    }
  };
  if (existsSync(root)) visit(root);
  return files;
}

function outputs() {
  return ['libs', 'services', 'apps']
    .flatMap((folder) =>
      readdirSync(join(checkout, folder)).map((name) => `${folder}/${name}/dist`),
    )
    .filter((output) => existsSync(join(checkout, output)));
}
