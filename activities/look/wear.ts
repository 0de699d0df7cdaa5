/** Puts a session's look on a page: the theme by name, the author's accent made readable on it. */
import { accentOn } from './accent.ts';

/** What a session says of its look; phones and screens get the same. */
interface Worn {
  readonly theme: string;
  readonly accent?: string | undefined;
}

/** Sets `data-theme` on <html>, and the accent's properties through the object model, as the policy demands. */
export function wear(look: Worn, root: HTMLElement = document.documentElement): void {
  root.dataset.theme = look.theme;
  const properties = ['--accent', '--on-accent', '--accent-soft', '--accent-muted', '--series-1'] as const;
  for (const property of properties) root.style.removeProperty(property);
  if (look.accent === undefined) return;
  const style = getComputedStyle(root);
  const grounds = ['--paper', '--raised'].map((name) => style.getPropertyValue(name));
  const readable = accentOn(look.accent, grounds);
  if (!readable) return;
  root.style.setProperty('--accent', readable.accent);
  root.style.setProperty('--on-accent', readable.onAccent);
  root.style.setProperty('--accent-soft', `color-mix(in srgb, ${readable.accent} 18%, var(--paper))`);
  root.style.setProperty('--accent-muted', readable.muted);
  root.style.setProperty('--series-1', readable.accent);
}
