import { useEffect, useRef, useState } from 'react';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** What was dropped. */
export interface Dropped {
  readonly files: readonly File[];
  /** Folders, which the browser gives as files that cannot be read. */
  readonly folders: number;
}

function droppedOf({ items, files }: DataTransfer): Dropped {
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  return {
    files: [...files].filter((_, at) => entries[at]?.isDirectory !== true),
    folders: entries.filter((entry) => entry?.isDirectory === true).length,
  };
}

/**
 * Takes files that are dropped anywhere on the page; the browser would leave the page for them.
 *
 * @returns whether files are held over the page now
 */
export function useFileDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onDrop);
  useEffect(() => {
    take.current = onDrop;
  });
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // From one element to another of the page the drag goes on.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      if (event.dataTransfer !== null) take.current(droppedOf(event.dataTransfer));
    };
    // Before the grid, which has uses of its own for what is dropped on it.
    const capture = { capture: true };
    window.addEventListener('dragover', hold, capture);
    window.addEventListener('dragleave', leave, capture);
    window.addEventListener('drop', drop, capture);
    return () => {
      window.removeEventListener('dragover', hold, capture);
      window.removeEventListener('dragleave', leave, capture);
      window.removeEventListener('drop', drop, capture);
    };
  }, []);
  return over;
}
