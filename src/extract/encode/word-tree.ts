interface Node {
  readonly next: Map<number, Node>;
  /** The lists that hold the word that ends here. */
  readonly lists: number[];
}

/** A hit of a list: the word from the place asked for to `end`. */
export interface Hit {
  readonly list: number;
  readonly end: number;
}

const makeNode = (): Node => ({ next: new Map(), lists: [] });

/** Words of many lists, looked up together: the cost of a place is the length of the longest word that begins there. */
export class WordTree {
  private readonly root = makeNode();

  constructor(words: Iterable<readonly [list: number, word: string]>) {
    for (const [list, word] of words) {
      if (!word) continue;
      let node = this.root;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(i);
        let next = node.next.get(code);
        if (!next) {
          next = makeNode();
          node.next.set(code, next);
        }
        node = next;
      }
      if (!node.lists.includes(list)) node.lists.push(list);
    }
  }

  /** The longest word of each list that begins at `start`, by number of list. */
  longestAt(text: string, start: number): Hit[] {
    const ends = new Map<number, number>();
    let node: Node | undefined = this.root;
    for (let i = start; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      for (const list of node.lists) ends.set(list, i + 1);
    }
    return [...ends].map(([list, end]) => ({ list, end })).sort((a, b) => a.list - b.list);
  }
}
