/** Screen views: room screen, console, results page and embeds draw results with these; the console also shows a kind's controls. */
import { AgendaScreen } from './agenda/screen.tsx';
import { BoardControls } from './board/controls.tsx';
import { BoardScreen } from './board/screen.tsx';
import { ChartScreen } from './chart/screen.tsx';
import { CloudScreen } from './cloud/screen.tsx';
import { GridScreen } from './grid/screen.tsx';
import { GroupsControls } from './groups/controls.tsx';
import { GroupsScreen } from './groups/screen.tsx';
import { MapScreen } from './map/screen.tsx';
import type { KindName } from './models.ts';
import { NumberScreen } from './number/screen.tsx';
import { PhotoScreen } from './photo/screen.tsx';
import { PinScreen } from './pin/screen.tsx';
import { PointsScreen } from './points/screen.tsx';
import { PollBrief } from './poll/brief.tsx';
import { PollScreen } from './poll/screen.tsx';
import { QaControls } from './qa/controls.tsx';
import { QaScreen } from './qa/screen.tsx';
import { QuizScreen } from './quiz/screen.tsx';
import { RankScreen } from './rank/screen.tsx';
import { ScaleBrief } from './scale/brief.tsx';
import { ScaleScreen } from './scale/screen.tsx';
import { SortScreen } from './sort/screen.tsx';
import { SurveyControls } from './survey/controls.tsx';
import { SurveyScreen } from './survey/screen.tsx';
import { TextBrief } from './text/brief.tsx';
import { TextScreen } from './text/screen.tsx';
import { TimerControls } from './timer/controls.tsx';
import { TimerScreen } from './timer/screen.tsx';
import type { AnyScreenView } from './views.ts';

export const screenViews: Readonly<Record<KindName, AnyScreenView>> = {
  poll: { Screen: PollScreen, Brief: PollBrief },
  quiz: { Screen: QuizScreen },
  cloud: { Screen: CloudScreen },
  text: { Screen: TextScreen, Brief: TextBrief },
  scale: { Screen: ScaleScreen, Brief: ScaleBrief },
  groups: { Screen: GroupsScreen, Controls: GroupsControls },
  timer: { Screen: TimerScreen, Controls: TimerControls },
  photo: { Screen: PhotoScreen },
  rank: { Screen: RankScreen },
  points: { Screen: PointsScreen },
  number: { Screen: NumberScreen },
  survey: { Screen: SurveyScreen, Controls: SurveyControls },
  qa: { Screen: QaScreen, Controls: QaControls },
  board: { Screen: BoardScreen, Controls: BoardControls },
  map: { Screen: MapScreen },
  sort: { Screen: SortScreen },
  grid: { Screen: GridScreen },
  pin: { Screen: PinScreen },
  agenda: { Screen: AgendaScreen },
  chart: { Screen: ChartScreen },
};
