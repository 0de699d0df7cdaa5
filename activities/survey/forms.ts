/** The fields of a survey's questions, for each kind there is in `parts.ts`. */
import { pollForm } from '../poll/fields.tsx';
import { scaleForm } from '../scale/fields.tsx';
import { textForm } from '../text/fields.tsx';
import type { FormParts } from '../views.ts';
import type { PartName } from './parts.ts';

export const partForms: Readonly<Record<PartName, FormParts<unknown, unknown, unknown>>> = {
  poll: pollForm,
  scale: scaleForm,
  text: textForm,
};
