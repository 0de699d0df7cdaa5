/** Styles of one kind's form, which a phone loads with the form itself: a file of their own would be one request more. */

/** Call once when the form's module is loaded, with what `import css from './phone.css?inline'` gives. */
export function styled(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
}
