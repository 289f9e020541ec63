package org.leasekit.jdbc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.TenantId;

/** What a change says beside its kind, as lines of fields; no lines where it says nothing. */
final class ChangeText implements Change.Cases<List<List<String>>> {

  private ChangeText() {}

  static String write(Change change) {
    return Lines.write(change.match(new ChangeText()));
  }

  static Change read(ChangeKind kind, String text) {
    List<List<String>> lines = Lines.read(text);
    return switch (kind) {
      case EXTENSION -> new Change.Extension(day(lines, 0));
      case RENT_CHANGE -> new Change.RentChange(amount(lines, 0), field(lines, 1));
      case PRICE_RULES -> RulesText.priceRules(lines);
      case INDEX_FIGURES -> new Change.IndexFigures(RulesText.series(lines));
      case UNIT_SWAP -> new Change.UnitSwap(new UnitRef(lines.get(0).get(0), lines.get(0).get(1)));
      case SPLIT ->
          new Change.Split(
              new ContractNo(field(lines, 0)), portion(lines, 1), portion(lines, 2), amount(lines, 3),
              field(lines, 4));
      case MERGE_BACK ->
          new Change.MergeBack(new ContractNo(field(lines, 0)), amount(lines, 1), field(lines, 2));
      case SUBLEASE -> new Change.Sublease(new TenantId(field(lines, 0)), day(lines, 1));
      case ASSIGNMENT -> new Change.Assignment(new TenantId(field(lines, 0)), contactsAfterFirst(lines));
      case CONTACT_CHANGE -> new Change.ContactChange(ContractRows.contacts(text));
      case OCCUPANT_CHANGE -> new Change.OccupantChange(occupant(lines), contactsAfterFirst(lines));
      case PAYER_CHANGE -> new Change.PayerChange(PayerText.read(lines));
      case SUSPENSION -> new Change.Suspension();
      case RESUMPTION -> new Change.Resumption();
      case EARLY_TERMINATION -> new Change.EarlyTermination(day(lines, 0));
      case WITHDRAWAL -> new Change.Withdrawal(Integer.parseInt(field(lines, 0)));
    };
  }

  @Override
  public List<List<String>> extension(Change.Extension change) {
    return List.of(List.of(change.newEndExclusive().toString()));
  }

  @Override
  public List<List<String>> rentChange(Change.RentChange change) {
    return List.of(fields(change.monthlyRent()), List.of(change.agreement()));
  }

  @Override
  public List<List<String>> priceRules(Change.PriceRules change) {
    return RulesText.lines(change);
  }

  @Override
  public List<List<String>> indexFigures(Change.IndexFigures change) {
    return RulesText.figures(change.figures());
  }

  @Override
  public List<List<String>> unitSwap(Change.UnitSwap change) {
    return List.of(List.of(change.unit().project(), change.unit().unit()));
  }

  @Override
  public List<List<String>> split(Change.Split change) {
    return List.of(
        List.of(change.other().value()), fields(change.kept()), fields(change.given()),
        fields(change.keptRent()), List.of(change.agreement()));
  }

  @Override
  public List<List<String>> mergeBack(Change.MergeBack change) {
    return List.of(
        List.of(change.other().value()), fields(change.rent()), List.of(change.agreement()));
  }

  @Override
  public List<List<String>> sublease(Change.Sublease change) {
    return List.of(
        List.of(change.subtenant().value()), List.of(change.untilExclusive().toString()));
  }

  @Override
  public List<List<String>> assignment(Change.Assignment change) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of(change.tenant().value())));
    lines.addAll(Lines.read(ContractRows.contacts(change.contacts())));
    return lines;
  }

  @Override
  public List<List<String>> contactChange(Change.ContactChange change) {
    return Lines.read(ContractRows.contacts(change.contacts()));
  }

  @Override
  public List<List<String>> occupantChange(Change.OccupantChange change) {
    Occupant occupant = change.occupant();
    if (occupant == null) {
      return List.of();
    }
    List<String> fields = new ArrayList<>(List.of(occupant.name()));
    if (occupant.badge() != null) {
      fields.add(occupant.badge());
    }
    List<List<String>> lines = new ArrayList<>(List.of(fields));
    lines.addAll(Lines.read(ContractRows.contacts(change.contacts())));
    return lines;
  }

  @Override
  public List<List<String>> payerChange(Change.PayerChange change) {
    return PayerText.lines(change.payer());
  }

  @Override
  public List<List<String>> suspension(Change.Suspension change) {
    return List.of();
  }

  @Override
  public List<List<String>> resumption(Change.Resumption change) {
    return List.of();
  }

  @Override
  public List<List<String>> earlyTermination(Change.EarlyTermination change) {
    return List.of(List.of(change.noticeOn().toString()));
  }

  @Override
  public List<List<String>> withdrawal(Change.Withdrawal change) {
    return List.of(List.of(Integer.toString(change.number())));
  }

  private static List<String> fields(MonetaryAmount amount) {
    return List.of(
        Long.toString(MinorUnits.of(amount)), amount.getCurrency().getCurrencyCode());
  }

  private static List<String> fields(Portion portion) {
    return List.of(
        portion.slot().name(), portion.week().name(), Integer.toString(portion.share().parts()));
  }

  private static String field(List<List<String>> lines, int line) {
    return lines.get(line).get(0);
  }

  private static LocalDate day(List<List<String>> lines, int line) {
    return LocalDate.parse(field(lines, line));
  }

  private static MonetaryAmount amount(List<List<String>> lines, int line) {
    return MinorUnits.amount(Long.parseLong(field(lines, line)), lines.get(line).get(1));
  }

  private static Portion portion(List<List<String>> lines, int line) {
    List<String> fields = lines.get(line);
    return new Portion(
        Slot.valueOf(fields.get(0)), Week.valueOf(fields.get(1)), new Share(Integer.parseInt(fields.get(2))));
  }

  /** None where the text was written before there were any. */
  private static List<Contact> contactsAfterFirst(List<List<String>> lines) {
    return lines.stream().skip(1).map(ContractRows::contact).toList();
  }

  private static @Nullable Occupant occupant(List<List<String>> lines) {
    if (lines.isEmpty()) {
      return null;
    }
    List<String> fields = lines.get(0);
    return new Occupant(fields.get(0), fields.size() > 1 ? fields.get(1) : null);
  }
}
