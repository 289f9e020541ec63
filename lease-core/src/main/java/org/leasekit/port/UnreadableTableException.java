package org.leasekit.port;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leasekit.outcome.Rejection;

/** A spreadsheet that cannot be read as one; the message is one sentence for people, in English. */
public final class UnreadableTableException extends RuntimeException {
  private static final long serialVersionUID = 2L;

  private final TableFault fault;
  private final String[] data;

  /** What is wrong, said in the reader's language by {@link Rejection#message}. */
  private record Unreadable(TableFault fault, List<String> data) implements Rejection {
    @Override
    public String rule() {
      return fault.name();
    }

    @Override
    public String field() {
      return "file";
    }
  }

  /** What an adapter of another format says, in whatever language. */
  public UnreadableTableException(String message) {
    this(TableFault.TABLE_UNREADABLE, null, message);
  }

  /** What an adapter of another format says, in whatever language. */
  public UnreadableTableException(String message, Throwable cause) {
    this(TableFault.TABLE_UNREADABLE, cause, message);
  }

  /**
   * A fault.
   *
   * @param cause null for none
   * @param data the file, then the place or measure of which the fault's sentence speaks
   */
  public UnreadableTableException(TableFault fault, @Nullable Throwable cause, String... data) {
    super(new Unreadable(fault, List.of(data)).message(Locale.ENGLISH), cause);
    this.fault = fault;
    this.data = data.clone();
  }

  /** The fault and its sentence in the reader's language; the file and the place are its data. */
  public Rejection rejection() {
    return new Unreadable(fault, List.of(data));
  }
}
