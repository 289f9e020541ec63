package org.leasekit.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a subject in one cycle, as far as the engine needs it. A cycle is a subject with one anchor:
 * when the anchor moves, a new cycle begins with a log of its own.
 *
 * @param entered when the subject came under the policy, or last came to be under way again: since when its stages count, and
 *     what lies before is caught up. Recorded, so that whoever asks again is told the same
 * @param fired every stage that fired in this cycle, of whichever version
 * @param failedAt when the last attempt to do what was due failed; null when none did
 * @param silence since when nothing may be sent any more, and why; null while something may, and where nobody recorded it. It
 *     is told in the story; {@link Facts#silent} is what decides
 */
public record Log(
    Instant entered, List<Fired> fired, @Nullable Instant failedAt, @Nullable Silence silence) {

  public Log {
    fired = List.copyOf(fired);
  }

  /** A log without a failure. */
  public Log(Instant entered, List<Fired> fired) {
    this(entered, fired, null);
  }

  /** A log of a subject that speaks, or of which nobody recorded since when it is silent. */
  public Log(Instant entered, List<Fired> fired, @Nullable Instant failedAt) {
    this(entered, fired, failedAt, null);
  }
}
