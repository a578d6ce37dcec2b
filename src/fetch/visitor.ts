import { setTimeout } from 'node:timers/promises';
import robots, { type Robot } from 'robots-parser';
import { YuantuError } from '../model/errors.ts';
import { AGENT, ask, type Received, type RequestLimits } from './request.ts';

/** What a visitor keeps to. */
export interface Manners extends RequestLimits {
  /** Seconds between two requests to a host, at least: it may ask for more. */
  readonly delay: number;
  readonly pause?: ((milliseconds: number, signal: AbortSignal) => Promise<unknown>) | undefined;
}

// The package is CommonJS and is the function itself, though its types say otherwise.
const parseRobots = robots as unknown as typeof robots.default;

const sleep = (milliseconds: number, signal: AbortSignal) => setTimeout(milliseconds, undefined, { signal });

const MOST_REDIRECTS = 5;
/** What is read of a robots.txt. Source: RFC 9309, 2.5 */
const MOST_ROBOTS = 500_000;
/** A host that asks for longer waits is not waited for: what is asked of it in one run is told to be too much. */
const LONGEST_DELAY = 60;

/** Where a page was in the end, and what it is. */
export interface Visited extends Received {
  readonly url: URL;
}

/**
 * Asks for pages as a guest does: what `robots.txt` forbids is not asked for, hosts are asked one request after another with a
 * pause in between, and one that says that it is too much is left alone for the rest of the run.
 */
export class Visitor {
  private readonly manners: Manners;
  private readonly robots = new Map<string, Promise<Robot>>();
  private readonly asked = new Map<string, number>();
  private readonly left = new Map<string, YuantuError>();

  constructor(manners: Manners) {
    this.manners = manners;
  }

  /**
   * A page, after up to five redirects, each to be allowed as the first address is.
   *
   * @throws {YuantuError} FORBIDDEN where it may not be asked for, INPUT where it does not answer, RATE where it was too much.
   */
  async visit(address: URL, headers: Readonly<Record<string, string>> = {}): Promise<Visited> {
    let url = address;
    for (let i = 0; i <= MOST_REDIRECTS; i++) {
      const robot = await this.robotOf(url);
      // A host's own file on the other hand is always there to be asked for.
      if (robot.isDisallowed(url.href, AGENT) === true)
        throw new YuantuError('FORBIDDEN', 'its robots.txt asks not to fetch it');
      // What is known of the first address says nothing of another.
      const received = await this.ask(url, url === address ? headers : {}, robot.getCrawlDelay(AGENT));
      const next = redirectOf(received);
      if (next === undefined) return { ...received, url };
      url = new URL(next, url);
    }
    throw new YuantuError('INPUT', `leads on more than ${MOST_REDIRECTS} times`);
  }

  private async ask(
    url: URL,
    headers: Readonly<Record<string, string>>,
    wanted = 0,
    bytes = this.manners.bytes,
  ): Promise<Received> {
    const { host } = url;
    const left = this.left.get(host);
    if (left !== undefined) throw left;
    const delay = Math.max(this.manners.delay, wanted);
    if (delay > LONGEST_DELAY && this.asked.has(host))
      throw new YuantuError(
        'RATE',
        `${host} asks to wait ${delay} s between two requests; fetch again later`,
      );
    const due = (this.asked.get(host) ?? Number.NEGATIVE_INFINITY) + delay * 1000;
    const wait = due - performance.now();
    const { pause = sleep, signal } = this.manners;
    if (wait > 0) await pause(wait, signal);
    try {
      const received = await ask(url, headers, { ...this.manners, bytes });
      if (received.status === 429 || received.status === 503)
        this.left.set(
          host,
          new YuantuError('RATE', `${host} has too much to do (${received.status}); fetch again later`),
        );
      return received;
    } finally {
      this.asked.set(host, performance.now());
    }
  }

  private robotOf(url: URL): Promise<Robot> {
    const known = this.robots.get(url.origin) ?? this.readRobots(new URL('/robots.txt', url));
    this.robots.set(url.origin, known);
    return known;
  }

  /** Without one everything is allowed; where it cannot be had for now, nothing is. Source: RFC 9309, 2.3.1 */
  private async readRobots(address: URL): Promise<Robot> {
    let url = address;
    for (let i = 0; i <= MOST_REDIRECTS; i++) {
      const received = await this.ask(url, {}, 0, MOST_ROBOTS);
      const next = redirectOf(received);
      if (next === undefined) {
        const { status, body } = received;
        if (status >= 500) return parseRobots(address.href, 'User-agent: *\nDisallow: /');
        return parseRobots(address.href, status === 200 ? body.toString('utf8') : '');
      }
      url = new URL(next, url);
    }
    return parseRobots(address.href, '');
  }
}

function redirectOf({ status, header }: Received): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? header('location') : undefined;
}
