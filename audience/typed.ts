/** What somebody typed behind the host's name: a code, or anything else. Empty where it cannot be read. */
export function typedIn(pathname: string): string {
  try {
    return decodeURIComponent(pathname.split('/')[1] ?? '');
  } catch {
    return '';
  }
}
