import { createServer as listen, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';

export type Message = { headers: IncomingMessage['headers']; body: string };

/** For tests: a gateway for messages on this machine, that answers as it is told. */
export async function messageGateway() {
  const received: Message[] = [];
  const said = { status: 202 };
  const server = listen((request, answer) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      answer.writeHead(said.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}/gui`, received, said, stop };
}

/** For tests: a mail relay on this machine that takes everything; what it took, as it came. */
export async function mailRelay() {
  const received: string[] = [];
  const server = createServer((socket) => {
    let letter: string | null = null;
    socket.on('error', () => {});
    socket.write('220 relay\r\n');
    socket.on('data', (piece: Buffer) => {
      for (const line of piece.toString().split('\r\n').slice(0, -1)) {
        if (letter !== null) {
          if (line === '.') {
            received.push(letter);
            letter = null;
            socket.write('250 taken\r\n');
          } else letter += `${line}\n`;
        } else if (line === 'DATA') {
          letter = '';
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 relay\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, received, stop };
}
