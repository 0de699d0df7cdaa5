/** How many columns make pictures of a gallery as large as can be. */

/** Shape of a tile: pictures are wider than high, with a line below. */
const shape = 4 / 3;

/** `box` in any unit; for no picture one column. */
export function columnsFor(
  pictures: number,
  box: { readonly width: number; readonly height: number },
): number {
  let best = { columns: 1, width: 0 };
  for (let columns = 1; columns <= Math.max(1, pictures); columns++) {
    const rows = Math.ceil(pictures / columns);
    const width = Math.min(box.width / columns, (box.height / Math.max(1, rows)) * shape);
    if (width > best.width) best = { columns, width };
  }
  return best.columns;
}
