import { removeCluster } from './jest-setup.mjs';

export default async function tearDown() {
  if (globalThis.testCluster) await removeCluster(globalThis.testCluster);
}
