import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { YuantuError } from '../../model/errors.ts';
import type { Gate } from '../access.ts';
import { parse } from '../problem.ts';

const SignIn = z.strictObject({ token: z.string().min(1).max(1000) });

const page = (isWrong: boolean): string => `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>园图 Yuantu</title>
<h1>园图 Yuantu</h1>
${isWrong ? '<p role="alert">令牌不对。That token is not known here.</p>' : ''}
<form method="post" action="/sign-in">
<label>令牌 Token <input name="token" type="password" autocomplete="current-password" required autofocus></label>
<button>进入 Sign in</button>
</form>
</html>
`;

/** A page where a person in a browser gives a token, once: a cookie remembers the role, not the token. */
export function signInRoutes(app: FastifyInstance, gate: Gate): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get('/sign-in', { config: { role: 'anyone' } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page(false)),
  );
  app.post('/sign-in', { config: { role: 'anyone' } }, async ({ body }, reply) => {
    const { token } = parse(SignIn, body);
    const role = gate.roleOf(token);
    reply.header('cache-control', 'no-store');
    if (role === undefined) return reply.code(401).type('text/html; charset=utf-8').send(page(true));
    return reply.header('set-cookie', gate.cookieFor(role)).redirect('/', 303);
  });
}

/** Whether a failed request is of a person who opened a page: then the way to sign in says more than an error. */
export function wantsSignIn(error: unknown, accept: string | undefined): boolean {
  return (
    error instanceof YuantuError && error.code === 'UNAUTHENTICATED' && (accept ?? '').includes('text/html')
  );
}
