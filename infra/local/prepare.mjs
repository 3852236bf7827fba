import { continueOnPinnedNode, installDependencies } from './install.mjs';
import { Refusal, step } from './step.mjs';

/** What every command needs first: a machine it can work on, the dependencies, the pinned Node. */
export async function prepare() {
  if (process.platform !== 'linux') {
    throw new Refusal(
      'This command supervises its processes the Linux way. Elsewhere use: docker compose up',
    );
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  }
  // Tests start platforms from a checkout that is prepared, while others may be working in it.
  if (process.env.ANTT_PREPARED) return;
  // The first Node has said it already when the pinned one goes on.
  if (process.env.ANTT_FOLLOWS_PARENT) await installDependencies();
  else await step('dependencies', installDependencies);
  await continueOnPinnedNode();
}
