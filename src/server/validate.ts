import type { FastifyInstance } from 'fastify';
import type { ZodType } from 'zod';
import { parse } from './problem.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** What the route does, in a few words, for the OpenAPI document. */
    readonly summary?: string;
  }
}

/** Every parameter, query and body is checked by the zod schema of its route; what is wrong is answered with INPUT. */
export function checkBySchema(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema }) => (value) => {
    try {
      return { value: parse(schema as unknown as ZodType, value) };
    } catch (error) {
      return { error: error as Error };
    }
  });
  // Schemas of answers describe them; what is sent is what the handler made.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
}
