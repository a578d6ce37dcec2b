import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ROLES, type Role } from '../contract/roles.ts';
import { YuantuError } from '../model/errors.ts';

/** The secrets, by role; absent where nobody has the role. */
export type Tokens = Partial<Readonly<Record<Role, string>>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; default: a reader may GET, an editor may all else. `anyone` needs no token. */
    readonly role?: Role | 'anyone';
  }
  interface FastifyRequest {
    /** Who asks; absent for a stranger. */
    role?: Role;
  }
}

/** Characters that a token has at least. */
export const SHORTEST_TOKEN = 16;

const COOKIE = 'yuantu';
/** Seconds that a browser stays signed in. */
const SESSION = 7 * 24 * 3600;

/** Tells roles by tokens and by cookies. */
export interface Gate {
  /** The role of a token; `undefined` for a wrong one. Takes as long for any token. */
  roleOf(token: string): Role | undefined;
  /** The `Set-Cookie` of a role. It holds no token, only a mark that this server can check. */
  cookieFor(role: Role): string;
}

/**
 * Tells of every request who asks, by its token: `Authorization: Bearer`, or the cookie that signing in gives. Nobody is turned
 * away here. Without tokens everyone is an editor: then the server must listen on the loopback alone.
 */
export function recognise(app: FastifyInstance, tokens: Tokens, now: () => number = Date.now): Gate {
  const known = ROLES.flatMap((role) => {
    const token = tokens[role];
    return token === undefined ? [] : [{ role, digest: sha256(token) }];
  });
  // New tokens sign everyone out.
  const key = sha256(known.map(({ role, digest }) => `${role} ${digest.toString('hex')}`).join('\n'));
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

  const gate: Gate = {
    roleOf(token) {
      const digest = sha256(token);
      let found: Role | undefined;
      for (const one of known) if (timingSafeEqual(one.digest, digest)) found = one.role;
      return found;
    },
    cookieFor(role) {
      const content = `${role}.${Math.floor(now() / 1000) + SESSION}`;
      return `${COOKIE}=${content}.${sign(content)}; Path=/; Max-Age=${SESSION}; HttpOnly; SameSite=Strict`;
    },
  };
  const roleOfCookie = (header = ''): Role | undefined => {
    const value = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`, 'u').exec(header)?.[1] ?? '';
    const [role = '', ends = '', mark = ''] = value.split('.');
    const isGenuine = timingSafeEqual(sha256(mark), sha256(sign(`${role}.${ends}`)));
    return isGenuine && Number(ends) * 1000 > now() ? ROLES.find((one) => one === role) : undefined;
  };
  const roleOfRequest = ({ headers }: FastifyRequest): Role | undefined => {
    const [, token] = /^Bearer (\S+)$/iu.exec(headers.authorization ?? '') ?? [];
    return token === undefined ? roleOfCookie(headers.cookie) : gate.roleOf(token);
  };

  app.addHook('onRequest', async (request) => {
    const role = known.length === 0 ? 'editor' : roleOfRequest(request);
    if (role !== undefined) request.role = role;
  });
  return gate;
}

/** Lets each role do what it may, and asks a stranger for a token. What is nowhere is told to whoever may read. */
export function admit(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, role, is404, routeOptions }) => {
    const reads = method === 'GET' || method === 'HEAD' || is404;
    const { role: needed = reads ? 'reader' : 'editor' } = routeOptions.config;
    if (needed === 'anyone') return;
    if (role === undefined)
      throw new YuantuError(
        'UNAUTHENTICATED',
        'give a token: Authorization: Bearer …, or sign in at /sign-in',
      );
    if (ROLES.indexOf(role) < ROLES.indexOf(needed))
      throw new YuantuError('FORBIDDEN', `a ${role} may not do this; it takes the role of ${needed}`);
  });
}

/**
 * Refuses to start a server that strangers could reach without a token, or with one that can be guessed.
 *
 * @throws {YuantuError} SETTING
 */
export function checkTokens(tokens: Tokens, host: string): void {
  for (const role of ROLES) {
    const token = tokens[role];
    if (token !== undefined && (token.length < SHORTEST_TOKEN || /\s/u.test(token)))
      throw new YuantuError(
        'SETTING',
        `the token of the ${role} is too short or has blanks; give ${SHORTEST_TOKEN} characters or more, as from: openssl rand -hex 24`,
      );
  }
  const all = Object.values(tokens);
  if (new Set(all).size < all.length)
    throw new YuantuError('SETTING', 'two roles have the same token; give each its own');
  if (all.length === 0 && !isLoopback(host))
    throw new YuantuError(
      'SETTING',
      `others can reach ${host}, so a token is needed; set YUANTU_TOKEN_EDITOR, _REVIEWER or _READER, as from: openssl rand -hex 24`,
    );
}

function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  if (isIP(name) === 4) return name.startsWith('127.');
  return name === '::1' || name === 'localhost' || name.endsWith('.localhost');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
