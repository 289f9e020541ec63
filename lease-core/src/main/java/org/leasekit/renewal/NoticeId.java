package org.leasekit.renewal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.leasekit.party.Contact;

/**
 * One notice in the outbox; also its idempotency key towards the channel.
 *
 * @param value 1 to 200 characters, not blank, no leading or trailing white space
 */
public record NoticeId(String value) implements Comparable<NoticeId> {
  private static final int LONGEST = 200;

  /**
   * The id of the notice of a stage to an address, whoever owns it: the same for the same, and another for any other. It goes to
   * channels, reports and logs and does not show the address; nor the rest, where the words would be too long.
   */
  public static NoticeId of(CaseId subject, String stage, Contact to) {
    String about = subject + ":" + stage + ":" + to.channel() + ":";
    UUID made = UUID.nameUUIDFromBytes((about + to.address()).getBytes(StandardCharsets.UTF_8));
    String plain = about + made;
    return new NoticeId(plain.length() <= LONGEST ? plain : "notice:" + made);
  }

  public NoticeId {
    if (value.isBlank() || value.length() > LONGEST || !value.equals(value.strip())) {
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
