package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.escalation.Fired;
import org.leasekit.escalation.MovedBy;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.PartyRole;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.StageDecision;
import org.leasekit.renewal.Touch;

/** Renewal cases and touches as rows. */
final class CaseRows {

  static final String COLUMNS =
      """
      lessor, id, contract_no, term_end, lapses_at, policy, policy_version, offer_start, offer_end,
      offer_rent_minor, offer_deposit_minor, offer_cycle_months, offer_proration, offer_rules, offer_first_minor,
      offer_top_up_minor, offer_refund_minor, offer_add_ons, offer_currency, state, opened_at, responded_at, accepted_at, paid_at, signed_at,
      declined_at, signature_id, closed_at, next_due_at, version, failed_at, entered_at
      """;

  static final String INSERT =
      """
      INSERT INTO lk_renewal_case (
        lessor, id, contract_no, term_end, lapses_at, policy, policy_version, offer_start, offer_end,
        offer_rent_minor, offer_deposit_minor, offer_cycle_months, offer_proration, offer_rules, offer_first_minor,
        offer_top_up_minor, offer_refund_minor, offer_add_ons, offer_currency, state, opened_at, responded_at, accepted_at, paid_at, signed_at,
        declined_at, signature_id, closed_at, next_due_at, version, failed_at, entered_at)
      VALUES (
        :lessor, :id, :no, :termEnd, :lapsesAt, :policy, :policyVersion, :offerStart, :offerEnd,
        :rent, :deposit, :cycleMonths, :proration, :rules, :first,
        :topUp, :refund, :addOns, :currency, :state, :openedAt, :respondedAt, :acceptedAt, :paidAt, :signedAt,
        :declinedAt, :signatureId, :closedAt, :nextDueAt, 1, :failedAt, :enteredAt)
      """;

  static final String UPDATE =
      """
      UPDATE lk_renewal_case SET
        contract_no = :no, term_end = :termEnd, lapses_at = :lapsesAt, policy = :policy,
        policy_version = :policyVersion, offer_start = :offerStart, offer_end = :offerEnd,
        offer_rent_minor = :rent, offer_deposit_minor = :deposit, offer_cycle_months = :cycleMonths,
        offer_proration = :proration, offer_rules = :rules, offer_first_minor = :first, offer_top_up_minor = :topUp,
        offer_refund_minor = :refund, offer_add_ons = :addOns,
        offer_currency = :currency, state = :state, opened_at = :openedAt, responded_at = :respondedAt,
        accepted_at = :acceptedAt, paid_at = :paidAt, signed_at = :signedAt, declined_at = :declinedAt,
        signature_id = :signatureId, closed_at = :closedAt, next_due_at = :nextDueAt, failed_at = :failedAt,
        entered_at = :enteredAt, version = version + 1
      WHERE lessor = :lessor AND id = :id AND version = :version
      """;

  static final String TOUCH_COLUMNS =
      "lessor, case_id, seq_no, contract_no, touched_at, stage, channel, recipient, result, owner";

  private CaseRows() {}

  /** Everything but the version. */
  static <S extends SqlStatement<S>> void bind(S statement, RenewalCase renewal) {
    RenewalCase.Progress progress = renewal.progress();
    bindOffer(statement, renewal.offer());
    statement
        .bind("lessor", renewal.lessor().value())
        .bind("id", renewal.id().value())
        .bind("no", renewal.contract().value())
        .bind("termEnd", renewal.expiry().plusDays(1))
        .bind("lapsesAt", renewal.lapsesAt())
        .bind("policy", renewal.policy())
        .bind("policyVersion", renewal.policyVersion())
        .bind("state", renewal.state().name())
        .bind("openedAt", renewal.openedAt())
        .bindByType("respondedAt", progress.respondedAt(), Instant.class)
        .bindByType("acceptedAt", progress.acceptedAt(), Instant.class)
        .bindByType("paidAt", progress.paidAt(), Instant.class)
        .bindByType("signedAt", progress.signedAt(), Instant.class)
        .bindByType("declinedAt", progress.declinedAt(), Instant.class)
        .bind("signatureId", progress.signatureId())
        .bindByType("closedAt", renewal.closedAt(), Instant.class)
        .bindByType("nextDueAt", renewal.nextDueAt(), Instant.class)
        .bindByType("failedAt", renewal.failedAt(), Instant.class)
        .bind("enteredAt", renewal.enteredAt());
  }

  static <S extends SqlStatement<S>> void bindVersioned(S statement, RenewalCase renewal) {
    bind(statement, renewal);
    statement.bind("version", renewal.version());
  }

