import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Opens a connection to a port of this machine; what breaks it is no error of the test. */
export async function dial(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket.on('error', () => {});
}

/** Sends bytes and gives what comes back until the connection ends. */
export async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = await dial(port);
  socket.setEncoding('latin1').write(bytes, 'latin1');
  let text = '';
  for await (const piece of socket) text += piece;
  return text;
}
