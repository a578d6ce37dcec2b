/** What a feature may say of something: a word, a class, a count, a yes or no. */
export type FeatureValue = string | number | boolean;

/**
 * Is told the features of something one by one, each under the name that the models know it by: whoever learns or explains
 * writes the names down, whoever judges only adds up their weights and never builds them.
 */
export interface FeatureSink {
  /** `NAME` */
  is(name: string): void;
  /** `NAME=VALUE` */
  one(name: string, value: FeatureValue): void;
  /** `NAME=A&B`; B holds no `&` */
  two(name: string, a: FeatureValue, b: FeatureValue): void;
}

/** The names of features, in the order in which they are told. */
export class FeatureNames implements FeatureSink {
  readonly names: string[] = [];

  is(name: string): void {
    this.names.push(name);
  }

  one(name: string, value: FeatureValue): void {
    this.names.push(`${name}=${value}`);
  }

  two(name: string, a: FeatureValue, b: FeatureValue): void {
    this.names.push(`${name}=${a}&${b}`);
  }
}
