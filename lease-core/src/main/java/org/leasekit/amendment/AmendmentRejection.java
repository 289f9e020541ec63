package org.leasekit.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Rejection;

/**
 * Why an amendment was rejected; nothing was changed.
 *
 * @param broken the rule
 * @param effective day from which the rejected amendment should have held
 * @param details what the rule speaks of beside contract and day, in the order of its text
 * @param later for {@link AmendmentRule#CONFLICTS_WITH_LATER} the recorded amendment that would not be possible any
 *     more, else null
 * @param laterRule the rule that it would break, else null
 */
public record AmendmentRejection(
    AmendmentRule broken,
    ContractNo contract,
    ChangeKind kind,
    LocalDate effective,
    List<String> details,
    @Nullable AmendmentId later,
    @Nullable AmendmentRule laterRule)
    implements Rejection {

  public AmendmentRejection {
    details = List.copyOf(details);
  }

  /** Of a rule that speaks of the amendment itself. */
  static AmendmentRejection of(
      AmendmentRule rule, ContractNo contract, ChangeKind kind, LocalDate effective, Object... details) {
    List<String> texts = new ArrayList<>();
    for (Object detail : details) {
      texts.add(detail.toString());
    }
    return new AmendmentRejection(rule, contract, kind, effective, texts, null, null);
  }

  /** Of an amendment that would make a recorded one impossible. */
  static AmendmentRejection conflict(
      ContractNo contract, ChangeKind kind, LocalDate effective, Amendment later, AmendmentRule rule) {
    return new AmendmentRejection(
        AmendmentRule.CONFLICTS_WITH_LATER, contract, kind, effective,
        List.of(later.id().toString(), later.effective().toString(), rule.name()), later.id(), rule);
  }

  @Override
  public String rule() {
    return broken.name();
  }

  @Override
  public String field() {
    return "amendment";
  }

  /** Contract, effective day, details. */
  @Override
  public List<String> data() {
    List<String> data = new ArrayList<>();
    data.add(contract.value());
    data.add(effective.toString());
    data.addAll(details);
    return List.copyOf(data);
  }
}
