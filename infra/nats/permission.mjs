/**
 * Who may hear and tell what on the bus. A service hears the requests meant for it, and tells facts only
 * under its own name; the gateway hears facts and progress as they pass, to hand them on to open pages.
 */
export const processes = {
  identity: { hears: ['identity.>'], tells: ['event.identity.>', 'live.>'] },
  organisation: { hears: ['organisation.>'], tells: ['event.organisation.>', 'live.>'] },
  personnel: { hears: ['personnel.>'], tells: ['event.personnel.>', 'live.>'] },
  activity: { hears: ['activity.>'], tells: ['event.activity.>', 'live.>'] },
  gateway: { hears: ['event.>', 'live.>'], tells: [] },
};

/** Requests that anybody on the bus may send; the service checks whether they are allowed. */
const requests = ['identity.>', 'organisation.>', 'personnel.>', 'activity.>'];

/** The permissions of one process as nats-server takes them. */
export function permissions(name) {
  const { hears, tells } = processes[name];
  return {
    // Answers to its own questions come to an inbox that nobody else can read.
    subscribe: { allow: [...hears, `_INBOX_${name}.>`] },
    publish: {
      allow: [...requests, ...tells, '$JS.API.>', '$JS.ACK.>', '$JS.FC.>', '$O.>'],
      // The history of facts is never thrown away by a process.
      deny: ['$JS.API.STREAM.DELETE.>', '$JS.API.STREAM.PURGE.EVENTS'],
    },
    // Answers go to whoever asked, once per question.
    allow_responses: { max: 1, expires: '1m' },
  };
}
