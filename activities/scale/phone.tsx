/** Scale on phones: a row of steps or stars for each statement, tapped or moved along with the arrow keys. */
import { formOf } from '../plain/form.tsx';
import { scaleForm } from './fields.tsx';

export const ScalePhone = formOf(scaleForm, 'items');
