interface Package {
  readonly engines?: { readonly node?: string };
}

export function oldestNode(): string;
export function tooNew(packages: Readonly<Record<string, Package>>): string[];
