/** Phone views, loaded when first needed. */

import type { KindName } from './models.ts';
import type { AnyPhoneView } from './views.ts';

export const phoneViews: Readonly<Record<KindName, (() => Promise<AnyPhoneView>) | null>> = {
  poll: () => import('./plain/phone.ts').then((file) => file.PollPhone),
  quiz: () => import('./quiz/phone.tsx').then((file) => file.QuizPhone),
  cloud: () => import('./cloud/phone.tsx').then((file) => file.CloudPhone),
  text: () => import('./plain/phone.ts').then((file) => file.TextPhone),
  scale: () => import('./plain/phone.ts').then((file) => file.ScalePhone),
  groups: () => import('./groups/phone.tsx').then((file) => file.GroupsPhone),
  timer: () => import('./timer/phone.tsx').then((file) => file.TimerPhone),
  rank: () => import('./rank/phone.tsx').then((file) => file.RankPhone),
  points: () => import('./points/phone.tsx').then((file) => file.PointsPhone),
  number: () => import('./number/phone.tsx').then((file) => file.NumberPhone),
  survey: () => import('./survey/phone.tsx').then((file) => file.SurveyPhone),
  qa: () => import('./cards/phone.ts').then((file) => file.QaPhone),
  board: () => import('./cards/phone.ts').then((file) => file.BoardPhone),
  map: () => import('./map/phone.tsx').then((file) => file.MapPhone),
  sort: () => import('./sort/phone.tsx').then((file) => file.SortPhone),
  grid: () => import('./plane/phone.ts').then((file) => file.GridPhone),
  pin: () => import('./plane/phone.ts').then((file) => file.PinPhone),
  agenda: null,
  photo: () => import('./photo/phone.tsx').then((file) => file.PhotoPhone),
  chart: null,
};
