package org.leasekit.application;

import java.util.List;
import java.util.Set;
import org.leasekit.dunning.DunningPolicies;
import org.leasekit.escalation.Done;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.StageAct;
import org.leasekit.renewal.Notice;
import org.leasekit.renewal.OfferResult;
import org.leasekit.renewal.StewardTask;

/** Which stages turn to the tenant, and what that makes of what was to be said before. */
final class Telling {
  /** Acts by which a tenant hears of the matter, whatever became of them. */
  private static final Set<String> TELLING =
      Set.of(
          "NOTICE", StewardTask.Kind.CALL.name(), StewardTask.Kind.VISIT.name(), DunningPolicies.CALL);

  private Telling() {}

  /** Whether a stage turned to the tenant; one of which nobody recorded what it did may have. */
  static boolean turnedToTheTenant(Fired fired) {
    List<String> done = fired.actions();
    return done.isEmpty() || done.stream().map(Done::parse).anyMatch(Telling::tells);
  }

  /**
   * Whether a later stage has turned to the tenant since a notice's own stage fired: then the notice would be one too many, and
   * come after what was to come after it. A stage that tells the tenant nothing, such as one that draws up a proposal, does not
   * take the place of a message.
   *
   * @param log what fired in the notice's own cycle
   */
  static boolean isOvertaken(Notice notice, List<Fired> log) {
    return log.stream()
        .filter(fired -> fired.stage().equals(notice.stage()))
        .findFirst()
        .filter(own -> log.stream().anyMatch(each -> each.at().isAfter(own.at()) && turnedToTheTenant(each)))
        .isPresent();
  }

  private static boolean tells(Done done) {
    boolean offered =
        done.word().equals(new StageAct.MakeOffer().word())
            && !OfferResult.valueOf(done.result()).isForAPerson();
    return offered || TELLING.contains(done.word());
  }
}
