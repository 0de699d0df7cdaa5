/** HTML from text, and text from HTML. */
import sanitizeHtml from 'sanitize-html';

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What a person reads in a piece of HTML, in one line. */
export function textOf(html: string): string {
  const text = sanitizeHtml(html.replace(/<br\b[^>]*>/gi, ' '), { allowedTags: [], allowedAttributes: {} });
  // The only entities it leaves.
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  const plain = text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? '');
  return plain.replace(/\s+/g, ' ').trim();
}
