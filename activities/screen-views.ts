/** Screen views: room screen, console, results page and embeds draw results with these; the console also shows a kind's controls. */
import { AgendaScreen } from './agenda/screen.tsx';
import { CloudScreen } from './cloud/screen.tsx';
import { GridScreen } from './grid/screen.tsx';
import type { KindName } from './models.ts';
import { PinScreen } from './pin/screen.tsx';
import { PollScreen } from './poll/screen.tsx';
import { ScaleScreen } from './scale/screen.tsx';
import { SortScreen } from './sort/screen.tsx';
import { TextScreen } from './text/screen.tsx';
import type { AnyScreenView } from './views.ts';

export const screenViews: Readonly<Record<KindName, AnyScreenView>> = {
  poll: { Screen: PollScreen },
  cloud: { Screen: CloudScreen },
  text: { Screen: TextScreen },
  scale: { Screen: ScaleScreen },
  sort: { Screen: SortScreen },
  grid: { Screen: GridScreen },
  pin: { Screen: PinScreen },
  agenda: { Screen: AgendaScreen },
};
