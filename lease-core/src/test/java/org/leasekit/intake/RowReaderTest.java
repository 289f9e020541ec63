package org.leasekit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leasekit.intake.Portfolio.lease;
import static org.leasekit.intake.Portfolio.master;
import static org.leasekit.intake.Portfolio.read;
import static org.leasekit.intake.Portfolio.row;
import static org.leasekit.intake.Portfolio.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.money.Monetary;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.Occupant;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.StaffId;
import org.leasekit.party.Tenant;

class RowReaderTest {

  private static final String RULES =
      """
      CONTRACT_NO | '' | NO_CONTRACT_NUMBER
      CONTRACT_NO | '\u3000' | NO_CONTRACT_NUMBER
      PROJECT | '' | NO_PROJECT
      UNIT | '' | NO_UNIT
      TENANT_NAME | ' ' | NO_TENANT_NAME
      TENANT_TYPE | '' | UNKNOWN_TENANT_TYPE
      TENANT_TYPE | martian | UNKNOWN_TENANT_TYPE
      TENANT_TYPE | company | COMPANY_WITH_BIRTH_DATE
      BIRTH_DATE | 1980-02-30 | BIRTH_DATE_NOT_A_DATE
      PHONE | 1.99E+10 | PHONE_NOT_A_NUMBER
      START_DATE | 2026-02-30 | START_DATE_NOT_A_DATE
      START_DATE | '' | START_DATE_NOT_A_DATE
      END_DATE | tomorrow | END_DATE_NOT_A_DATE
      END_DATE | 2025-03-31 | ENDS_BEFORE_START
      MONTHLY_RENT | 面议 | RENT_NOT_AN_AMOUNT
      MONTHLY_RENT | '' | RENT_NOT_AN_AMOUNT
      MONTHLY_RENT | -1 | RENT_NOT_AN_AMOUNT
      CURRENCY | XYZQ | UNKNOWN_CURRENCY
      DEPOSIT | two | DEPOSIT_NOT_AN_AMOUNT
      BILLING_CYCLE | daily | UNKNOWN_BILLING_CYCLE
      BILLING_CYCLE | '' | UNKNOWN_BILLING_CYCLE
      REMARK | 合租:周末 | UNKNOWN_SLOT
      REMARK | 母合同 | MASTER_WITH_UNIT
      PARENT_CONTRACT_NO | PK1 | HIERARCHY_CYCLE
      EFFECTIVE | 2026-02-30 | EFFECTIVE_NOT_A_DATE
      RATE_UNIT | hour | UNKNOWN_RATE_UNIT
      DISCOUNT_CODE | LOYAL | DISCOUNT_INCOMPLETE
      DISCOUNT_PERCENT | 10 | DISCOUNT_INCOMPLETE
      PAYER_ID | P-7 | PAYER_WITHOUT_NAME
      PAYER_PHONE | 13900000001 | PAYER_WITHOUT_NAME
      RENT_FREE_UNTIL | soon | RENT_FREE_NOT_A_DATE
      RENT_FREE_UNTIL | 2026-04-01 | RENT_FREE_OUTSIDE_TERM
      RENT_FREE_UNTIL | 2025-03-31 | RENT_FREE_OUTSIDE_TERM
      LANGUAGE | 火星文 | UNKNOWN_LANGUAGE
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = RULES)
  void oneBadCellBreaksOneRule(Field field, String cell, RowRule rule) {
    RawRow raw = row(1, field, cell);

    assertThat(read(raw))
        .asInstanceOf(InstanceOfAssertFactories.type(QuarantinedRow.class))
        .satisfies(
            bad -> {
              assertThat(rules(bad)).containsExactly(rule.name());
              Finding found = bad.findings().get(0);
              int column = Portfolio.header().indexOf(found.field());
              assertThat(found.rejection().data())
                  .containsExactly(found.field(), raw.cells().get(column));
              assertThat(bad.line()).isEqualTo(1);
              assertThat(bad.cells()).isEqualTo(raw.cells());
            });
  }

  @Test
  void theTableOfRulesForgetsNoneThatARowAloneCanBreak() {
    Set<RowRule> tested =
        RULES.lines().map(line -> RowRule.valueOf(line.substring(line.lastIndexOf('|') + 1).strip()))
            .collect(Collectors.toSet());
    List<RowRule> untested =
        Arrays.stream(RowRule.values()).filter(rule -> !tested.contains(rule)).toList();
    // tested on their own below, those among rows with imported rows, those beside stored contracts with changes
    assertThat(untested)
        .containsExactly(
            RowRule.TOO_MANY_CELLS, RowRule.CELL_TOO_LONG, RowRule.NO_WAY_TO_REACH_TENANT,
            RowRule.NO_SUCH_MASTER, RowRule.TERM_OUTSIDE_MASTER, RowRule.NO_EFFECTIVE_DAY,
            RowRule.PAYER_PHONE_NOT_A_NUMBER, RowRule.DISCOUNT_NOT_A_PERCENTAGE, RowRule.NOT_AMENDABLE, RowRule.CONTRACT_HAS_ENDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "100.01", "-5", "ten", "1E1", "7.125", "5%%x"})
  void aDiscountIsAPercentage(String percent) {
    ReadRow read = read(row(1, Field.DISCOUNT_CODE, "LOYAL", Field.DISCOUNT_PERCENT, percent));
    assertThat(rules((QuarantinedRow) read))
        .containsExactly("DISCOUNT_NOT_A_PERCENTAGE");
  }

  @Test
  void theSimpleRulesOfChargesAreRead() {
    DateRange year = DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1));
    assertThat(lease(row(1)).contract().terms().rules()).isEqualTo(ChargeRules.STANDARD);
    assertThat(
            lease(
                    row(1, Field.RATE_UNIT, " 周 ", Field.DISCOUNT_CODE, "老客户", Field.DISCOUNT_PERCENT, "12.5%",
                        Field.RENT_FREE_UNTIL, "2025年4月15日"))
                .contract().terms().rules())
        .isEqualTo(
            ChargeRules.STANDARD
                .pricedPer(ChargeRules.Per.WEEK)
                .withDiscounts(new ChargeRules.Reduction("老客户", year, 1250))
                .withRentFree(DateRange.of(year.start(), LocalDate.of(2025, 4, 16))));
    assertThat(lease(row(1, Field.RATE_UNIT, "DAY")).contract().terms().rules().per())
        .isEqualTo(ChargeRules.Per.DAY);
  }

  @ParameterizedTest
  @CsvSource({"中文, zh-CN", "ZH-cn, zh-CN", " English , en", "英文, en"})
  void theLanguageIsReadInEither(String cell, String tag) {
    assertThat(lease(row(1, Field.LANGUAGE, cell)).language()).isEqualTo(Locale.forLanguageTag(tag));
    assertThat(lease(row(1, Field.LANGUAGE, " ")).language()).isNull();
  }

  @Test
  void aPayerIsReadWithIdAndNumbers() {
    assertThat(lease(row(1)).contract().payer()).isNull();
    assertThat(
            lease(row(1, Field.PAYER_NAME, " 光明公司 ", Field.PAYER_ID, "P-7", Field.PAYER_PHONE, "13900000001/13900000002"))
                .contract().payer())
        .isEqualTo(
            new Payer(
                new PayerId("P-7"), "光明公司",
                List.of(new Contact(Channel.SMS, "13900000001"), new Contact(Channel.SMS, "13900000002"))));
    Payer named = lease(row(1, Field.PAYER_NAME, "Bright Ltd")).contract().payer();
    assertThat(named).isNotNull().isEqualTo(new Payer(named.id(), "Bright Ltd", List.of()));
    assertThat(lease(row(2, Field.PAYER_NAME, "ＢRIGHT  LTD")).contract().payer())
        .extracting(Payer::id)
        .isEqualTo(named.id());
    assertThat(rules((QuarantinedRow) read(row(1, Field.PAYER_NAME, "Bright", Field.PAYER_PHONE, "1.39E+10"))))
        .containsExactly("PAYER_PHONE_NOT_A_NUMBER");
  }

  @Test
  void whatARowSaysOfChangesIsReadAndCleaned() {
    assertThat(lease(row(1)).amending()).isEqualTo(LeaseRow.Amending.SILENT);
    assertThat(lease(row(1, Field.AGREEMENT, " S-7\u3000", Field.EFFECTIVE, "2026年2月1日")).amending())
        .isEqualTo(new LeaseRow.Amending("S-7", LocalDate.of(2026, 2, 1)));
  }

  @Test
  void aTenantWithoutPhoneAndWecomCannotBeReached() {
    assertThat(read(row(1, Field.PHONE, "无", Field.WECOM_ID, " ")))
        .asInstanceOf(InstanceOfAssertFactories.type(QuarantinedRow.class))
        .satisfies(bad -> assertThat(rules(bad)).containsExactly("NO_WAY_TO_REACH_TENANT"))
        .satisfies(bad -> assertThat(bad.findings().get(0).field()).isEqualTo("phone"));
    assertThat(lease(row(1, Field.PHONE, "")).contract().contacts())
        .containsExactly(new Contact(Channel.WECOM, "wm1"));
    assertThat(lease(row(1, Field.WECOM_ID, "")).contract().contacts())
        .containsExactly(new Contact(Channel.SMS, "19913637762"));
  }

  @Test
  void aSeparatorTooManyIsFoundAndBlankCellsBehindAreNot() {
    assertThat(read(wider("x")))
        .asInstanceOf(InstanceOfAssertFactories.type(QuarantinedRow.class))
        .satisfies(bad -> assertThat(rules(bad)).containsExactly("TOO_MANY_CELLS"));
    assertThat(read(wider(" "))).isInstanceOf(LeaseRow.class);
  }

  private static RawRow wider(String more) {
    List<String> cells = new ArrayList<>(row(1).cells());
    cells.add("");
    cells.add(more);
    return new RawRow(1, cells);
  }

  @Test
  void cellsAreAsLongAsTheirFieldAllowsAndNoLonger() {
    for (Field field : List.of(
        Field.CONTRACT_NO, Field.PROJECT, Field.UNIT, Field.TENANT_NAME, Field.OCCUPANT_NAME,
        Field.PLATE_NO, Field.WECOM_ID, Field.PARENT_CONTRACT_NO, Field.STEWARD, Field.PAYER_NAME)) {
      assertThat(read(row(1, field, "x".repeat(field.maxLength())))).isInstanceOf(LeaseRow.class);
      assertThat(read(row(1, field, "x".repeat(field.maxLength() + 1))))
          .asInstanceOf(InstanceOfAssertFactories.type(QuarantinedRow.class))
          .satisfies(bad -> assertThat(rules(bad)).containsExactly("CELL_TOO_LONG"))
          .satisfies(bad -> assertThat(bad.findings().get(0).field()).isEqualTo(field.columnName()));
    }
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    RawRow raw =
        row(7, Field.CONTRACT_NO, "", Field.UNIT, "", Field.TENANT_TYPE, "?", Field.PHONE, "",
            Field.WECOM_ID, "", Field.START_DATE, "?", Field.END_DATE, "?", Field.MONTHLY_RENT, "?",
            Field.CURRENCY, "???", Field.BILLING_CYCLE, "?");
    assertThat(read(raw))
        .asInstanceOf(InstanceOfAssertFactories.type(QuarantinedRow.class))
        .satisfies(
            bad ->
                assertThat(rules(bad))
                    .containsExactlyInAnyOrder(
                        "NO_CONTRACT_NUMBER", "NO_UNIT", "UNKNOWN_TENANT_TYPE",
                        "NO_WAY_TO_REACH_TENANT", "START_DATE_NOT_A_DATE", "END_DATE_NOT_A_DATE",
                        "RENT_NOT_AN_AMOUNT", "UNKNOWN_CURRENCY", "UNKNOWN_BILLING_CYCLE"));
  }

  @Test
  void oneRowLeavesNothingBehindForTheNext() {
    Columns columns = Columns.bind(Portfolio.header(), ColumnMapping.standard()).orElseThrow();
    RowReader reader = new RowReader(Portfolio.LESSOR, columns, Monetary.getCurrency("CNY"));
    assertThat(reader.read(row(1, Field.UNIT, ""))).isInstanceOf(QuarantinedRow.class);
    assertThat(reader.read(row(2))).isEqualTo(lease(row(2)));
  }

  @Test
  void aGoodRowBecomesADraft() {
    LeaseRow row = lease(row(3, Field.REMARK, "合租：夜间", Field.PARENT_CONTRACT_NO, "PK1"));
    Contract contract = row.contract();
    assertThat(contract.lessor()).isEqualTo(Portfolio.LESSOR);
    assertThat(contract.no()).isEqualTo(new ContractNo("PK3"));
    assertThat(contract.master()).isFalse();
    assertThat(contract.unit()).isEqualTo(new UnitRef("中心停车场", "B1-3"));
    assertThat(contract.slot()).isEqualTo(Slot.NIGHT);
    assertThat(contract.occupant()).isEqualTo(new Occupant("何敏", "沪A12345"));
    assertThat(contract.contacts())
        .containsExactly(new Contact(Channel.SMS, "19913637762"), new Contact(Channel.WECOM, "wm1"));
    assertThat(contract.steward()).isEqualTo(new StaffId("管家甲"));
    assertThat(contract.term())
        .isEqualTo(DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1)));
    assertThat(contract.terms().monthlyRent()).isEqualTo(MinorUnits.amount(80000, "CNY"));
    assertThat(contract.terms().proration()).isEqualTo("ACTUAL_MONTH");
    assertThat(contract.status()).isEqualTo(ContractStatus.DRAFT);
    assertThat(contract.parent()).contains(new ContractNo("PK1"));
    assertThat(contract.version()).isZero();
    assertThat(row.tenant())
        .isEqualTo(
            new Tenant(
                Portfolio.LESSOR, contract.tenant(), "何伟", PartyKind.PERSON,
                LocalDate.of(1980, 2, 5)));
  }

  @Test
  void aTermMayBeOneDay() {
    assertThat(lease(row(1, Field.END_DATE, "2025-04-01")).contract().term().days()).isEqualTo(1);
  }

  @Test
  void whatMayBeBlankHasItsDefault() {
    Contract contract =
        lease(row(1, Field.CURRENCY, "", Field.DEPOSIT, " ", Field.STEWARD, "", Field.PLATE_NO, "",
                Field.OCCUPANT_NAME, "", Field.BIRTH_DATE, ""))
            .contract();
    assertThat(contract.terms().currency().getCurrencyCode()).isEqualTo("CNY");
    assertThat(contract.terms().deposit().isZero()).isTrue();
    assertThat(contract.steward()).isNull();
    assertThat(contract.occupant()).isNull();
    assertThat(lease(row(1, Field.OCCUPANT_NAME, "")).contract().occupant())
        .isEqualTo(new Occupant("何伟", "沪A12345"));
  }

  @Test
  void aMasterHasNoUnit() {
    Contract contract = lease(master(1, Field.MONTHLY_RENT, "0.00", Field.DEPOSIT, "0")).contract();
    assertThat(contract.master()).isTrue();
    assertThat(contract.unit()).isNull();
    assertThat(contract.slot()).isEqualTo(Slot.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "monthly,1", "Quarterly,3", "semiannual,6", "annual,12", "2-monthly,2", "月付,1", "季付,3", "半年付,6", "年付,12"
  })
  void cyclesHaveNames(String cell, int months) {
    assertThat(lease(row(1, Field.BILLING_CYCLE, cell)).contract().terms().cycleMonths())
        .isEqualTo(months);
  }

  @ParameterizedTest
  @CsvSource({"person,PERSON", "PERSON,PERSON", "个人,PERSON"})
  void personsHaveNames(String cell, PartyKind kind) {
    assertThat(lease(row(1, Field.TENANT_TYPE, cell)).tenant().kind()).isEqualTo(kind);
  }

  @Test
  void theSameTenantHasTheSameIdWhoeverWroteTheRow() {
    Object[] company = {Field.TENANT_TYPE, "company", Field.BIRTH_DATE, "", Field.TENANT_NAME, "上海（博雅）ABC"};
    Tenant first = lease(row(1, company)).tenant();
    company[5] = "\u3000上海(博雅) abc ";
    assertThat(lease(row(2, company)).tenant().id()).isEqualTo(first.id());
    assertThat(lease(row(2, Field.BIRTH_DATE, "1980年2月5日", Field.PHONE, "+86 199-1363-7762")).tenant())
        .isEqualTo(lease(row(1)).tenant());
    // pinned: an id that changes with a release would split every tenant in two
    assertThat(lease(row(1)).tenant().id().value())
        .isEqualTo("d5d6d7db-cbf0-37f7-ba5f-2ea816e1b1d2");
  }

  @Test
  void namesakesAreToldApart() {
    assertThat(
            List.of(
                lease(row(1)).tenant().id(),
                lease(row(1, Field.BIRTH_DATE, "1981-02-05")).tenant().id(),
                lease(row(1, Field.PHONE, "19913637763")).tenant().id(),
                lease(row(1, Field.PHONE, "")).tenant().id(),
                lease(row(1, Field.PHONE, "", Field.WECOM_ID, "wm2")).tenant().id(),
                lease(row(1, Field.TENANT_TYPE, "company", Field.BIRTH_DATE, "")).tenant().id()))
        .doesNotHaveDuplicates();
  }
}
