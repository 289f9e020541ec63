package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Amendment;
import org.leasekit.amendment.AmendmentId;
import org.leasekit.amendment.Change;
import org.leasekit.amendment.ChangeKind;
import org.leasekit.amendment.ContractHistory;
import org.leasekit.amendment.Origin;
import org.leasekit.amendment.Proof;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.Channel;
import org.leasekit.party.Contact;
import org.leasekit.party.LessorId;
import org.leasekit.party.Occupant;
import org.leasekit.party.Payer;
import org.leasekit.party.PayerId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Amendments;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Amendments}. */
public abstract class AmendmentsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected AmendmentsContract() {}

  private static final LocalDate DAY = Samples.YEAR.start().plusDays(40);
  private static final ContractNo OTHER = new ContractNo("C-2");

  /** One of each kind and, where a kind has more than one form, of each form. */
  private static final List<Change> CHANGES =
      List.of(
          new Change.Extension(DAY.plusYears(5)),
          new Change.RentChange(MinorUnits.amount(1234, "JPY"), "补充协议\t7\n"),
          new Change.RentChange(MinorUnits.amount(1234, "KWD"), "S-\\7"),
          new Change.PriceRules(
              List.of(new ChargeRules.Step(DAY.plusDays(1), Long.MAX_VALUE), new ChargeRules.Step(DAY, 0)),
              List.of(DateRange.of(DAY, DAY.plusDays(1)), DateRange.of(DAY.plusDays(7), DAY.plusDays(9))),
              List.of(
                  new ChargeRules.Reduction("tab\t, 折扣 \\ line\n'\"𠮷", Samples.YEAR, 10_000),
                  new ChargeRules.Reduction("B", Samples.YEAR, 1)),
              "补充协议\t7\n"),
          new Change.PriceRules(List.of(), List.of(), List.of(), "S-\\8"),
          new Change.IndexFigures(
              Map.of(YearMonth.of(2027, 3), new BigDecimal("102.50"), YearMonth.of(2026, 12), new BigDecimal("1E+3"))),
          new Change.UnitSwap(new UnitRef("车库", "B 1-\t2")),
          new Change.Split(
              OTHER, new Portion(Slot.DAY, Week.WEEKDAYS, Share.of(1, 3)), Portion.WHOLE, Samples.yuan(0), ""),
          new Change.MergeBack(OTHER, Samples.yuan(120_001), "S-8"),
          new Change.Sublease(new TenantId("韩梅梅"), DAY.plusMonths(2)),
          new Change.Assignment(new TenantId("tenant-2")),
          new Change.Assignment(
              new TenantId("tenant\t3"),
              List.of(new Contact(Channel.WECOM, "wx\t1"), new Contact(Channel.SMS, "13800000001"))),
          new Change.ContactChange(
              List.of(new Contact(Channel.WECOM, "wx 1"), new Contact(Channel.SMS, "13800000001"))),
          new Change.ContactChange(List.of()),
          new Change.OccupantChange(new Occupant("李雷", "沪A·12345")),
          new Change.OccupantChange(new Occupant("李雷", null)),
          new Change.OccupantChange(new Occupant("", "")),
          new Change.OccupantChange(null),
          new Change.PayerChange(
              new Payer(
                  new PayerId("光明 1"), "光明\t公司\n\\",
                  List.of(new Contact(Channel.SMS, "13900000001"), new Contact(Channel.WECOM, "wx\t2")))),
          new Change.PayerChange(new Payer(new PayerId("p"), "p", List.of())),
          new Change.PayerChange(null),
          new Change.Suspension(),
          new Change.Resumption(),
          new Change.EarlyTermination(DAY.minusDays(30)),
          new Change.Withdrawal(1));

  private Amendments amendments() {
    return stores.amendments();
  }

  private static ContractHistory begin(Contract contract) {
    return ContractHistory.begin(Origin.of(contract, Samples.MICROS));
  }

  private static ContractHistory longer(ContractHistory history, Change change) {
    List<Amendment> recorded = new ArrayList<>(history.recorded());
    recorded.add(
        new Amendment(
            new AmendmentId(history.origin().contract(), recorded.size() + 1), DAY,
            history.latest().plusNanos(1000), new Proof("管家 1", "why\t\\n", "mail\n7"), change));
    return ContractHistory.of(history.origin(), recorded);
  }

  private ContractHistory appended(ContractHistory history, Change change) {
    ContractHistory longer = longer(history, change);
    amendments().append(longer);
    return longer;
  }

  private ContractHistory found(ContractHistory history) {
    return amendments().find(history.origin().lessor(), history.origin().contract()).orElseThrow();
  }

  @Test
  @DisplayName("Amendments rule 1: an amendment whose number is taken is stale and changes nothing")
  void refusesTakenNumber() {
    ContractHistory none = begin(given(Samples.contract("C-1")));
    ContractHistory one = appended(none, new Change.Suspension());
    for (Change change : List.of(new Change.Resumption(), new Change.Suspension())) {
      assertThatThrownBy(() -> amendments().append(longer(none, change)))
          .isInstanceOf(StaleVersionException.class);
      assertThat(found(one)).isEqualTo(one);
    }
    ContractHistory two = appended(one, new Change.Resumption());
    assertThatThrownBy(() -> amendments().append(longer(one, new Change.Suspension())))
        .isInstanceOf(StaleVersionException.class);
    assertThat(found(two)).isEqualTo(two);
  }

  @Test
  @DisplayName("Amendments rule 1: an amendment that leaves a gap is stale and changes nothing")
  void refusesGap() {
    ContractHistory none = begin(given(Samples.contract("C-1")));
    ContractHistory two = longer(longer(none, new Change.Suspension()), new Change.Resumption());
    assertThatThrownBy(() -> amendments().append(two)).isInstanceOf(StaleVersionException.class);
    assertThat(amendments().find(Samples.LESSOR, new ContractNo("C-1"))).isEmpty();
  }

  @Test
  @DisplayName("Amendments rule 1: of two that append at once, one appends and one is told")
  void oneOfTwoAppends() {
    ContractHistory none = begin(given(Samples.contract("C-1")));
    ContractHistory here = longer(none, new Change.Suspension());
    ContractHistory there = longer(none, new Change.Assignment(new TenantId("tenant-2")));
    assertOneAppended(here, there);
    ContractHistory one = found(none);
    assertOneAppended(
        longer(one, new Change.Resumption()), longer(one, new Change.Assignment(new TenantId("tenant-3"))));
  }

  private void assertOneAppended(ContractHistory here, ContractHistory there) {
    Answers<String> answers =
        updateAtOnce(() -> amendments().append(here), () -> amendments().append(there));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(found(here)).isIn(here, there);
  }

  @Test
  @DisplayName("Amendments rule 2: every kind of amendment is found as it was appended, with the contract as it was before")
  void keepsAsGiven() {
    ContractHistory history =
        begin(given(Samples.contract("C-1").charging(Samples.terms().withRules(Samples.everyRule()))));
    for (Change change : CHANGES) {
      history = appended(history, change);
    }
    assertThat(found(history)).isEqualTo(history);
    assertThat(CHANGES).extracting(Change::kind).contains(ChangeKind.values());
  }

  @Test
  @DisplayName("Amendments rule 2: two hundred amendments are found in the order of recording")
  void keepsManyAsGiven() {
    ContractHistory history = begin(given(Samples.contract("C-1")));
    for (int i = 0; i < 200; i++) {
      history = appended(history, i % 2 == 0 ? new Change.Suspension() : new Change.Resumption());
    }
    assertThat(found(history)).isEqualTo(history);
  }

  @Test
  @DisplayName("Amendments rule 3: a contract is on the agenda with the day given last, or not at all")
  void keepsTheAgenda() {
    for (String no : List.of("C-2", "C-10", "C-3")) {
      amendments().schedule(Samples.LESSOR, given(Samples.contract(no)).no(), DAY);
    }
    assertThat(changing(DAY.minusDays(1), 10)).isEmpty();
    assertThat(changing(DAY, 10)).containsExactly("C-10", "C-2", "C-3");
    assertThat(changing(DAY, 2)).containsExactly("C-10", "C-2");
    amendments().schedule(Samples.LESSOR, new ContractNo("C-2"), DAY.plusDays(1));
    amendments().schedule(Samples.LESSOR, new ContractNo("C-3"), null);
    amendments().schedule(Samples.LESSOR, new ContractNo("C-3"), null);
    assertThat(changing(DAY, 10)).containsExactly("C-10");
    assertThat(changing(DAY.plusDays(1), 10)).containsExactly("C-10", "C-2");
    assertThat(amendments().changing(Samples.OTHER_LESSOR, DAY.plusDays(1), 10)).isEmpty();
  }

  private List<String> changing(LocalDate through, int limit) {
    return amendments().changing(Samples.LESSOR, through, limit).stream().map(ContractNo::value).toList();
  }

  @Test
  @DisplayName("Amendments rule 2: many histories are found as they were appended, those of other numbers are not")
  void findsMany() {
    List<ContractHistory> kept = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ContractHistory one = appended(begin(given(Samples.contract("C-" + i))), new Change.Suspension());
      kept.add(i % 2 == 0 ? one : appended(one, new Change.Resumption()));
    }
    given(Samples.contract("never amended"));
    List<ContractNo> asked = new ArrayList<>(List.of(new ContractNo("never amended"), new ContractNo("nowhere")));
    kept.subList(0, 15).forEach(history -> asked.add(history.origin().contract()));
    assertThat(amendments().findAll(Samples.LESSOR, asked)).containsExactlyInAnyOrderElementsOf(kept.subList(0, 15));
    assertThat(amendments().findAll(Samples.LESSOR, List.of())).isEmpty();
    assertThat(amendments().findAll(Samples.OTHER_LESSOR, asked)).isEmpty();
  }

  @Test
  @DisplayName("Amendments rule 4: histories of another lessor are not seen, and numbers are exact")
  void seesItsOwn() {
    ContractHistory mine = appended(begin(given(Samples.contract("C-1"))), new Change.Suspension());
    LessorId other = Samples.OTHER_LESSOR;
    assertThat(amendments().find(other, new ContractNo("C-1"))).isEmpty();
    assertThat(amendments().find(Samples.LESSOR, new ContractNo("c-1"))).isEmpty();
    ContractHistory theirs =
        appended(
            begin(given(Samples.contract("C-1").of(other))), new Change.Assignment(new TenantId("tenant-2")));
    assertThat(found(theirs)).isEqualTo(theirs);
    assertThat(found(mine)).isEqualTo(mine);
  }

  @Test
  @DisplayName("Amendments.append: a history without amendments is a fault")
  void refusesEmptyHistory() {
    ContractHistory none = begin(given(Samples.contract("C-1")));
    assertThatThrownBy(() -> amendments().append(none)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("UnitOfWork rule 1: an amendment that was rolled back is not there and can be appended again")
  void isRolledBack() {
    ContractHistory none = begin(given(Samples.contract("C-1")));
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          appended(none, new Change.Suspension());
                          throw new IllegalStateException("given up");
                        }))
        .hasMessage("given up");
    assertThat(amendments().find(Samples.LESSOR, new ContractNo("C-1"))).isEmpty();
    ContractHistory one = appended(none, new Change.Suspension());
    assertThat(found(one)).isEqualTo(one);
  }
}
