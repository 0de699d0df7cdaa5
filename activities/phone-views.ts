/** Phone views, loaded when first needed. */

import type { KindName } from './models.ts';
import type { AnyPhoneView } from './views.ts';

export const phoneViews: Readonly<Record<KindName, (() => Promise<AnyPhoneView>) | null>> = {
  poll: () => import('./poll/phone.tsx').then((file) => file.PollPhone),
  cloud: () => import('./cloud/phone.tsx').then((file) => file.CloudPhone),
  text: () => import('./text/phone.tsx').then((file) => file.TextPhone),
  scale: () => import('./scale/phone.tsx').then((file) => file.ScalePhone),
  sort: () => import('./sort/phone.tsx').then((file) => file.SortPhone),
  grid: () => import('./grid/phone.tsx').then((file) => file.GridPhone),
  pin: () => import('./pin/phone.tsx').then((file) => file.PinPhone),
  agenda: null,
};
