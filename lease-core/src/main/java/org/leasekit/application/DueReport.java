package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run of all that is due could not do; everything else is done.
 *
 * @param setAside one at a time, in the order in which they failed; each is tried again by itself
 */
public record DueReport(List<SetAside> setAside) {

  public DueReport {
    setAside = List.copyOf(setAside);
  }

  /**
   * What failed and was set aside, so that it does not keep the others.
   *
   * @param sweep in one stable word, for example {@code renewals}
   * @param subject a case, a contract, a notice or a request, by its id
   * @param reason the fault's message
   */
  public record SetAside(String sweep, String subject, String reason) {}

  /** Runs one sweep after the other, whatever becomes of those before it. */
  public static final class Run {
    private final List<SetAside> setAside = new ArrayList<>();
    private @Nullable RuntimeException fault;

    /** A run that has done nothing yet. */
    public Run() {}

    /**
     * Runs a sweep.
     *
     * @param name in one stable word
     * @param sweep answers with what it has set aside, and why
     */
    public Run with(String name, Supplier<? extends Map<?, String>> sweep) {
      try {
        sweep
            .get()
            .forEach((subject, reason) -> setAside.add(new SetAside(name, subject.toString(), reason)));
      } catch (RuntimeException thrown) {
        if (fault == null) {
          fault = thrown;
        } else {
          fault.addSuppressed(thrown);
        }
      }
      return this;
    }

    /**
     * What was set aside.
     *
     * @throws RuntimeException what the first sweep threw that failed as a whole, with those of the others suppressed in it
     */
    public DueReport report() {
      if (fault != null) {
        throw fault;
      }
      return new DueReport(setAside);
    }
  }
}
