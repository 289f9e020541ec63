package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leasekit.application.DunningProfile;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.dunning.HeldAmounts;
import org.leasekit.dunning.LateFees;
import org.leasekit.escalation.Condition;
import org.leasekit.escalation.EscalationPolicy;
import org.leasekit.escalation.PolicyBuilder;
import org.leasekit.escalation.PolicyVersions;
import org.leasekit.party.Channel;
import org.leasekit.port.MessageGateway.Delivery;
import org.leasekit.port.Stores;
import org.leasekit.renewal.StewardTask;

/** Whom a message about a debt has reached, as the stages of dunning ask, through the front door on an adapter's stores. */
public abstract class DunningFactsContract {

  /** For subclasses. */
  protected DunningFactsContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  /** A message three business days after March was due, two calls ten days after it: of whom it reached, of whom not. */
  private RenewalTown dunned(Delivery answer) {
    EscalationPolicy policy =
        PolicyBuilder.policy("dunning", RenewalTown.SHANGHAI)
            .stage("3", s -> s.businessDaysAfter(3).notice(DunningPolicies.OVERDUE, Channel.SMS))
            .stage(
                "9",
                s ->
                    s.businessDaysAfter(9)
                        .when(new Condition.Not(new Condition.Reached()))
                        .task("manager", DunningPolicies.CALL))
            .stage(
                "10",
                s -> s.businessDaysAfter(10).when(new Condition.Reached()).task("finance", DunningPolicies.CALL))
            .anchored(DunningPolicies.CATALOG)
            .orElseThrow();
    RenewalTown town =
        new RenewalTown(
            stores(), validator(), "2026-02-28", RenewalTown.profile(),
            new DunningProfile(
                PolicyVersions.always(policy), LateFees.NONE, HeldAmounts.NONE, RenewalTown.dunning().page()));
    town.answer = message -> answer;
    town.let("A", lease -> {
      lease.start = "2026-03-02";
      lease.lastDay = "2027-03-01";
      lease.deposit = "0.00";
    });
    town.daysTo("2026-03-17");
    return town;
  }

  private static List<String> askedAboutADebt(RenewalTown town) {
    return town.tasks().stream()
        .filter(task -> task.kind() == StewardTask.Kind.OVERDUE_CALL)
        .map(task -> task.stage() + " " + task.role())
        .toList();
  }

  @Test
  void reachedAboutADebtByAMessageThatArrived() {
    assertThat(askedAboutADebt(dunned(Delivery.DELIVERED))).containsExactly("10 finance");
  }

  @Test
  void notReachedAboutADebtAtADeadNumber() {
    assertThat(askedAboutADebt(dunned(Delivery.DEAD_CONTACT))).containsExactlyInAnyOrder("3 steward", "9 manager");
  }

  /** A month that was paid is another matter than the next one. */
  @Test
  void reachedAboutOneDebtIsNotReachedAboutTheNext() {
    RenewalTown town = dunned(Delivery.DELIVERED);
    town.pay("A", "P-1", "1000.00").orElseThrow();
    town.answer = message -> Delivery.DEAD_CONTACT;
    town.daysTo("2026-04-20");
    assertThat(askedAboutADebt(town)).contains("10 finance", "3 steward", "9 manager").hasSize(3);
  }
}
