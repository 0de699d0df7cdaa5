/**
 * The server's clock on a device.
 * [V70] A message that waited, in a slow network or in a device that slept, does not set the clock back.
 * [V71] A clock that was set, or another server's, is followed from the next answer or connection on.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../given.ts';
import { ClockAhead } from './clock-ahead.ts';

/** A server, and a device whose clock is behind it by `behind`; time passes only when told to. */
function played(behind: number) {
  let now = 1_700_000_000_000;
  let wrong = behind;
  return {
    server: () => now,
    device: () => now - wrong,
    pass: (ms: number) => {
      now += ms;
    },
    setDevice: (ms: number) => {
      wrong -= ms;
    },
  };
}

describe('[V70] what comes late', () => {
  it.each([3_600_000, 0, -250, -3_600_000])('moves nothing on a device that is behind by %i', (behind) => {
    const time = played(behind);
    const clock = new ClockAhead();
    const random = seeded(7);
    clock.hear(time.server(), time.device());
    for (let message = 0; message < 50; message++) {
      time.pass(1000);
      const then = time.server();
      time.pass(Math.floor(random() * 20_000));
      expect(clock.hear(then, time.device())).toBe(behind);
    }
  });

  it('is put right by the first that comes sooner', () => {
    const time = played(500);
    const clock = new ClockAhead();
    const slow = time.server();
    time.pass(3000);
    expect(clock.hear(slow, time.device())).toBe(500 - 3000);
    const quicker = time.server();
    time.pass(40);
    expect(clock.hear(quicker, time.device())).toBe(500 - 40);
  });

  it('was read while the device slept, and the timer is right once it wakes', () => {
    const time = played(2000);
    const clock = new ClockAhead();
    clock.hear(time.server(), time.device());
    const until = time.server() + 60_000;
    const asked = time.server();
    // The view waits in the device, which sleeps for 25 seconds.
    time.pass(25_000);
    const ahead = clock.hear(asked, time.device());
    expect(until - (time.device() + ahead)).toBe(35_000);
  });
});

describe('[V71] a clock that was set', () => {
  it('forwards or back is followed from the next answer on', () => {
    for (const ms of [90_000, -90_000]) {
      const time = played(0);
      const clock = new ClockAhead();
      clock.hear(time.server(), time.device());
      time.setDevice(ms);
      const sent = time.device();
      time.pass(30);
      const then = time.server();
      time.pass(30);
      const ahead = clock.hear(then, time.device(), sent);
      expect(Math.abs(ahead - (time.server() - time.device()))).toBeLessThanOrEqual(30);
    }
  });

  it('is followed in a new connection', () => {
    const time = played(5000);
    const clock = new ClockAhead();
    clock.hear(time.server(), time.device());
    clock.reset();
    // Another server, whose clock is an hour behind the first one's.
    expect(clock.hear(time.server() - 3_600_000, time.device())).toBe(5000 - 3_600_000);
  });
});
