package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyRole;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;

/** Contracts and the steps of their life as rows. */
final class ContractRows {

  static final String COLUMNS =
      """
      k.lessor, k.contract_no, k.is_master, k.project, k.unit_project, k.unit, k.slot, k.days_of_week, k.share_parts,
      k.tenant,
      k.occupant_name, k.occupant_badge, k.payer, k.contacts, k.steward, k.term_start, k.term_end, k.terminates_on,
      k.rent_minor,
      k.deposit_minor, k.currency, k.cycle_months, k.proration, k.charge_rules, k.status, k.parent_no, k.predecessor_no,
      k.successor_no, k.version
      """;

  private static final String NAMES =
      """
      lessor, contract_no, is_master, project, unit_project, unit, slot, days_of_week, share_parts, tenant,
      occupant_name, occupant_badge, payer, contacts, steward, term_start, term_end, terminates_on, rent_minor,
      deposit_minor, currency, cycle_months, proration, charge_rules, status, parent_no, predecessor_no,
      successor_no, version
      """;

  private static final String VALUES =
      """
      :lessor, :no, :master, :project, :unitProject, :unit, :slot, :week, :share, :tenant,
      :occupantName, :occupantBadge, :payer, :contacts, :steward, :termStart, :termEnd, :terminatesOn, :rent,
      :deposit, :currency, :cycleMonths, :proration, :rules, :status, :parent, :predecessor,
      :successor, 1
      """;

  static final String INSERT = insertInto("lk_contract", "", "");

  static final String UPDATE = update("lk_contract", "");

  static final String CHANGE_COLUMNS =
      """
      lessor, contract_no, seq_no, from_status, to_status, changed_at, changed_by, reason, evidence
      """;

  private ContractRows() {}

  /** Inserts a contract, or what is kept like one. */
  static String insertInto(String table, String moreNames, String moreValues) {
    return "INSERT INTO " + table + " (" + NAMES + moreNames + ") VALUES (" + VALUES + moreValues + ")";
  }

  /** Updates a contract, or what is kept like one, of the version it has. */
  static String update(String table, String more) {
    return "UPDATE " + table + " SET\n"
        + """
        is_master = :master, project = :project, unit_project = :unitProject, unit = :unit, slot = :slot,
        days_of_week = :week, share_parts = :share, tenant = :tenant, occupant_name = :occupantName, occupant_badge = :occupantBadge,
        payer = :payer, contacts = :contacts, steward = :steward, term_start = :termStart, term_end = :termEnd,
        terminates_on = :terminatesOn, rent_minor = :rent, deposit_minor = :deposit, currency = :currency, cycle_months = :cycleMonths,
        proration = :proration, charge_rules = :rules, status = :status, parent_no = :parent, predecessor_no = :predecessor,
        successor_no = :successor, version = version + 1
        """
        + more
        + "WHERE lessor = :lessor AND contract_no = :no AND version = :version";
  }

  /** Everything but the version. */
  static <S extends SqlStatement<S>> void bind(S statement, Contract contract) {
    UnitRef unit = contract.unit();
    Occupant occupant = contract.occupant();
    StaffId steward = contract.steward();
    ChargeTerms terms = contract.terms();
    statement
        .bind("lessor", contract.lessor().value())
        .bind("no", contract.no().value())
        .bind("master", contract.master())
        .bind("project", contract.project())
        .bind("unitProject", unit == null ? null : unit.project())
        .bind("unit", unit == null ? null : unit.unit())
        .bind("slot", contract.portion().slot().name())
        .bind("week", contract.portion().week().name())
        .bind("share", contract.portion().share().parts())
        .bind("tenant", contract.tenant().value())
        .bind("occupantName", occupant == null ? null : occupant.name())
        .bind("occupantBadge", occupant == null ? null : occupant.badge())
        .bind("payer", PayerText.write(contract.payer()))
        .bind("contacts", contacts(contract.contacts()))
        .bind("steward", steward == null ? null : steward.value())
        .bind("termStart", contract.term().start())
        .bind("termEnd", contract.term().endExclusive())
        .bind("terminatesOn", contract.terminatesOn())
        .bind("rent", MinorUnits.of(terms.monthlyRent()))
        .bind("deposit", MinorUnits.of(terms.deposit()))
        .bind("currency", terms.currency().getCurrencyCode())
        .bind("cycleMonths", terms.cycleMonths())
        .bind("proration", terms.proration())
        .bind("rules", RulesText.write(terms.rules()))
        .bind("status", contract.status().name())
        .bind("parent", value(contract.links().parent()))
        .bind("predecessor", value(contract.links().predecessor()))
        .bind("successor", value(contract.links().successor()));
  }

