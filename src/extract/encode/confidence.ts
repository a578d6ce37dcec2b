/** How a score becomes a confidence, fitted to articles that the model had not seen: of what is said with 0.8, four of five are right. */
export interface Scale {
  /** Above zero: what scores higher is surer. */
  readonly slope: number;
  readonly shift: number;
}

/** How likely a score makes it, 0..1. */
export const confidenceOf = (score: number, { slope, shift }: Scale): number =>
  1 / (1 + Math.exp(-(slope * score + shift)));

/** The score that a confidence stands for. */
export const scoreFor = (confidence: number, { slope, shift }: Scale): number =>
  (Math.log(confidence / (1 - confidence)) - shift) / slope;
