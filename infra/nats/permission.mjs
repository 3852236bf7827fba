/**
 * Who may say and hear what on the bus. A process hears only the requests meant for it and the
 * answers to its own questions; it publishes facts only under its own name.
 */
export const processes = {
  identity: { hears: ['identity.>'], facts: ['event.identity.>'] },
  organisation: { hears: ['organisation.>'], facts: ['event.organisation.>'] },
  gateway: { hears: ['gateway.>'], facts: [] },
};

export const inbox = (name) => `_INBOX_${name}`;

/** The permissions of one process as nats-server takes them. */
export function permissions(name) {
  const { hears, facts } = processes[name];
  const requests = Object.keys(processes).map((other) => `${other}.>`);
  return {
    subscribe: { allow: [...hears, `${inbox(name)}.>`] },
    publish: {
      allow: [...requests, ...facts, '$JS.API.>', '$JS.ACK.>', '$JS.FC.>', '$O.>'],
      // The history of facts is never thrown away by a process.
      deny: ['$JS.API.STREAM.DELETE.>', '$JS.API.STREAM.PURGE.EVENTS'],
    },
    // Answers go to whoever asked, once per question.
    allow_responses: { max: 1, expires: '1m' },
  };
}
