import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  slides: [
    {
      id: 'chart',
      markdown: `
<!-- chart: {id: chart, highlight: They ask more than they tell, source: A survey} -->
| Coached leaders who say | Share |
|---|---|
| They listen longer | 78% |
| They ask more than they tell | 64% |
| Nothing has changed | 9% |`,
    },
    {
      id: 'lines',
      markdown: `
<!-- chart: {id: lines, as: lines, unit: "%"} -->
| Year | Hospitals | Councils |
|---|---|---|
| 2018 | 31 | 42 |
| 2020 | 47 | – |
| 2025 | 52 | 51 |`,
    },
    {
      id: 'figures',
      markdown: `
<!-- chart: {id: figures, as: number} -->
| | |
|---|---|
| people | 41,200 |
| spent every year | €2.9bn |`,
    },
    {
      id: 'panels',
      markdown: `
<!-- chart: {id: panels} -->
| | Before | After | A year later |
|---|---|---|---|
| I know whom to call | 2.4 | 3.9 | 3.5 |
| My calendar is mine | −0.5 | 1.1 | 0.2 |`,
    },
  ],
};
