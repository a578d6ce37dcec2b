import { type ErrorCode, YuantuError } from '../../model/errors.ts';

/**
 * An error of the driver or the server as ours. `shift` is what stood before the user's text on its first line when the error was
 * raised.
 */
export function toNeo4jError(cause: unknown, place: string, shift = 0): YuantuError {
  if (cause instanceof YuantuError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = String((cause as { readonly code?: unknown }).code ?? '');
  const unreachable = code === 'ServiceUnavailable' || code === 'SessionExpired';
  const [ours, message] = unreachable
    ? (['STORE', describeSilence(cause, place)] as const)
    : describe(code, text, place, shift);
  return new YuantuError(ours, message, { cause });
}

/** Whether nobody answers there, so that trying again would only take time. */
export function isSilence(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === 'ServiceUnavailable';
}

/** The first line, with the place in the user's own text; a list of all that might stand there is cut short. */
function tidy(text: string, shift: number): string {
  const [short = ''] = text.split('\n');
  return short
    .replace(/(expected (?:'[^']*', ){6})(?:[^(]*)(?= \(line)/, '$1…')
    .replace(/\(line (\d+), column (\d+) \(offset: \d+\)\)/g, (_, line, column) => {
      return `(line ${line}, column ${Number(column) - (line === '1' ? shift : 0)})`;
    });
}

function describe(code: string, text: string, place: string, shift: number): [ErrorCode, string] {
  const short = tidy(text, shift);
  if (code.includes('.Security.AuthenticationRateLimit'))
    return [
      'STORE',
      `Neo4j at ${place} refuses log-ins for a while after several wrong ones; wait, then give the right password.`,
    ];
  if (code.includes('.Security.') && code.includes('Unauthorized'))
    return [
      'STORE',
      `Neo4j at ${place} does not know this user and password; set NEO4J_USER and NEO4J_PASSWORD.`,
    ];
  if (code.includes('.Security.CredentialsExpired'))
    return [
      'STORE',
      `The password for ${place} has to be changed first: ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'.`,
    ];
  if (code.includes('.Security.')) return ['FORBIDDEN', `Neo4j at ${place} does not allow it: ${short}`];
  if (code.includes('.Database.DatabaseNotFound'))
    return ['STORE', `${place}: ${short} Name another with --database, or make it.`];
  if (code.endsWith('.Statement.AccessMode') || code.endsWith('.ForbiddenDueToTransactionType'))
    return [
      'FORBIDDEN',
      'This statement writes, and only reading is allowed here; on the command line, --write allows it.',
    ];
  if (code.includes('TransactionTimedOut'))
    return [
      'LIMIT',
      'The query took longer than allowed and was stopped; name more of what it starts from, or add a LIMIT.',
    ];
  if (code.includes('MemoryPoolOutOfMemory') || code.includes('MemoryLimit'))
    return ['LIMIT', `The query needs more memory than Neo4j gives it: ${short}`];
  if (
    code.includes('.Schema.ConstraintCreationFailed') ||
    code.includes('.Schema.ConstraintWithNameAlreadyExists') ||
    code.includes('.Schema.IndexAlreadyExists') ||
    code.includes('.Schema.IndexWithNameAlreadyExists')
  )
    return [
      'STORE',
      `${place} holds data or a schema that does not fit; drop what is named here (DROP INDEX or DROP CONSTRAINT) or mend the data, and run this again: ${short}`,
    ];
  if (code.includes('.Statement.') || code.includes('.Schema.') || code.includes('.Procedure.'))
    return ['QUERY', short];
  return ['STORE', `Neo4j at ${place} failed: ${code === '' ? '' : `${code}: `}${short}`];
}

/** What the driver says, through Node and OpenSSL, of a certificate signed by itself or by an unknown, or that is over or of another name. */
const UNTRUSTED = /certificate is not trusted|_CERT|CERT_|altname/iu;

/** Why nobody answers. A driver that routes hides the reason in causes of causes, behind a paragraph of advice. */
function describeSilence(cause: unknown, place: string): string {
  let deepest = cause;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  const text = deepest instanceof Error ? deepest.message : String(deepest);
  const why = /(?:responded with|Caused by): ([^\n]*)$/u.exec(text)?.[1] ?? text.split('\n')[0];
  const secure = /^\w+\+s/u.test(place);
  if (secure && UNTRUSTED.test(text))
    return `Neo4j at ${place} shows a certificate that this machine does not trust (${why}). Name the file of who signed it in NODE_EXTRA_CA_CERTS, or take it as it is with +ssc in place of +s.`;
  const hint = secure
    ? 'With +s and +ssc it must speak TLS; neo4j:// and bolt:// speak without.'
    : 'If it only speaks TLS, say neo4j+s:// or bolt+s://.';
  return `No Neo4j answers at ${place} (${why}); is it started, and are the address and port right? ${hint}`;
}
