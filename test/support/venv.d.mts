export const ROOT: string;
export function installVenv(name: string, packages: readonly string[], home?: string): string;
export function pip(python: string, parameters: readonly string[]): void;
export function run(command: string, parameters: readonly string[]): void;
