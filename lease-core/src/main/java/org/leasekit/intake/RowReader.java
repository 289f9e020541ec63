package org.leasekit.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.BillingCycle;
import org.leasekit.billing.Prorations;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Payer;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;

/**
 * Reads rows, each by itself: cleans the cells and makes a draft contract of them, or names everything
 * that is wrong. Parts of months are charged by {@link Prorations#ACTUAL_MONTH}.
 */
public final class RowReader {

  private static final Map<String, PartyKind> KINDS =
      Map.of(
          "person", PartyKind.PERSON,
          "个人", PartyKind.PERSON,
          "company", PartyKind.COMPANY,
          "企业", PartyKind.COMPANY,
          "公司", PartyKind.COMPANY);

  private static final Map<String, BillingCycle> CYCLES =
      Map.of(
          "月付", BillingCycle.MONTHLY,
          "季付", BillingCycle.QUARTERLY,
          "半年付", BillingCycle.SEMI_ANNUAL,
          "年付", BillingCycle.ANNUAL);

  private static final Map<String, Locale> LANGUAGES =
      Map.of(
          "zh", Locale.SIMPLIFIED_CHINESE,
          "zh-cn", Locale.SIMPLIFIED_CHINESE,
          "chinese", Locale.SIMPLIFIED_CHINESE,
          "中文", Locale.SIMPLIFIED_CHINESE,
          "en", Locale.ENGLISH,
          "english", Locale.ENGLISH,
          "英文", Locale.ENGLISH,
          "英语", Locale.ENGLISH);

  private final LessorId lessor;
  private final Columns columns;
  private final CurrencyUnit defaultCurrency;

  /**
   * A reader of one table.
   *
   * @param defaultCurrency of rows that name none
   */
  public RowReader(LessorId lessor, Columns columns, CurrencyUnit defaultCurrency) {
    this.lessor = lessor;
    this.columns = columns;
    this.defaultCurrency = defaultCurrency;
  }

  /** Where the leased thing is. */
  private record Place(String project, @Nullable UnitRef unit, Remark remark) {}

  /** Reads a row. */
  public ReadRow read(RawRow row) {
    Cells cells = new Cells(columns, row);
    ContractNo no = number(cells);
    Place place = place(cells);
    Tenant tenant = tenant(cells);
    List<Contact> contacts = contacts(cells);
    DateRange term = term(cells);
    ChargeTerms terms = terms(cells);
    ChargeRules rules = RowRules.read(cells, term);
    ContractNo parent = parent(cells, no);
    LeaseRow.Amending amending = amending(cells);
    Locale language = language(cells);
    Payer payer = Payers.read(cells);
    List<Finding> findings = cells.findings();
    if (!findings.isEmpty()) {
      return new QuarantinedRow(row.line(), findings, row.cells());
    }
    if (no == null || place == null || tenant == null || term == null || terms == null) {
      throw new IllegalStateException("line " + row.line() + ": unread, and nothing found wrong");
    }
    String steward = cells.codeOrNull(Field.STEWARD);
    Contract contract =
        new Contract(
            lessor,
            no,
            place.remark().master(),
            place.project(),
            place.unit(),
            place.remark().slot().orElse(Slot.ALL),
            tenant.id(),
            occupant(cells, tenant),
            contacts,
            steward == null ? null : new StaffId(steward),
            term,
            terms.withRules(rules),
            ContractStatus.DRAFT,
            Links.under(parent),
            0);
    return new LeaseRow(row.line(), contract.withPayer(payer), tenant, amending, language, row.cells());
  }

  private static @Nullable Locale language(Cells cells) {
    String word = cells.code(Field.LANGUAGE).toLowerCase(Locale.ROOT);
    return word.isEmpty()
        ? null
        : cells.required(
            Field.LANGUAGE, Optional.ofNullable(LANGUAGES.get(word)), RowRule.UNKNOWN_LANGUAGE);
  }

