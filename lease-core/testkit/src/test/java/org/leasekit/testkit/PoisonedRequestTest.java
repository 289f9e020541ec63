package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leasekit.memory.MemoryStores;
import org.leasekit.party.LessorId;
import org.leasekit.port.ServiceRequests;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;

/** One request that cannot be processed does not keep the others from being escalated. */
class PoisonedRequestTest {
  private static final RequestId BAD = new RequestId("B");

  private static boolean healed;

  private record Poisoned(ServiceRequests right) {
    Map<RequestId, List<RequestEntry>> entries(LessorId lessor, Collection<RequestId> ids) {
      if (!healed && ids.contains(BAD)) {
        throw new IllegalStateException("the record cannot be read");
      }
      return right.entries(lessor, ids);
    }
  }

  @Test
  void theOthersAreEscalatedAndThePoisonedOneIsTriedAgain() {
    healed = true;
    ServiceTown town =
        new ServiceTown(
            Wrong.methods(new MemoryStores(), ServiceRequests.class, Poisoned::new),
            MemoryJourneyTest.VALIDATOR,
            "2026-03-02");
    List.of("A", "B", "C").forEach(id -> town.reported(id, 1));
    healed = false;
    town.setTime("09:15");
    var report = town.kit.serviceDeskSweep().runDue();
    assertThat(report.setAside()).containsOnlyKeys(BAD);
    assertThat(report.setAside().get(BAD)).contains("cannot be read");
    assertThat(report.woken()).isEqualTo(3);
    assertThat(town.tasks())
        .containsExactly("owner: respond 100%", "owner: respond 100%");

    healed = true;
    town.goTo("10:14");
    assertThat(town.tasks()).hasSize(2);
    town.goTo("10:15");
    assertThat(town.tasks()).hasSize(3);
    assertThat(town.file(BAD).history().all(RequestEvent.Escalated.class))
        .extracting(happened -> happened.event().plannedFor())
        .as("when the share was reached, not when it was seen")
        .containsExactly(ServiceTown.at("2026-03-02", "09:15"));
  }
}
