package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.ServiceRecords;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceRequest;

/** The rules of {@link ServiceRecords}. */
public abstract class ServiceRecordsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ServiceRecordsContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final ContractNo CONTRACT = new ContractNo("C-1");

  private ServiceRecords records() {
    return stores.serviceDesk().records();
  }

  private ServiceRequest add(LessorId lessor, String id, String asset, long secondsAfter) {
    ServiceRequest request =
        ServiceSamples.request(
            lessor, id, asset, id.endsWith("c") ? CONTRACT : null,
            NOW.plusSeconds(secondsAfter), null);
    assertThat(stores.serviceDesk().requests().add(request, ServiceSamples.opened())).isTrue();
    return request.withVersion(1);
  }

  private ServiceRequest add(String id, String asset, long secondsAfter) {
    return add(Samples.LESSOR, id, asset, secondsAfter);
  }

  private void move(ServiceRequest request, RequestState state) {
    stores
        .serviceDesk()
        .requests()
        .update(
            request.moved(new ServiceRequest.Standing(state, Priority.P2, null), null));
  }

  private static List<String> ids(List<ServiceRequest> requests) {
    return requests.stream().map(request -> request.id().value()).toList();
  }

  @Test
  @DisplayName("ServiceRecords.open: those with work to do, those opened first first, then by id")
  void findsOpen() {
    int second = 20;
    for (RequestState state : RequestState.values()) {
      move(add("R-" + state, "AC-1", second--), state);
    }
    add("S-2", "AC-1", 30);
    add("S-10", "AC-1", 30);
    assertThat(ids(records().open(Samples.LESSOR)))
        .containsExactly(
            "R-ON_SITE", "R-DISPATCHED", "R-ACCEPTED", "R-RECEIVED", "S-10", "S-2");
  }

  @Test
  @DisplayName("ServiceRecords.ofAsset and ofContract: all of theirs, those opened first first, then by id")
  void findsByAssetAndContract() {
    add("R-2", "AC-1", 5);
    move(add("R-10c", "AC-1", 5), RequestState.VERIFIED);
    ServiceRequest first = add("R-3c", "AC-1", 1);
    add("R-4c", "AC-2", 0);
    add("R-5", "ac-1", 0);
    assertThat(ids(records().ofAsset(Samples.LESSOR, new AssetId("AC-1"))))
        .containsExactly("R-3c", "R-10c", "R-2");
    assertThat(records().ofAsset(Samples.LESSOR, new AssetId("AC-1")).get(0)).isEqualTo(first);
    assertThat(ids(records().ofContract(Samples.LESSOR, CONTRACT)))
        .containsExactly("R-4c", "R-3c", "R-10c");
    assertThat(records().ofAsset(Samples.LESSOR, new AssetId("AC-9"))).isEmpty();
    assertThat(records().ofContract(Samples.LESSOR, new ContractNo("C-9"))).isEmpty();
  }

  @Test
  @DisplayName("ServiceRecords.dispatchedSince: how often from the instant on, for each technician")
  void countsDispatches() {
    ServiceRequest one = add("R-1", "AC-1", 0);
    ServiceRequest two = add("R-2", "AC-2", 0);
    append(one, new RequestEvent.Dispatched(ServiceSamples.ANN), -1);
    append(one, new RequestEvent.Dispatched(ServiceSamples.ANN), 0);
    append(two, new RequestEvent.Dispatched(ServiceSamples.ANN), 5);
    append(two, new RequestEvent.Dispatched(new StaffId("bob")), 9);
    append(two, new RequestEvent.Refused(new StaffId("cid"), "busy"), 9);
    assertThat(records().dispatchedSince(Samples.LESSOR, NOW))
        .isEqualTo(Map.of(ServiceSamples.ANN, 2, new StaffId("bob"), 1));
    assertThat(records().dispatchedSince(Samples.LESSOR, NOW.plusSeconds(10))).isEmpty();
    assertThat(records().dispatchedSince(Samples.OTHER_LESSOR, NOW)).isEmpty();
  }

  private void append(ServiceRequest request, RequestEvent event, long secondsAfter) {
    stores
        .serviceDesk()
        .requests()
        .append(
            Samples.LESSOR, request.id(),
            ServiceSamples.entry(event, NOW.plusSeconds(secondsAfter)));
  }

  @Test
  @DisplayName("ServiceRecords.forEach: every request once, by id, more than a page of them")
  void readsFromEndToEnd() {
    List<String> expected = new ArrayList<>();
    stores
        .unitOfWork()
        .run(
            () -> {
              for (int i = 0; i < 1100; i++) {
                String id = String.format("R-%04d", (i * 7) % 1100);
                add(id, "AC-1", 0);
                expected.add(id);
              }
            });
    expected.sort(String::compareTo);
    List<String> seen = new ArrayList<>();
    records().forEach(Samples.LESSOR, request -> seen.add(request.id().value()));
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  @DisplayName("ServiceRecords rule 1: requests are seen as the running unit of work has left them")
  void seesItsOwnUnitOfWork() {
    ServiceRequest request = add("R-1", "AC-1", 0);
    List<String> inside =
        stores
            .unitOfWork()
            .required(
                () -> {
                  move(request, RequestState.RESOLVED);
                  add("R-2", "AC-1", 0);
                  return ids(records().open(Samples.LESSOR));
                });
    assertThat(inside).containsExactly("R-2");
  }

  @Test
  @DisplayName("ServiceRecords rule 2: requests of another lessor are not seen")
  void separatesLessors() {
    add(Samples.OTHER_LESSOR, "R-1c", "AC-1", 0);
    assertThat(records().open(Samples.LESSOR)).isEmpty();
    assertThat(records().ofAsset(Samples.LESSOR, new AssetId("AC-1"))).isEmpty();
    assertThat(records().ofContract(Samples.LESSOR, CONTRACT)).isEmpty();
    List<ServiceRequest> seen = new ArrayList<>();
    records().forEach(Samples.LESSOR, seen::add);
    assertThat(seen).isEmpty();
  }
}
