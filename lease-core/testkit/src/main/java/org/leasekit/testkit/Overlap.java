package org.leasekit.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leasekit.port.UnitOfWork;

/**
 * Two units of work at the same time, each on a thread of its own: the first stays open until the second has ended or
 * evidently waits for it.
 *
 * <p>Whether an adapter lets the second wait, answers it at once, or lets one of the two fail when it commits, is its
 * own affair: a unit of work that fails has been rolled back and is run once more, alone, as a caller would. A
 * failure that is an answer has to be caught by the work.
 *
 * @param <T> what each of the two answers with
 */
final class Overlap<T> {

  /** What the two units of work answered in the end. */
  record Answers<T>(T first, T second) {}

  /** The work of the first unit of work; it holds on once it has done its part. */
  @FunctionalInterface
  interface First<T> {
    T work(Hold hold);
  }

  /** Keeps the first unit of work open. */
  interface Hold {
    /** Lets the second one begin; goes on when it has ended or is seen waiting. Answers with whether it has ended. */
    boolean untilTheOtherHasTried();

    /** Lets the second one begin, which must not wait for this one; answers with whether it has ended. */
    boolean untilTheOtherHasEnded();
  }

  /** There is no other one any more. */
  private static final Hold ALONE =
      new Hold() {
        @Override
        public boolean untilTheOtherHasTried() {
          return true;
        }

        @Override
        public boolean untilTheOtherHasEnded() {
          return true;
        }
      };

  /**
   * How long the second may take to end or to be seen waiting: more only makes a wrong adapter likelier to be
   * caught.
   */
  private static final long PATIENCE_MILLIS = 800;

  private static final long LOOK_MILLIS = 1;

  /** A connection may have to be waited for as well. */
  private static final int LOOKS_THAT_CONVINCE_SIDE_BY_SIDE = 100;

  private static final int LOOKS_THAT_CONVINCE_IN_TURN = 4;
  private static final long UNHINDERED_MILLIS = 5_000;
  private static final long LIMIT_SECONDS = 60;

  private final UnitOfWork unit;
  private final int looksThatConvince;
  private final CountDownLatch firstHasDoneItsPart = new CountDownLatch(1);
  private final CountDownLatch secondHasBegun = new CountDownLatch(1);
  private final CountDownLatch secondEnded = new CountDownLatch(1);

  private Overlap(UnitOfWork unit, boolean sideBySide) {
    this.unit = unit;
    this.looksThatConvince =
        sideBySide ? LOOKS_THAT_CONVINCE_SIDE_BY_SIDE : LOOKS_THAT_CONVINCE_IN_TURN;
  }

  static <T> Answers<T> of(
      UnitOfWork unit, boolean sideBySide, First<T> first, Supplier<T> second) {
    return new Overlap<T>(unit, sideBySide).run(first, second);
  }

  private Answers<T> run(First<T> first, Supplier<T> second) {
    Attempt<T> later =
        new Attempt<>(
            "second",
            () -> {
              await(firstHasDoneItsPart);
              secondHasBegun.countDown();
              return unit.required(second);
            },
            secondEnded);
    Attempt<T> earlier =
        new Attempt<>(
            "first",
            () -> unit.required(() -> first.work(holdOpen(later.thread))),
            firstHasDoneItsPart);
    later.thread.start();
    earlier.thread.start();
    earlier.join();
    later.join();
    T firstAnswer = earlier.answerOr(() -> unit.required(() -> first.work(ALONE)));
    T secondAnswer = later.answerOr(() -> unit.required(second));
    return new Answers<>(firstAnswer, secondAnswer);
  }

  private Hold holdOpen(Thread second) {
    return new Hold() {
      @Override
      public boolean untilTheOtherHasTried() {
        firstHasDoneItsPart.countDown();
        await(secondHasBegun);
        return hasEndedOrWaits(second);
      }

      @Override
      public boolean untilTheOtherHasEnded() {
        firstHasDoneItsPart.countDown();
        return await(secondEnded, UNHINDERED_MILLIS);
      }
    };
  }

  /** Looks at the second until it has ended, or was found waiting several times in a row, or patience is over. */
  private boolean hasEndedOrWaits(Thread second) {
    int waiting = 0;
    for (long look = 0; look < PATIENCE_MILLIS / LOOK_MILLIS; look++) {
      if (await(secondEnded, LOOK_MILLIS)) {
        return true;
      }
      waiting = second.getState() == Thread.State.RUNNABLE ? 0 : waiting + 1;
      if (waiting == looksThatConvince) {
        return false;
      }
    }
    return false;
  }

  private static void await(CountDownLatch latch) {
    if (!await(latch, TimeUnit.SECONDS.toMillis(LIMIT_SECONDS))) {
      throw new AssertionError("the other unit of work did not do its part within " + LIMIT_SECONDS + " s");
    }
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** One unit of work on its own thread, with its answer or what it failed with. */
  private static final class Attempt<T> {
    final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable T answer;
    private volatile @Nullable Throwable failure;

    Attempt(String name, Supplier<T> work, CountDownLatch alsoEnded) {
      thread =
          new Thread(
              () -> {
                try {
                  answer = work.get();
                } catch (Throwable thrown) {
                  failure = thrown;
                } finally {
                  alsoEnded.countDown();
                  ended.countDown();
                }
              },
              "unit-of-work-" + name);
      thread.setDaemon(true);
    }

    void join() {
      await(ended);
    }

    T answerOr(Supplier<T> again) {
      if (failure instanceof Error error) {
        throw error;
      }
      T first = answer;
      return first != null ? first : again.get();
    }
  }
}
