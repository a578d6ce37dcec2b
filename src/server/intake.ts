import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { YuantuError } from '../model/errors.ts';

/** Bytes that give a body a second more. */
const A_SECOND = 64 * 1024;

/** A body that goes through here, and how much of it has come: its route may take no more than so much. */
type Body = PassThrough & { receivedEncodedLength: number };

/** Takes bodies in, so many at a time. */
export interface Intake {
  /** The body, as it comes; it ends in an error where it is too slow, or gives way. */
  take(request: IncomingMessage, payload: Readable): Body;
}

/**
 * Opens an intake for `most` bodies at a time. None is refused: where all places are taken the one that has been coming longest
 * gives way, for an honest body comes in a moment, and those that never end are the oldest. A body has `time` milliseconds to
 * come, and a second more for each 64 KB that came.
 */
export function openIntake(most: number, time: number): Intake {
  // In the order in which they began.
  const coming = new Set<(why: string) => void>();
  return {
    take(request, payload) {
      const body: Body = Object.assign(new PassThrough(), { receivedEncodedLength: 0 });
      // A route that has answered before the body came listens no more, and an error that nobody hears ends the process.
      body.on('error', () => {});
      const began = performance.now();
      let timer: NodeJS.Timeout;
      const leave = () => {
        clearTimeout(timer);
        coming.delete(giveUp);
      };
      const giveUp = (why: string) => {
        leave();
        payload.unpipe(body);
        body.destroy(new YuantuError('TIMEOUT', why));
      };
      const watch = () => {
        const left = began + time + (body.receivedEncodedLength / A_SECOND) * 1000 - performance.now();
        if (left <= 0) giveUp(`the body did not come in time; ${body.receivedEncodedLength} bytes came`);
        else timer = setTimeout(watch, left).unref();
      };
      watch();
      coming.add(giveUp);
      const [oldest] = coming;
      if (coming.size > most) oldest?.('too many bodies were coming, and this one had been the longest');
      payload.on('data', (chunk: Buffer) => {
        body.receivedEncodedLength += chunk.length;
      });
      payload.once('error', (error) => body.destroy(error));
      payload.once('end', leave);
      request.once('close', leave);
      return payload.pipe(body);
    },
  };
}
