/** The fields of a survey's questions, for each kind there is in `parts.ts`. */
import type { FormParts } from '../views.ts';
import type { PartName } from './parts.ts';

// Each from the file that its kind's own form is in, so that such a form stays one file.
const [{ pollForm }, { scaleForm }, { textForm }] = await Promise.all([
  import('../poll/phone.tsx'),
  import('../scale/phone.tsx'),
  import('../text/phone.tsx'),
]);

export const partForms: Readonly<Record<PartName, FormParts<unknown, unknown, unknown>>> = {
  poll: pollForm,
  scale: scaleForm,
  text: textForm,
};
