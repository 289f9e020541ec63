package org.leasekit.renewal;

/**
 * One notice in the outbox; also its idempotency key towards the channel.
 *
 * @param value 1 to 200 characters, not blank, no leading or trailing white space
 */
public record NoticeId(String value) implements Comparable<NoticeId> {

  public NoticeId {
    if (value.isBlank() || value.length() > 200 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("NoticeId: 1 to 200 characters, stripped, but was '" + value + "'");
    }
  }

  @Override
  public int compareTo(NoticeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
