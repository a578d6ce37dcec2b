import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { YuantuError } from '../../model/errors.ts';
import type { AnnotatedText, Annotation } from './annotation.ts';
import { readWritten } from './written.ts';

/**
 * The annotated articles of a folder, by name: `gold/NAME.json` beside `text/NAME.txt`, or articles with their annotation inside.
 *
 * @throws {YuantuError} `INPUT` when the folder holds neither.
 */
export function readAnnotatedTexts(folder: string): AnnotatedText[] {
  const group = basename(folder);
  if (existsSync(join(folder, 'gold')))
    return readdirSync(join(folder, 'gold'))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const id = basename(file, '.json');
        const text = readFileSync(join(folder, 'text', `${id}.txt`), 'utf8').replace(/^\uFEFF/u, '');
        return {
          id,
          group,
          text,
          gold: JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')) as Annotation,
        };
      });
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  if (files.length === 0)
    throw new YuantuError('INPUT', `${folder}: holds neither gold/ and text/ nor annotated .txt files`);
  return files
    .sort()
    .map((file) =>
      readWritten(
        join(folder, file),
        basename(file, '.txt'),
        group,
        readFileSync(join(folder, file), 'utf8'),
      ),
    );
}
