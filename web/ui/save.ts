/** Hand a file to the reader. */
export function save(blob: Blob | null | undefined, name: string): void {
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
