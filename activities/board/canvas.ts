/** Finds the size at which a board's cards fit their boxes, and which have no room even at the smallest. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepSettled } from '../look/lettered.ts';

/** From the size as designed down to .7, which is 28 px of 1080 on the room screen; then with shorter texts. */
const attempts = [
  ...[1.5, 1.25, 1.1, 1, 0.9, 0.8, 0.7].map((level) => ({ level, manner: 'free' })),
  { level: 0.7, manner: 'wide' },
  { level: 0.7, manner: 'tight' },
] as const;
/** Groups are shown with their cards as long as they leave some of their box to the other cards. */
const shareOfGroups = 0.7;

/**
 * Sets `--fit` and `data-fit` on the board to the first attempt at which no `.board-field` overflows; all boxes have
 * one size. Where there are more cards than room, groups shrink to their names (`dense`) before they would fill their
 * box, and what still has no room is marked `data-out`. Measured again when `content` or the board's size changes.
 * `out` says by field (its `data-field`) how many cards that are; a group counts as what its `data-cards` says.
 */
export function useCanvas(content: string) {
  const ref = useRef<HTMLDivElement>(null);
  const [out, setOut] = useState<Readonly<Record<string, number>>>({});
  useLayoutEffect(() => {
    const board = ref.current;
    if (!board) return;
    const settle = () => {
      if (board.clientHeight === 0) return;
      const fields = [...board.querySelectorAll<HTMLElement>('.board-field')];
      if (!fits(board, fields) && fields.some(isFullOfGroups)) board.dataset.fit = 'dense';
      const counts = Object.fromEntries(
        fields.map((field) => [`${field.dataset.field}`, markOut(field)] as const),
      );
      setOut((before) => (JSON.stringify(before) === JSON.stringify(counts) ? before : counts));
    };
    return keepSettled(board, settle);
  }, [content]);
  return { ref, out };
}

/** Whether there is an attempt at which all fit; else the board is left at the last. */
function fits(board: HTMLElement, fields: readonly HTMLElement[]): boolean {
  return attempts.some(({ level, manner }) => {
    board.style.setProperty('--fit', String(level));
    board.dataset.fit = manner;
    return fields.every((field) => field.scrollHeight <= field.clientHeight + 1);
  });
}

function isFullOfGroups(field: HTMLElement): boolean {
  const groups = field.querySelector<HTMLElement>('.board-groups');
  const left = field.querySelector('.board-cards') ? shareOfGroups : 1;
  return groups !== null && groups.offsetHeight > field.clientHeight * left;
}

function markOut(field: HTMLElement): number {
  let count = 0;
  for (const item of field.querySelectorAll<HTMLElement>('[data-cards]')) {
    const isOut = item.offsetTop + item.offsetHeight > field.clientHeight + 1;
    item.toggleAttribute('data-out', isOut);
    if (isOut) count += Number(item.dataset.cards);
  }
  return count;
}
