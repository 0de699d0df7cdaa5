/** For a row that is about to leave its list: the same button of the next one takes the focus, so that the list is worked off without looking for it. */
export function focusNext(button: HTMLElement): void {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const same = button.matches(':first-child') ? 'button' : 'button:last-child';
  neighbour?.querySelector<HTMLElement>(same)?.focus();
}
