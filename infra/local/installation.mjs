import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { local, readJson, writeJson } from './place.mjs';
import { Refusal } from './step.mjs';

const file = () => join(local, 'installation.json');

/** What this folder holds: `{ kind: 'demo' | 'real', … }`, or null before the first start. */
export const installation = () => readJson(file());

export function noteInstallation(changes) {
  writeJson(file(), { ...installation(), ...changes });
}

/**
 * The kind of data to work with. A first start chooses, every later one keeps: demo and real data
 * never share an installation. A start without a wish takes what is there.
 */
export function chooseKind(args, present = installation()?.kind) {
  const wish = args.includes('--empty') ? 'real' : args.includes('--demo') ? 'demo' : null;
  if (present && wish && wish !== present) {
    const what = present === 'demo' ? 'the demo province' : 'real data';
    throw new Refusal(
      `This installation holds ${what}; demo and real data never share one.\n` +
        'Use another folder, or wipe this one with: npm run reset',
    );
  }
  return present ?? wish ?? 'demo';
}

/** The first administrator of an empty installation: from the environment, else asked for. */
export async function firstAdministrator(
  environment = process.env,
  terminal = process.stdin.isTTY,
) {
  const { ADMIN_USERNAME, ADMIN_PASSWORD, ADMIN_NAME } = environment;
  if (ADMIN_USERNAME && ADMIN_PASSWORD && ADMIN_NAME) {
    return { ADMIN_USERNAME, ADMIN_PASSWORD, ADMIN_NAME };
  }
  if (!terminal) {
    const missing = ['ADMIN_USERNAME', 'ADMIN_PASSWORD', 'ADMIN_NAME'].filter(
      (name) => !environment[name],
    );
    throw new Refusal(
      `An empty installation needs its first administrator, and there is no terminal to ask on.\nSet in the environment: ${missing.join(', ')}`,
    );
  }
  return askForAdministrator(environment);
}

async function askForAdministrator({ ADMIN_USERNAME, ADMIN_PASSWORD, ADMIN_NAME }) {
  let hidden = false;
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden || chunk.includes('\n')) process.stdout.write(chunk);
      done();
    },
  });
  const dialogue = createInterface({ input: process.stdin, output, terminal: true });
  // readline takes Ctrl-C for itself; it must stop the start as it does everywhere else.
  dialogue.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ask = async (question, secret = false) => {
    for (;;) {
      const answering = dialogue.question(question);
      hidden = secret;
      const answer = (await answering).trim();
      hidden = false;
      if (answer) return answer;
    }
  };
  try {
    process.stdout.write('\nThe first administrator of this installation\n');
    return {
      ADMIN_USERNAME: ADMIN_USERNAME || (await ask('  user name: ')),
      ADMIN_NAME: ADMIN_NAME || (await ask('  full name: ')),
      ADMIN_PASSWORD: ADMIN_PASSWORD || (await askTwice(ask)),
    };
  } finally {
    dialogue.close();
  }
}

async function askTwice(ask) {
  for (;;) {
    const first = await ask('  password (at least 12 characters, not shown): ', true);
    if (first.length < 12) process.stdout.write('  too short\n');
    else if (first === (await ask('  the same password again: ', true))) return first;
    else process.stdout.write('  the two differ\n');
  }
}
