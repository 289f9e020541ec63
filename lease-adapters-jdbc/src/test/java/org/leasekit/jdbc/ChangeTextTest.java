package org.leasekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.TenantId;

class ChangeTextTest {
  private static final TenantId TAKER = new TenantId("tenant-2");

  @Test
  void anAssignmentThatWasStoredBeforeItKnewOfContactsHasNone() {
    String stored = Lines.write(List.of(List.of("tenant-2")));
    assertThat(ChangeText.read(ChangeKind.ASSIGNMENT, stored)).isEqualTo(new Change.Assignment(TAKER));
    assertThat(ChangeText.write(new Change.Assignment(TAKER))).isEqualTo(stored);
  }

  @Test
  void anAssignmentIsReadAsItWasWritten() {
    Change written =
        new Change.Assignment(
            TAKER, List.of(new Contact(Channel.WECOM, "wx\t1"), new Contact(Channel.SMS, "13800000001")));
    assertThat(ChangeText.read(ChangeKind.ASSIGNMENT, ChangeText.write(written))).isEqualTo(written);
  }
}
