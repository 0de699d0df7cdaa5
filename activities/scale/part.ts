/** Scale as one question among several: a statement on the scale of all, or a question with a scale of its own. */
import type { ListItem } from '../directive.ts';
import type { PartWays } from '../part.ts';
import type { ScaleOptions, ScaleResponse, ScaleRevealed } from './model.ts';

export const scalePart: PartWays<ScaleOptions, ScaleResponse, ScaleRevealed> = {
  implied: 'line',
  read(directive, { from, to, ends }, read) {
    const { options, list } = directive;
    const hasSteps = ['from', 'to', 'stars', 'recommend'].some((name) => Object.hasOwn(options, name));
    const inherited = hasSteps ? {} : { from, to, ...(ends ? { ends } : {}) };
    const given = { ...directive, options: { ...inherited, ...options } };
    if (list.length > 0) return read(given);
    // A question without a list is its one statement.
    const { question: text, line, column } = directive;
    const item: ListItem = { line, column, text, checked: undefined, image: undefined, items: [] };
    const reading = read({ ...given, list: [item] });
    if (!reading.ok) return reading;
    return { ok: true, options: { ...reading.options, statements: [{ id: 'value', text }], spectrum: true } };
  },
  rows: ({ spectrum }, { items = [] }) =>
    items.map(({ id, text, people }) =>
      spectrum ? { item: '', text: '', count: people } : { item: id, text, count: people },
    ),
  statements({ statements, spectrum, stars, recommend, from, to, ends }, scale) {
    const isOwn = from === scale.from && to === scale.to && String(ends) === String(scale.ends);
    if (!isOwn || stars || recommend) return [];
    return statements.map(({ id, text }) => (spectrum ? { id, item: '', text: '' } : { id, item: id, text }));
  },
};
