package org.leasekit.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  private static final ServiceRequest NEW = request("R-1", "AC-7", "COOLING", 600, "RECEIVED");
  private static final List<ServiceRequest> OF_ASSET =
      List.of(
          NEW,
          request("R-2", "AC-7", "NOISE", 100, "ACCEPTED"),
          request("R-3", "AC-7", "COOLING", 300, "DISPATCHED"),
          request("R-4", "AC-7", "COOLING", 200, "RECEIVED"),
          request("R-5", "AC-7", "COOLING", 150, "RESOLVED"),
          request("R-6", "AC-7", "COOLING", 50, "VERIFIED"),
          request("R-7", "AC-7", "COOLING", 20, "CANCELLED"),
          request("R-8", "AC-8", "COOLING", 30, "RECEIVED"),
          request("R-9", "AC-7", "COOLING", 700, "VERIFIED"),
          request("R-10", "AC-7", "NOISE", 40, "VERIFIED"));

  @Test
  void openRequestsAboutTheAssetAreOfferedTheSameFaultFirst() {
    assertThat(Duplicates.of(NEW, OF_ASSET)).extracting(one -> one.id().value())
        .containsExactly("R-4", "R-3", "R-2");
  }

  @Test
  void mendedFaultsThatComeBackAreLinkedTheLatestFirst() {
    assertThat(Duplicates.repeats(NEW, OF_ASSET, Duration.ofMinutes(600)))
        .extracting(one -> one.id().value())
        .containsExactly("R-5", "R-6");
    assertThat(Duplicates.repeats(NEW, OF_ASSET, Duration.ofMinutes(450)))
        .extracting(one -> one.id().value())
        .containsExactly("R-5");
    assertThat(Duplicates.repeats(NEW, OF_ASSET, Duration.ofMinutes(449))).isEmpty();
  }

  static ServiceRequest request(
      String id, String asset, String fault, long minute, String state) {
    ServiceRequest.Report report =
        new ServiceRequest.Report(
            new AssetId(asset), new SiteId("S-1"), "12F", new FaultKind(fault), Impact.SINGLE,
            Urgency.LOW, "", List.of("p-1"), null, null);
    return new ServiceRequest(
        Desk.LESSOR, new RequestId(id), report, Desk.minute(minute),
        new ServiceRequest.Standing(RequestState.valueOf(state), Priority.P4, null), null, 0);
  }
}
