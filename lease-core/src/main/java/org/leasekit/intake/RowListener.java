package org.leasekit.intake;

import java.util.List;

/** Is told what becomes of every row of a table, in the order of the table. */
@FunctionalInterface
public interface RowListener {

  /** Told first: the headings of the table. */
  default void header(List<String> headings) {}

  /** Told of each row once, when its outcome is final. */
  void row(RowOutcome outcome);
}
