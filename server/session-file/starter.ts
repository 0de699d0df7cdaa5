/** What `plenum new` writes: a short session with one of each kind, ready to run. */
export function starter(): string {
  return `---
title: My session
retain: 30
---
# Hello

Scan the code in the corner, it works without an app.

Note: These notes are for you alone, on the console.

---
## How are you today?
<!-- poll -->
- Wide awake
- Getting there
- Ask me after coffee

---
## What would make this a good day?
<!-- poll: {choose: any, other: true} -->
- Meeting people
- A new idea
- Time to think

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
## Today
<!-- agenda -->
- 09:30 Welcome
- 10:00 First part
- 11:00 Break
- 11:15 Second part
- 12:30 Close
`;
}
