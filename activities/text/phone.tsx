/** Text on phones: a field that grows with what is written. */
import { formOf } from '../plain/form.tsx';
import { leftOf, textForm } from './fields.tsx';

export const TextPhone = formOf(textForm, 'entries', {
  fits: (options, filled) => leftOf(options, filled) >= 0,
  draft: (filled) => (filled.text.trim() === '' ? undefined : filled),
});
