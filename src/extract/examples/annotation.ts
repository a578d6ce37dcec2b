import type { EntityType } from '../../model/entity.ts';
import type { RelationType } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';

/** What a reader says of an article: things with their names, relations with the words that say them. */
export interface Annotation {
  readonly entities: readonly {
    readonly id: string;
    readonly type: EntityType;
    readonly name: string;
    readonly aliases?: readonly string[];
    readonly attrs?: Readonly<Record<string, string | number>>;
    /** Where the text names it, in the original text; absent where only the names are annotated. */
    readonly mentions?: readonly Span[];
  }[];
  readonly relations: readonly {
    readonly from: string;
    readonly type: RelationType;
    readonly to: string;
    readonly attrs?: { readonly title?: string };
    readonly quote?: string;
  }[];
}

/** An article with what a reader says of it. `group` is the folder it comes from. */
export interface AnnotatedText {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly gold: Annotation;
}
