/** Answers by name, each of the version that it was last made of. */
export class KeptAnswers {
  private readonly kept = new Map<string, { readonly version: string; readonly answer: Promise<unknown> }>();

  /** One that fails is made anew for whoever asks next. */
  get<T>(name: string, version: string, make: () => Promise<T>): Promise<T> {
    const known = this.kept.get(name);
    if (known?.version === version) return known.answer as Promise<T>;
    const answer = make();
    this.kept.set(name, { version, answer });
    answer.catch(() => {
      if (this.kept.get(name)?.answer === answer) this.kept.delete(name);
    });
    return answer;
  }
}
