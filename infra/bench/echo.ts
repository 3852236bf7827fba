import { connect } from '@nats-io/transport-node';

/** The other end of a bare round trip: a process that sends back what it is sent. */
const { ECHO_URL = '' } = process.env;
const { host, username, password } = new URL(ECHO_URL);
const connection = await connect({ servers: host, user: username, pass: password });
connection.subscribe('organisation.bench-echo', {
  callback: (_, message) => void message.respond(message.data),
});
await connection.flush();
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
