package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.payment.Payment;
import org.leasekit.port.ServiceDeskStores;
import org.leasekit.port.UnitOfWork;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StewardTask;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link UnitOfWork}, as the stores that share one show them. */
public abstract class UnitOfWorkContract extends StorePortContract {

  /** For the test of an adapter. */
  protected UnitOfWorkContract() {}

  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private UnitOfWork unit() {
    return stores.unitOfWork();
  }

  @Test
  @DisplayName("UnitOfWork rule 1: work that returns is committed, and its answer passes through")
  void commits() {
    String answer =
        unit()
            .required(
                () -> {
                  given(Samples.contract("C-1"));
                  given(Samples.contract("C-2"));
                  return "done";
                });
    assertThat(answer).isEqualTo("done");
    assertThat(numbers(everything().contracts())).containsExactly("C-1", "C-2");
  }

  @Test
  @DisplayName("UnitOfWork rule 1: work that throws is rolled back whole, in every store")
  void rollsBackEveryStore() {
    changeEveryStore(given(Samples.contract("C-0")), "0");
    Contract contract = given(Samples.contract("C-1"));
    Everything before = everything();
    assertThatThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          changeEveryStore(contract, "1");
                          throw new Thrown();
                        }))
        .isInstanceOf(Thrown.class);
    assertThat(everything()).isEqualTo(before);
    assertThat(stores.tenants().find(Samples.LESSOR, Samples.tenant("T-0").id())).isPresent();
    assertThat(stores.tenants().find(Samples.LESSOR, Samples.tenant("T-1").id())).isEmpty();
  }

  @Test
  @DisplayName("UnitOfWork rule 1: what was rolled back can be done again")
  void worksOnAfterRollback() {
    Contract contract = given(Samples.contract("C-1"));
    assertThatThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          changeEveryStore(contract, "1");
                          throw new Thrown();
                        }))
        .isInstanceOf(Thrown.class);
    unit().run(() -> changeEveryStore(contract, "1"));
    Everything after = everything();
    assertThat(after.contracts()).extracting(Contract::version).containsExactly(2L);
    assertThat(after.cases()).extracting(RenewalCase::version).containsExactly(2L);
    assertThat(after.payments()).extracting(Payment::version).containsExactly(2L);
    assertThat(after.receivables()).extracting(Receivable::version).containsExactly(2L);
    assertThat(after.tasks()).extracting(StewardTask::isOpen).containsExactly(false);
    assertThat(after.notices()).extracting(Notice::state).containsExactly(Notice.State.DELIVERED);
  }

  @Test
  @DisplayName("UnitOfWork rule 1: the exception passes through unchanged, an error too")
  void passesThrowablesOn() {
    Thrown exception = new Thrown();
    assertThatThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          throw exception;
                        }))
        .isSameAs(exception);
    Error error = new AssertionError("of the work");
    assertThatThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          given(Samples.contract("C-1"));
                          throw error;
                        }))
        .isSameAs(error);
    assertThat(everything()).isEqualTo(Everything.NOTHING);
  }

  @Test
  @DisplayName("UnitOfWork rule 2: an inner unit of work sees the outer one's work and passes its own on")
  void innerSeesOuter() {
    List<String> seen =
        unit()
            .required(
                () -> {
                  given(Samples.contract("C-1"));
                  List<String> inside =
                      unit()
                          .required(
                              () -> {
                                List<String> known = numbers(everything().contracts());
                                given(Samples.contract("C-2"));
                                return known;
                              });
                  assertThat(numbers(everything().contracts())).containsExactly("C-1", "C-2");
                  return inside;
                });
    assertThat(seen).containsExactly("C-1");
    assertThat(numbers(everything().contracts())).containsExactly("C-1", "C-2");
  }

  @Test
  @DisplayName("UnitOfWork rule 2: an inner unit of work is rolled back with the outer one")
  void innerIsRolledBackWithOuter() {
    assertThatThrownBy(
            () ->
                unit()
                    .run(
                        () -> {
                          unit().run(() -> given(Samples.contract("C-1")));
                          throw new Thrown();
                        }))
        .isInstanceOf(Thrown.class);
    assertThat(everything()).isEqualTo(Everything.NOTHING);
  }

  @Test
  @DisplayName("UnitOfWork rule 3: inside a host's transaction nothing is committed before the host commits")
  void joinsTheHost() {
    assumeThat(adapter().host(stores)).as("the adapter knows a host").isNotNull();
    HostTransaction host = Objects.requireNonNull(adapter().host(stores));
    host.rollBack(() -> unit().run(() -> given(Samples.contract("C-1"))));
    assertThat(everything()).as("after the host's rollback").isEqualTo(Everything.NOTHING);
    host.rollBack(() -> given(Samples.contract("C-1")));
    assertThat(everything()).as("of a call outside a unit of work").isEqualTo(Everything.NOTHING);
    host.commit(() -> unit().run(() -> given(Samples.contract("C-1"))));
    assertThat(numbers(everything().contracts())).containsExactly("C-1");
  }

  @Test
  @DisplayName("UnitOfWork rule 4: what an inner unit of work locks stays locked until the outer one ends")
  void locksLastToTheEnd() {
    Contract contract = given(Samples.contract("C-1"));
    ContractNo no = contract.no();
    Answers<Long> versions =
        overlap(
            hold -> {
              long version =
                  unit()
                      .required(() -> stores.contracts().lock(Samples.LESSOR, no).orElseThrow())
                      .version();
              hold.untilTheOtherHasTried();
              stores.contracts().update(contract);
              return version;
            },
            () -> stores.contracts().lock(Samples.LESSOR, no).orElseThrow().version());
    assertThat(versions).isEqualTo(new Answers<>(1L, 2L));
  }

  /** Adds to and changes something in each store. */
  private void changeEveryStore(Contract contract, String mark) {
    stores.tenants().putAll(List.of(Samples.tenant("T-" + mark)));
    stores.contracts().update(contract.withLinks(Links.NONE));
    stores
        .contracts()
        .record(
            Samples.change(
                contract.no(), ContractStatus.ACTIVE, ContractStatus.ACTIVE, Samples.NOW, mark));
    stores.receivables().schedule(Samples.LESSOR, contract.no(), Samples.APRIL.start());
    List<Receivable> raised =
        stores.receivables().addAll(List.of(Samples.rent(contract.no(), Samples.APRIL)));
    stores.receivables().updateAll(raised.stream().map(r -> r.allocate(Samples.yuan(1))).toList());
    stores.journal().post(List.of(Samples.entry("E-" + mark, Samples.NOW, contract.no())));
    Payment payment = Samples.payment("P-" + mark, contract.no(), Samples.NOW);
    stores.payments().add(payment);
    Payment paid = stores.payments().unapplied(Samples.LESSOR, contract.no()).get(0);
    stores.payments().update(paid.apply(Samples.yuan(1)));
    stores.payments().addAllocations(List.of(Samples.allocation(paid, raised.get(0), 1)));
    RenewalCase renewal = givenCase(contract);
    stores.cases().update(renewal.wakeAt(null));
    stores.cases().addFired(Samples.LESSOR, renewal.id(), Samples.fired("T-30", Samples.NOW));
    stores.cases().addTouch(Samples.touch(renewal, Samples.NOW));
    Notice notice = Samples.notice("N-" + mark, renewal, Samples.NOW);
    stores.outbox().addAll(List.of(notice));
    stores.outbox().update(notice.ended(Notice.State.DELIVERED, 1));
    StewardTask task = Samples.task("W-" + mark, renewal, Samples.NOW);
    stores.tasks().add(task);
    stores.tasks().update(task.close(StewardTask.Outcome.DONE, Samples.NOW));
    changeServiceDesk(mark);
  }

  private void changeServiceDesk(String mark) {
    ServiceDeskStores desk = stores.serviceDesk();
    ServiceRequest request = ServiceSamples.request("R-" + mark, Samples.NOW);
    desk.requests().add(request, ServiceSamples.opened());
    desk.requests().update(request.moved(request.standing(), null).withVersion(1));
    desk.requests()
        .append(
            Samples.LESSOR, request.id(),
            ServiceSamples.entry(new RequestEvent.Accepted(), Samples.NOW));
    desk.staff().putAll(List.of(ServiceSamples.technician(Samples.LESSOR, "S-" + mark)));
    desk.staff()
        .addSighting(Samples.LESSOR, ServiceSamples.sighting("S-" + mark, Samples.NOW, 31));
    desk.sites().putAll(List.of(ServiceSamples.site(Samples.LESSOR, "P-" + mark, "Tower")));
    desk.roster().putAll(List.of(ServiceSamples.duty(1, "S-" + mark, Samples.NOW)));
    desk.tasks().add(ServiceSamples.task("D-" + mark, "R-" + mark, Samples.NOW));
  }
}
