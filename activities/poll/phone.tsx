/** Poll on phones: one tap answers a single choice; several choices are sent together. */
import { formOf } from '../plain/form.tsx';
import { pollForm } from './fields.tsx';

export const PollPhone = formOf(pollForm, 'bars', {
  atOnce: ({ choose }, filled) => choose === 1 && filled?.other === undefined,
});
