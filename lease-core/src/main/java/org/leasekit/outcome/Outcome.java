package org.leasekit.outcome;

import java.util.function.Function;

/**
 * The answer to a request: accepted with a value, or rejected for a business reason. Faults (a broken
 * connection, a bug) are exceptions and never appear here.
 *
 * @param <T> what an accepted request yields
 */
public sealed interface Outcome<T> {

  /** The request was accepted. */
  record Accepted<T>(T value) implements Outcome<T> {}

  /** The request was refused and changed nothing. */
  record Rejected<T>(Rejection rejection) implements Outcome<T> {}

  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Outcome<T> rejected(Rejection rejection) {
    return new Rejected<>(rejection);
  }

  /** True when this is {@link Accepted}. */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /** Continues with the accepted value, or passes the rejection on. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    if (this instanceof Accepted<T> accepted) {
      return next.apply(accepted.value());
    }
    return rejected(rejection());
  }

  /** Maps the accepted value, or passes the rejection on. */
  default <R> Outcome<R> map(Function<? super T, ? extends R> mapping) {
    return then(value -> accepted(mapping.apply(value)));
  }

  /**
   * The accepted value.
   *
   * @throws RejectedException when the request was rejected
   */
  default T orElseThrow() {
    if (this instanceof Accepted<T> accepted) {
      return accepted.value();
    }
    throw new RejectedException(rejection());
  }

  /**
   * The rejection.
   *
   * @throws IllegalStateException when the request was accepted
   */
  default Rejection rejection() {
    if (this instanceof Rejected<T> rejected) {
      return rejected.rejection();
    }
    throw new IllegalStateException("accepted, not rejected: " + this);
  }
}