  static <S extends SqlStatement<S>> void bindVersioned(S statement, Contract contract) {
    bind(statement, contract);
    statement.bind("version", contract.version());
  }

  static Contract read(Columns row) throws SQLException {
    return new Contract(
        row.lessor(),
        row.contractNo("contract_no"),
        row.flag("is_master"),
        row.text("project"),
        unit(row.textOrNull("unit_project"), row.textOrNull("unit")),
        portion(row),
        new TenantId(row.text("tenant")),
        occupant(row.textOrNull("occupant_name"), row.textOrNull("occupant_badge")),
        PayerText.read(row.textOrNull("payer")),
        contacts(row.text("contacts")),
        steward(row.textOrNull("steward")),
        row.range("term_start", "term_end"),
        row.dateOrNull("terminates_on"),
        new ChargeTerms(
            row.money("rent_minor", "currency"),
            row.money("deposit_minor", "currency"),
            row.integer("cycle_months"),
            row.text("proration"),
            RulesText.read(row.text("charge_rules"))),
        row.constant("status", ContractStatus.class),
        new Links(
            row.contractNoOrNull("parent_no"),
            row.contractNoOrNull("predecessor_no"),
            row.contractNoOrNull("successor_no")),
        row.number("version"));
  }

  static Portion portion(Columns row) throws SQLException {
    return new Portion(
        row.constant("slot", Slot.class),
        row.constant("days_of_week", Week.class),
        new Share(row.integer("share_parts")));
  }

  static <S extends SqlStatement<S>> void bind(S statement, StatusChange change) {
    statement
        .bind("lessor", change.lessor().value())
        .bind("no", change.contract().value())
        .bind("from", change.from().name())
        .bind("to", change.to().name())
        .bind("at", change.at())
        .bind("by", change.by())
        .bind("reason", change.reason())
        .bind("evidence", change.evidence());
  }

  static StatusChange readChange(Columns row) throws SQLException {
    return new StatusChange(
        row.lessor(),
        row.contractNo("contract_no"),
        row.constant("from_status", ContractStatus.class),
        row.constant("to_status", ContractStatus.class),
        row.instant("changed_at"),
        row.text("changed_by"),
        row.text("reason"),
        row.text("evidence"));
  }

  static String contacts(List<Contact> contacts) {
    return Lines.write(
        contacts.stream()
            .map(
                contact ->
                    contact.owner() == PartyRole.TENANT
                        ? List.of(contact.channel().name(), contact.address())
                        : List.of(contact.channel().name(), contact.address(), contact.owner().name()))
            .toList());
  }

  static List<Contact> contacts(String text) {
    return Lines.read(text).stream()
        .map(ContractRows::contact)
        .toList();
  }

  /** Channel and address; the owner follows where that is not the tenant. */
  static Contact contact(List<String> fields) {
    return new Contact(
        Channel.valueOf(fields.get(0)),
        fields.get(1),
        fields.size() > 2 ? PartyRole.valueOf(fields.get(2)) : PartyRole.TENANT);
  }

  private static @Nullable String value(@Nullable ContractNo no) {
    return no == null ? null : no.value();
  }

  private static @Nullable UnitRef unit(@Nullable String project, @Nullable String unit) {
    return project == null || unit == null ? null : new UnitRef(project, unit);
  }

  private static @Nullable Occupant occupant(@Nullable String name, @Nullable String badge) {
    return name == null ? null : new Occupant(name, badge);
  }

  private static @Nullable StaffId steward(@Nullable String id) {
    return id == null ? null : new StaffId(id);
  }
}
