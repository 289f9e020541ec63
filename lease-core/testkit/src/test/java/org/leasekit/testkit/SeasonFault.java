package org.leasekit.testkit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A season that went wrong: which promise was broken, and by what. */
final class SeasonFault extends AssertionError {
  private static final long serialVersionUID = 1;

  /** What a season promises. */
  enum Clause {
    /** Nothing is sent twice, and no idempotency key stands for two things. */
    ONCE,
    /** Nothing fires or is sent before its time. */
    IN_TIME,
    /** Nothing fires or is sent in quiet hours. */
    QUIET,
    /** Nothing is sent, and nobody is to be called, after silence. */
    SILENT,
    /** Whatever is open has a wake-up, or a reason for none. */
    AWAKE,
    /** What was decided is decided again from what was recorded, and can be told. */
    REPLAY,
    /** Nobody is missed. */
    MISSED,
    /** No touch without a record, no record without a touch. */
    RECORDED,
    /** Nobody gets more than the cap allows. */
    CAPPED,
    /** Nothing goes where it is not wanted or cannot arrive. */
    WELCOME
  }

  private final Clause clause;

  private SeasonFault(Clause clause, String what) {
    super(clause + ": " + what);
    this.clause = clause;
  }

  Clause clause() {
    return clause;
  }

  /** Holds a promise, or says what broke it. */
  static void check(boolean holds, Clause clause, @Nullable Object... what) {
    if (!holds) {
      throw new SeasonFault(clause, Arrays.deepToString(what));
    }
  }

  /** What has to be there, or says what broke the promise. */
  static <T> T known(@Nullable T there, Clause clause, @Nullable Object... what) {
    if (there == null) {
      throw new SeasonFault(clause, Arrays.deepToString(what));
    }
    return there;
  }
}
