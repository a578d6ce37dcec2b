/** How word vectors are learnt. */
export interface EmbeddingOptions {
  /** Length of a vector. */
  readonly size: number;
  /** Words to either side that count as company. */
  readonly window: number;
  /** Words drawn at random against each true one. */
  readonly negatives: number;
  readonly epochs: number;
  /** Words more frequent than this share of the text are passed over, the more the more frequent. */
  readonly sample: number;
}

/** Numbers that look random, in [0, 1), the same for a seed (xorshift32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

const RATE = 0.025;
const TABLE = 1 << 20;
const STEPS = 1024;
const REACH = 6;
// The logistic function between -REACH and REACH.
const SIGMOID = Float32Array.from({ length: STEPS }, (_, i) => {
  const x = ((i + 0.5) / STEPS) * 2 * REACH - REACH;
  return 1 / (1 + Math.exp(-x));
});

/**
 * Learn a vector for each word from the company that it keeps: skip-gram with negative sampling, in one thread and one order.
 *
 * `texts` holds word numbers below `counts.length`; -1 parts texts. The vectors come one after the other, each of length 1.
 * Source: Mikolov et al.: Distributed Representations of Words and Phrases and their Compositionality (NIPS 2013).
 */
export function trainEmbedding(
  texts: Int32Array,
  counts: Uint32Array,
  options: EmbeddingOptions,
): Float32Array {
  const { size, window, negatives, epochs, sample } = options;
  const words = counts.length;
  const random = randomFrom(1);
  const vectors = Float32Array.from({ length: words * size }, () => (random() - 0.5) / size);
  const contexts = new Float32Array(words * size);
  const drawn = noiseTable(counts);
  const total = counts.reduce((a, b) => a + b, 0);
  const keep = Float32Array.from(counts, (count) => {
    const share = count / (sample * total);
    return share > 0 ? (Math.sqrt(share) + 1) / share : 0;
  });
  const error = new Float32Array(size);
  const line: number[] = [];
  let done = 0;

  const learn = (word: number, context: number, rate: number): void => {
    const at = word * size;
    error.fill(0);
    for (let n = 0; n <= negatives; n++) {
      const target = n === 0 ? context : (drawn[Math.floor(random() * TABLE)] as number);
      if (n > 0 && target === context) continue;
      const to = target * size;
      let dot = 0;
      for (let k = 0; k < size; k++) dot += (vectors[at + k] as number) * (contexts[to + k] as number);
      const likely =
        dot >= REACH
          ? 1
          : dot <= -REACH
            ? 0
            : (SIGMOID[Math.floor(((dot + REACH) / (2 * REACH)) * STEPS)] as number);
      const gradient = ((n === 0 ? 1 : 0) - likely) * rate;
      for (let k = 0; k < size; k++) {
        error[k] = (error[k] as number) + gradient * (contexts[to + k] as number);
        contexts[to + k] = (contexts[to + k] as number) + gradient * (vectors[at + k] as number);
      }
    }
    for (let k = 0; k < size; k++) vectors[at + k] = (vectors[at + k] as number) + (error[k] as number);
  };

  const flush = (): void => {
    const rate = RATE * Math.max(0.004, 1 - done / (epochs * texts.length));
    for (let i = 0; i < line.length; i++) {
      const reach = 1 + Math.floor(random() * window);
      for (let j = Math.max(0, i - reach); j <= Math.min(line.length - 1, i + reach); j++) {
        if (j !== i) learn(line[j] as number, line[i] as number, rate);
      }
    }
    line.length = 0;
  };

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const word of texts) {
      done++;
      if (word < 0) flush();
      else if (random() < (keep[word] as number)) line.push(word);
    }
    flush();
  }
  return normalised(vectors, size);
}

/** Word numbers, each as often as its count to the power of 3/4 asks. */
function noiseTable(counts: Uint32Array): Int32Array {
  const table = new Int32Array(TABLE);
  const total = counts.reduce((sum, count) => sum + count ** 0.75, 0);
  let word = 0;
  let reached = (counts[0] ?? 0) ** 0.75 / total;
  for (let i = 0; i < TABLE; i++) {
    table[i] = word;
    if ((i + 1) / TABLE > reached && word < counts.length - 1) {
      word++;
      reached += (counts[word] as number) ** 0.75 / total;
    }
  }
  return table;
}

function normalised(vectors: Float32Array, size: number): Float32Array {
  for (let at = 0; at < vectors.length; at += size) {
    let square = 0;
    for (let k = 0; k < size; k++) square += (vectors[at + k] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let k = 0; k < size; k++) vectors[at + k] = (vectors[at + k] as number) / length;
  }
  return vectors;
}

const ROUNDS = 20;

/** Part vectors of length 1 into `k` classes by the angle between them: the class of each, the first `k` vectors as first centres. */
export function classify(
  vectors: Float32Array,
  size: number,
  k: number,
): { classes: Int32Array; centres: Float32Array } {
  const count = vectors.length / size;
  const classes = new Int32Array(count);
  let centres: Float32Array = vectors.slice(0, k * size);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) classes[i] = nearest(vectors, i * size, centres, size);
    const sums = new Float32Array(k * size);
    for (let i = 0; i < count; i++) {
      const to = (classes[i] as number) * size;
      for (let d = 0; d < size; d++)
        sums[to + d] = (sums[to + d] as number) + (vectors[i * size + d] as number);
    }
    centres = normalised(sums, size);
  }
  return { classes, centres };
}

function nearest(vectors: Float32Array, at: number, centres: Float32Array, size: number): number {
  let best = 0;
  let most = -2;
  for (let c = 0; c * size < centres.length; c++) {
    let dot = 0;
    for (let d = 0; d < size; d++) dot += (vectors[at + d] as number) * (centres[c * size + d] as number);
    if (dot > most) {
      most = dot;
      best = c;
    }
  }
  return best;
}
