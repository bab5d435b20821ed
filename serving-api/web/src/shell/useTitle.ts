import { useEffect } from 'react';

/** Names the page in the browser's tab and history: "Overview · Hathor". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Hathor`;
  }, [title]);
}
