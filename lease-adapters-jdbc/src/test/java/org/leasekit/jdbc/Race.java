package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Work of several threads that begins at one moment. */
final class Race {

  private Race() {}

  /** What each answered, in the order of their numbers, which count from 0. */
  static <T> List<T> of(int threads, IntFunction<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        Callable<T> runner =
            () -> {
              start.await(60, TimeUnit.SECONDS);
              return again(() -> work.apply(number));
            };
        running.add(pool.submit(runner));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get(60, TimeUnit.SECONDS));
      }
      return answers;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Does on another thread, and waits for it. */
  static <T> T elsewhere(Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      return pool.submit(work).get(60, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  /** As a caller would: a deadlock ends one of the two, which then is run once more. */
  private static <T> T again(Callable<T> work) throws Exception {
    for (int attempt = 0; ; attempt++) {
      try {
        return work.call();
      } catch (RuntimeException e) {
        if (attempt == 10 || !isDeadlock(e)) {
          throw e;
        }
      }
    }
  }

  /** Whether a database ended a transaction because it and another waited for each other. */
  static boolean isDeadlock(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().startsWith("40");
      }
    }
    return false;
  }
}
