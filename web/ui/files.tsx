import { type ReactNode, useState } from 'react';
import { Failed, reasonOf } from './failed.tsx';
import { saveTable, type TableFile } from './table-file.ts';
import { useWords } from './use-words.ts';

/** Buttons that hand a table to the reader as CSV and as XLSX, and what is said where that fails. */
export function useFiles(toTable: () => TableFile): {
  readonly buttons: ReactNode;
  readonly failed: ReactNode;
} {
  const words = useWords();
  const [failure, setFailure] = useState<string>();
  const download = (format: 'csv' | 'xlsx') => {
    setFailure(undefined);
    saveTable(toTable(), format, words).catch((error: unknown) => setFailure(reasonOf(error, words)));
  };
  return {
    buttons: (
      <span className="files">
        {(['csv', 'xlsx'] as const).map((format) => (
          <button key={format} type="button" className="link csv" onClick={() => download(format)}>
            {format.toUpperCase()}
          </button>
        ))}
      </span>
    ),
    failed: <Failed why={failure} />,
  };
}
