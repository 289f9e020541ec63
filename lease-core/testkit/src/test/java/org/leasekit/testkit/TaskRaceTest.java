package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DecideOffer;
import org.leasekit.application.LessorProfile;
import org.leasekit.memory.MemoryStores;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Stores;
import org.leasekit.port.Tasks;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.PricingStrategies;
import org.leasekit.renewal.StewardTask;

/** Somebody does something about a task between its being listed and closed: what they did is kept. */
class TaskRaceTest {
  private static final StaffId COLLEAGUE = new StaffId("colleague");
  private static final Instant NOW = RenewalTown.at("2026-03-30", "11:00");

  /** What is done to a task once, right after it was listed. */
  private @Nullable UnaryOperator<StewardTask> meanwhile;

  /** Replaces the method of the port's same name. */
  private final class Listing {
    private final Tasks right;

    Listing(Tasks right) {
      this.right = right;
    }

    public List<StewardTask> openOfCase(LessorId lessor, CaseId id) {
      List<StewardTask> listed = right.openOfCase(lessor, id);
      UnaryOperator<StewardTask> done = meanwhile;
      if (done != null && !listed.isEmpty()) {
        meanwhile = null;
        listed.forEach(task -> right.update(done.apply(task)));
      }
      return listed;
    }
  }

  /** A debt about which somebody was asked to call is paid, and the sweep comes by. */
  private RenewalTown paid() {
    Stores stores = Wrong.methods(new MemoryStores(), Tasks.class, Listing::new);
    RenewalTown town =
        new RenewalTown(
            stores, MemoryJourneyTest.VALIDATOR, "2026-02-28", RenewalTown.profile(),
            RenewalTown.dunning());
    town.let(
        "A",
        lease -> {
          lease.start = "2026-03-01";
          lease.lastDay = "2027-02-28";
          lease.deposit = "0.00";
        });
    town.daysTo("2026-03-30");
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.OVERDUE_CALL);
    town.pay("A", "P-MAR", "1000.00").orElseThrow();
    return town;
  }

  @Test
  void whatWasTakenOnMeanwhileIsKept() {
    RenewalTown town = paid();
    meanwhile = task -> task.accept(COLLEAGUE, NOW).snooze(NOW.plusSeconds(60));
    assertThat(town.kit.dunning().runDue().tasksClosed()).isEqualTo(1);
    StewardTask closed = town.tasks().get(0);
    assertThat(closed.outcome()).isEqualTo(StewardTask.Outcome.OBSOLETE);
    assertThat(closed.assignee()).isEqualTo(COLLEAGUE);
    assertThat(closed.handling()).isEqualTo(new StewardTask.Handling(NOW, NOW.plusSeconds(60), 1, ""));
  }

  @Test
  void whatWasDoneMeanwhileIsDoneAndNotClosedAgain() {
    RenewalTown town = paid();
    meanwhile = task -> task.close(StewardTask.Outcome.DONE, "谈妥了", NOW);
    assertThat(town.kit.dunning().runDue().tasksClosed()).isZero();
    StewardTask done = town.tasks().get(0);
    assertThat(done.outcome()).isEqualTo(StewardTask.Outcome.DONE);
    assertThat(done.handling().note()).isEqualTo("谈妥了");
  }

  @Test
  void whoHasTakenAnApprovalOnHasItWhenItIsGiven() {
    LessorProfile dearer =
        RenewalTown.profile()
            .withOffers(PricingStrategies.changed(2000), RenewalTown.profile().offers());
    Stores stores = Wrong.methods(new MemoryStores(), Tasks.class, Listing::new);
    RenewalTown town = new RenewalTown(stores, MemoryJourneyTest.VALIDATOR, "2026-02-28", dearer);
    town.let("A", lease -> {});
    town.goTo("2026-03-05", "11:00");
    assertThat(town.tasks()).extracting(StewardTask::kind).containsExactly(StewardTask.Kind.APPROVAL);
    meanwhile = task -> task.accept(COLLEAGUE, NOW);
    town.kit.offers().decide(new DecideOffer(town.caseOf("A").value(), "boss", true)).orElseThrow();
    assertThat(town.tasks().get(0))
        .extracting(StewardTask::outcome, StewardTask::assignee, task -> task.handling().acceptedAt())
        .containsExactly(StewardTask.Outcome.DONE, COLLEAGUE, NOW);
  }
}
