export function shipped(): string[];
