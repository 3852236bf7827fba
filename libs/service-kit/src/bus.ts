import { connect, type NatsConnection } from '@nats-io/transport-node';

/**
 * Connects to the bus. Reconnects for ever; the inbox carries the user's name because the server lets each
 * process read only its own.
 */
export function connectBus(url: string, name: string): Promise<NatsConnection> {
  const { host, username, password } = new URL(url);
  return connect({
    servers: host,
    name,
    ...(username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {}),
    inboxPrefix: `_INBOX_${name}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    pingInterval: 5_000,
    maxPingOut: 2,
    // A stack trace made for each request in case it fails costs a tenth of the request.
    noAsyncTraces: true,
  });
}
