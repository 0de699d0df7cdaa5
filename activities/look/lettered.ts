/** Calls once the typefaces are there, which changes all widths and heights, unless called off before. */
export function whenLettered(call: () => void): () => void {
  let gone = false;
  document.fonts.ready.then(() => {
    if (!gone) call();
  });
  return () => {
    gone = true;
  };
}

/** Settles an element now, whenever its parent has another size, and for typefaces that come late; until the answer is called. */
export function keepSettled(element: HTMLElement, settle: () => void): () => void {
  settle();
  const observer = new ResizeObserver(settle);
  // The parent's size is the page's; the element's own depends on what is set on it.
  observer.observe(element.parentElement ?? element);
  const callOff = whenLettered(settle);
  return () => {
    callOff();
    observer.disconnect();
  };
}
