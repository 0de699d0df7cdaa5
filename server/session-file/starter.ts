/** Written into the file, so that it needs no other. */
const plan = {
  shows: 'Plan of a house: a kitchen and a study on the left, a hall in the middle, a garden on the right',
  drawing: [
    `<svg xmlns='http://www.w3.org/2000/svg' width='800' height='500' viewBox='0 0 800 500'>`,
    `<path d='M0 0h800v500H0z' fill='#dfe8d2'/><path d='M40 40h480v420H40z' fill='#f7f3e8' stroke='#544f45' stroke-width='8'/>`,
    `<path d='M270 40v130m0 70v220M40 250h230' stroke='#544f45' stroke-width='8'/>`,
    `<path d='M80 80h110v50H80zM90 300h60v90H90zM330 360h130v60H330z' fill='#c9bda0'/>`,
    `<g fill='#a8c188'><circle cx='640' cy='130' r='60'/><circle cx='710' cy='360' r='75'/></g></svg>`,
  ]
    .join('')
    .replace(/[<>#]/g, encodeURIComponent),
};

/** What `plenum new` writes: a session with one of each kind, ready to run. */
export function starter(): string {
  return `---
title: My session
retain: 30
reactions: true
---
# Hello

Scan the code in the corner, it works without an app.

Note: These notes are for you alone, on the console. Keep the slides you need, and delete the others.

---
## How are you today?
<!-- poll -->
- Wide awake
- Getting there
- Ask me after coffee

---
## Which team are you from?
<!-- poll: {id: team, other: true} -->
- North
- South
- Head office

---
## One to three words: how does change feel?
<!-- cloud: {words: 3} -->

---
## What should we not forget today?
<!-- text: {limit: 140} -->

---
## How much do you agree?
<!-- scale: {ends: [Not at all, Completely]} -->
- I know what is expected of me
- I can say what I think

---
## What comes first? Put it in order
<!-- rank -->
- Fewer meetings
- Better tools
- More time with people

---
## You have 100 points: where do they go?
<!-- points -->
- Training
- Equipment
- Parties

---
## How many emails did you get yesterday?
<!-- number: {min: 0} -->

---
## What kind of problem is it?
<!-- sort: {into: [Simple, Complicated, Complex]} -->
- Baking a cake
- Building a bridge
- Raising a child

---
## Where would you place it?
<!-- grid: {x: [Little effort, Much effort], y: [Little use, Much use]} -->
- The new rota
- The weekly report

---
## Where in this house would you like to work?
<!-- pin -->
- ![${plan.shows}](<data:image/svg+xml,${plan.drawing}>)

Note: A picture beside this file works as well: a map, a plan, a photo. Its line reads like \`![What it shows](plan.png)\`

---
## How many minutes has a week?
<!-- quiz: {time: 30s} -->
- [ ] 6,048
- [x] 10,080
  - Seven days of 1,440 minutes.
- [ ] 86,400
  - So many seconds has a day.

---
## Questions, at any time
<!-- qa: {open: always, moderate: true} -->

Note: Stays open beside the other questions. What people ask waits for your approval in the console.

---
## What could we try? Write a card, vote for others'
<!-- board: {votes: 3, join: true} -->

---
## Who is around you at work? Draw your map
<!-- map -->
- Our customers
- The other team
- Head office

---
## Show us your desk
<!-- photo -->

---
## Groups of three, mixed by team
<!-- groups: {id: trios, size: 3, mix: team} -->

---
## Practice: three rounds, three roles
<!-- timer: {each: 5m, groups: trios, roles: [Speaker, Listener, Observer]} -->
- First round
- Second round
- Third round

---
## Sick days per head
<!-- chart: {as: lines, source: Figures made up for this example} -->

| Year | North | South |
| ---- | ----: | ----: |
| 2023 |   6.1 |   7.4 |
| 2024 |   5.8 |   6.9 |
| 2025 |   5.2 |   6.8 |

---
## Before you go
<!-- survey: {ends: [Not at all, Completely]} -->
- I learned something that I can use
- I would come again
- What should we change? <!-- text -->

---
## Today
<!-- agenda -->
- 09:30 Welcome
- 10:00 First part
- 11:00 Break
- 11:15 Second part
- 12:30 Close
`;
}