  private static <S extends SqlStatement<S>> void bindOffer(S statement, Offer offer) {
    ChargeTerms terms = offer.terms();
    statement
        .bind("offerStart", offer.term().start())
        .bind("offerEnd", offer.term().endExclusive())
        .bind("rent", MinorUnits.of(terms.monthlyRent()))
        .bind("deposit", MinorUnits.of(terms.deposit()))
        .bind("cycleMonths", terms.cycleMonths())
        .bind("proration", terms.proration())
        .bind("rules", RulesText.write(terms.rules()))
        .bind("first", minor(offer.firstRent(), terms.currency()))
        .bind("topUp", minor(offer.depositTopUp(), terms.currency()))
        .bind("refund", minor(offer.depositRefund(), terms.currency()))
        .bind("addOns", addOns(offer))
        .bind("currency", terms.currency().getCurrencyCode());
  }

  private static @Nullable String addOns(Offer offer) {
    return offer.addOns().isEmpty()
        ? null
        : Lines.write(
            offer.addOns().stream()
                .map(
                    line ->
                        List.of(
                            line.id().value(),
                            line.name(),
                            String.valueOf(line.quantity()),
                            String.valueOf(minor(line.amount(), offer.terms().currency()))))
                .toList());
  }

  private static List<AddOnLine> readAddOns(@Nullable String text, String currency) {
    return text == null
        ? List.of()
        : Lines.read(text).stream()
            .map(
                fields ->
                    new AddOnLine(
                        new AddOnId(fields.get(0)),
                        fields.get(1),
                        Integer.parseInt(fields.get(2)),
                        MinorUnits.amount(Long.parseLong(fields.get(3)), currency)))
            .toList();
  }

  private static long minor(MonetaryAmount amount, CurrencyUnit currency) {
    if (!amount.getCurrency().equals(currency)) {
      throw new IllegalArgumentException("offer: all of it in " + currency + ", but was " + amount);
    }
    return MinorUnits.of(amount);
  }

  static RenewalCase read(Columns row) throws SQLException {
    Instant opened = row.instant("opened_at");
    Instant entered = row.instantOrNull("entered_at");
    return new RenewalCase(
        row.lessor(),
        new CaseId(row.text("id")),
        row.contractNo("contract_no"),
        row.date("term_end").minusDays(1),
        row.instant("lapses_at"),
        row.text("policy"),
        row.integer("policy_version"),
        readOffer(row),
        row.constant("state", CaseState.class),
        opened,
        new RenewalCase.Progress(
            row.instantOrNull("responded_at"),
            row.instantOrNull("accepted_at"),
            row.instantOrNull("paid_at"),
            row.instantOrNull("signed_at"),
            row.instantOrNull("declined_at"),
            row.textOrNull("signature_id")),
        row.instantOrNull("closed_at"),
        row.instantOrNull("next_due_at"),
        row.number("version"),
        row.instantOrNull("failed_at"),
        entered == null ? opened : entered);
  }

  private static Offer readOffer(Columns row) throws SQLException {
    return new Offer(
        row.range("offer_start", "offer_end"),
        new ChargeTerms(
            row.money("offer_rent_minor", "offer_currency"),
            row.money("offer_deposit_minor", "offer_currency"),
            row.integer("offer_cycle_months"),
            row.text("offer_proration"),
            RulesText.read(row.text("offer_rules"))),
        row.money("offer_first_minor", "offer_currency"),
        row.money("offer_top_up_minor", "offer_currency"),
        row.money("offer_refund_minor", "offer_currency"),
        readAddOns(row.textOrNull("offer_add_ons"), row.text("offer_currency")));
  }

  static Fired readFired(Columns row) throws SQLException {
    return new Fired(
        row.text("stage"),
        row.instant("planned_for"),
        row.instant("fired_at"),
        row.constant("moved_by", MovedBy.class),
        row.integer("policy_version"),
        Lines.read(row.text("actions")).stream().map(fields -> fields.get(0)).toList(),
        FactsText.read(row.textOrNull("facts")));
  }

  static StageDecision readDecision(Columns row) throws SQLException {
    return new StageDecision(
        new CaseId(row.text("case_id")),
        row.contractNo("contract_no"),
        row.date("term_end").minusDays(1),
        readFired(row));
  }

  static Touch readTouch(Columns row) throws SQLException {
    return new Touch(
        row.lessor(),
        new CaseId(row.text("case_id")),
        row.integer("seq_no"),
        row.contractNo("contract_no"),
        row.instant("touched_at"),
        row.text("stage"),
        row.constant("channel", Channel.class),
        row.text("recipient"),
        row.constant("result", Touch.Result.class),
        row.constant("owner", PartyRole.class));
  }
}