  private static LeaseRow.Amending amending(Cells cells) {
    LocalDate effective =
        cells.text(Field.EFFECTIVE).isEmpty()
            ? null
            : cells.date(Field.EFFECTIVE, RowRule.EFFECTIVE_NOT_A_DATE);
    return new LeaseRow.Amending(cells.text(Field.AGREEMENT), effective);
  }

  private static @Nullable ContractNo number(Cells cells) {
    String code = cells.code(Field.CONTRACT_NO);
    if (code.isEmpty()) {
      cells.find(RowRule.NO_CONTRACT_NUMBER.brokenBy(cells.raw(Field.CONTRACT_NO)));
    }
    return ContractNo.parse(code).orElse(null);
  }

  /** A row that names itself its master would be a circle of one. */
  private static @Nullable ContractNo parent(Cells cells, @Nullable ContractNo no) {
    ContractNo parent = ContractNo.parse(cells.code(Field.PARENT_CONTRACT_NO)).orElse(null);
    if (parent != null && parent.equals(no)) {
      cells.find(RowRule.HIERARCHY_CYCLE.brokenBy(cells.raw(Field.PARENT_CONTRACT_NO)));
    }
    return parent;
  }

  private static @Nullable Place place(Cells cells) {
    String project = cells.text(Field.PROJECT);
    String unit = cells.code(Field.UNIT);
    Remark remark = Remark.parse(cells.raw(Field.REMARK));
    if (remark.slot().isEmpty()) {
      cells.find(RowRule.UNKNOWN_SLOT.brokenBy(cells.raw(Field.REMARK)));
    }
    if (remark.master() && !unit.isEmpty()) {
      cells.find(RowRule.MASTER_WITH_UNIT.brokenBy(cells.raw(Field.UNIT)));
    }
    if (!remark.master() && unit.isEmpty()) {
      cells.find(RowRule.NO_UNIT.brokenBy(cells.raw(Field.UNIT)));
    }
    if (project.isEmpty()) {
      cells.find(RowRule.NO_PROJECT.brokenBy(cells.raw(Field.PROJECT)));
      return null;
    }
    return new Place(project, unit.isEmpty() ? null : new UnitRef(project, unit), remark);
  }

  private @Nullable Tenant tenant(Cells cells) {
    String name = cells.text(Field.TENANT_NAME);
    if (name.isEmpty()) {
      cells.find(RowRule.NO_TENANT_NAME.brokenBy(cells.raw(Field.TENANT_NAME)));
    }
    String word = cells.code(Field.TENANT_TYPE).toLowerCase(Locale.ROOT);
    PartyKind kind =
        cells.required(
            Field.TENANT_TYPE,
            Optional.ofNullable(KINDS.get(word)),
            RowRule.UNKNOWN_TENANT_TYPE);
    LocalDate birthDate = null;
    if (!cells.text(Field.BIRTH_DATE).isEmpty()) {
      birthDate = cells.date(Field.BIRTH_DATE, RowRule.BIRTH_DATE_NOT_A_DATE);
    }
    if (kind == PartyKind.COMPANY && birthDate != null) {
      cells.find(RowRule.COMPANY_WITH_BIRTH_DATE.brokenBy(cells.raw(Field.BIRTH_DATE)));
      return null;
    }
    if (name.isEmpty() || kind == null) {
      return null;
    }
    return switch (kind) {
      case COMPANY -> Tenants.company(lessor, name);
      case PERSON -> Tenants.person(lessor, name, birthDate, reach(cells));
    };
  }

  /** What tells namesakes apart beside their birth date. */
  private static String reach(Cells cells) {
    return Cleaning.phones(cells.raw(Field.PHONE)).stream()
        .flatMap(List::stream)
        .findFirst()
        .orElseGet(() -> cells.code(Field.WECOM_ID));
  }

  private static List<Contact> contacts(Cells cells) {
    List<Contact> contacts = new ArrayList<>();
    Optional<List<String>> phones = Cleaning.phones(cells.raw(Field.PHONE));
    phones.stream()
        .flatMap(List::stream)
        .forEach(phone -> contacts.add(new Contact(Channel.SMS, phone)));
    String wecomId = cells.codeOrNull(Field.WECOM_ID);
    if (wecomId != null && wecomId.length() <= Field.WECOM_ID.maxLength()) {
      contacts.add(new Contact(Channel.WECOM, wecomId));
    }
    if (phones.isEmpty()) {
      cells.find(RowRule.PHONE_NOT_A_NUMBER.brokenBy(cells.raw(Field.PHONE)));
    } else if (contacts.isEmpty()) {
      cells.find(RowRule.NO_WAY_TO_REACH_TENANT.brokenBy(cells.raw(Field.PHONE)));
    }
    return contacts;
  }

  /** A plate without a driver's name belongs to the tenant. */
  private static @Nullable Occupant occupant(Cells cells, Tenant tenant) {
    String name = cells.textOrNull(Field.OCCUPANT_NAME);
    String plate = cells.codeOrNull(Field.PLATE_NO);
    if (name == null && plate == null) {
      return null;
    }
    return new Occupant(name == null ? tenant.name() : name, plate);
  }

  private static @Nullable DateRange term(Cells cells) {
    LocalDate start = cells.date(Field.START_DATE, RowRule.START_DATE_NOT_A_DATE);
    LocalDate lastDay = cells.date(Field.END_DATE, RowRule.END_DATE_NOT_A_DATE);
    if (start == null || lastDay == null) {
      return null;
    }
    if (lastDay.isBefore(start)) {
      cells.find(RowRule.ENDS_BEFORE_START.brokenBy(cells.raw(Field.END_DATE)));
      return null;
    }
    return DateRange.ofClosed(start, lastDay);
  }

  private @Nullable ChargeTerms terms(Cells cells) {
    CurrencyUnit named =
        cells.text(Field.CURRENCY).isEmpty()
            ? defaultCurrency
            : cells.required(
                Field.CURRENCY,
                Cleaning.currency(cells.raw(Field.CURRENCY)),
                RowRule.UNKNOWN_CURRENCY);
    // what is no amount in the default currency is worth saying, whatever the row's own should be
    CurrencyUnit currency = named == null ? defaultCurrency : named;
    MonetaryAmount rent =
        amount(cells, Field.MONTHLY_RENT, currency, RowRule.RENT_NOT_AN_AMOUNT);
    MonetaryAmount deposit =
        cells.text(Field.DEPOSIT).isEmpty()
            ? MinorUnits.amount(0, currency)
            : amount(cells, Field.DEPOSIT, currency, RowRule.DEPOSIT_NOT_AN_AMOUNT);
    BillingCycle cycle =
        cells.required(
            Field.BILLING_CYCLE,
            cycle(cells.code(Field.BILLING_CYCLE).toLowerCase(Locale.ROOT)),
            RowRule.UNKNOWN_BILLING_CYCLE);
    if (rent == null || deposit == null || cycle == null) {
      return null;
    }
    return new ChargeTerms(rent, deposit, cycle.months(), Prorations.ACTUAL_MONTH.code());
  }

  private static @Nullable MonetaryAmount amount(
      Cells cells, Field field, CurrencyUnit currency, RowRule otherwise) {
    OptionalLong minor = Cleaning.amount(cells.raw(field), currency);
    if (minor.isEmpty()) {
      cells.find(otherwise.brokenBy(cells.raw(field)));
      return null;
    }
    return MinorUnits.amount(minor.getAsLong(), currency);
  }

  private static Optional<BillingCycle> cycle(String word) {
    BillingCycle chinese = CYCLES.get(word);
    if (chinese != null) {
      return Optional.of(chinese);
    }
    try {
      return Optional.of(BillingCycle.of(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
