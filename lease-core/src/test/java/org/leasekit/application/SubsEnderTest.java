package org.leasekit.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Proof;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.hierarchy.Move;
import org.leasekit.hierarchy.SubsAtEnd;
import org.leasekit.memory.MemoryStores;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Stores;

/** TOP over MASTER over SHORT, LONG and BLOCK, which is a master of INNER; MASTER is to end in the middle of the year. */
class SubsEnderTest {

  private static final LessorId LESSOR = new LessorId("lessor");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate ENDS_ON = LocalDate.of(2026, 7, 1);
  private static final LocalDate END = LocalDate.of(2027, 1, 1);
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Proof PROOF = new Proof("boss", "sold", "letter");

  private final Stores stores = new MemoryStores();
  private final SubsEnder ender =
      new SubsEnder(
          stores,
          LessorProfile.standard(LESSOR, ZoneOffset.UTC, Locale.ENGLISH, ShippedCalendars.china()));

  @BeforeEach
  void let() {
    add("TOP", null, true, END);
    add("MASTER", "TOP", true, END);
    add("SHORT", "MASTER", false, ENDS_ON);
    add("LONG", "MASTER", false, END);
    add("BLOCK", "MASTER", true, END);
    add("INNER", "BLOCK", false, END);
    add("ALONE", null, true, END);
  }

  private static ContractNo no(String text) {
    return new ContractNo(text);
  }

  private void add(String no, String parent, boolean master, LocalDate end) {
    stores
        .contracts()
        .add(
            new Contract(
                LESSOR, no(no), master, "garage", master ? null : new UnitRef("garage", no), Slot.ALL,
                new TenantId("t"), null, List.of(), null, DateRange.of(START, end),
                new ChargeTerms(
                    MinorUnits.amount(100, "CNY"), MinorUnits.amount(0, "CNY"), 1, "ACTUAL_MONTH"),
                ContractStatus.ACTIVE, Links.under(parent == null ? null : no(parent)), 0),
            List.of());
  }

  private Outcome<List<ContractNo>> settle(String master, SubsAtEnd how, LocalDate endsOn) {
    return stores.unitOfWork().required(() -> ender.settle(no(master), how, endsOn, PROOF, NOW));
  }

  private String parent(String no) {
    return stores.contracts().find(LESSOR, no(no)).orElseThrow().parent().map(ContractNo::value).orElse("");
  }

  @Test
  void refuseNamesTheSubsThatRunLonger() {
    Outcome<List<ContractNo>> outcome = settle("MASTER", SubsAtEnd.REFUSE, ENDS_ON);
    assertThat(outcome.rejection().rule()).isEqualTo("MASTER_HAS_LIVE_SUBS");
    assertThat(outcome.rejection().data()).containsExactly("MASTER", "2", "BLOCK");
    assertThat(settle("MASTER", SubsAtEnd.REFUSE, END).orElseThrow()).isEmpty();
    assertThat(settle("ALONE", SubsAtEnd.REFUSE, ENDS_ON).orElseThrow()).isEmpty();
  }

  @Test
  void endTooNamesEverythingBelowThatRunsLongerMastersFirst() {
    assertThat(settle("MASTER", SubsAtEnd.END_TOO, ENDS_ON).orElseThrow())
        .containsExactly(no("BLOCK"), no("INNER"), no("LONG"));
    assertThat(parent("LONG")).isEqualTo("MASTER");
  }

  @Test
  void promotedSubsStandAloneWithWhatIsBelowThem() {
    assertThat(settle("MASTER", SubsAtEnd.PROMOTE, ENDS_ON).orElseThrow()).isEmpty();
    assertThat(List.of(parent("LONG"), parent("BLOCK"), parent("INNER"), parent("SHORT")))
        .containsExactly("", "", "BLOCK", "MASTER");
    assertThat(stores.moves().ofContract(LESSOR, no("LONG")))
        .containsExactly(
            new Move(
                LESSOR, no("LONG"), 1, Move.Kind.PLACE, no("MASTER"), null, LocalDate.of(2026, 3, 2),
                NOW, PROOF));
  }

  @Test
  void subsMoveUpToTheMastersMaster() {
    assertThat(settle("MASTER", SubsAtEnd.MOVE_UP, ENDS_ON).orElseThrow()).isEmpty();
    assertThat(List.of(parent("LONG"), parent("BLOCK"), parent("INNER"))).containsExactly("TOP", "TOP", "BLOCK");
    assertThat(settle("TOP", SubsAtEnd.MOVE_UP, ENDS_ON).orElseThrow()).isEmpty();
    assertThat(List.of(parent("LONG"), parent("MASTER"))).containsExactly("", "");
  }

  @Test
  void whereSubsCannotMoveUpNothingChanges() {
    stores
        .unitOfWork()
        .run(
            () -> {
              Contract top = stores.contracts().find(LESSOR, no("TOP")).orElseThrow();
              stores
                  .contracts()
                  .update(
                      new Contract(
                          top.lessor(), top.no(), top.master(), top.project(), top.unit(), top.portion(),
                          top.tenant(), top.occupant(), top.contacts(), top.steward(), top.term(),
                          ENDS_ON.plusDays(1), top.terms(), top.status(), top.links(), top.version()));
            });
    assertThat(settle("MASTER", SubsAtEnd.MOVE_UP, ENDS_ON).rejection().rule())
        .isEqualTo("SUB_TERM_OUTSIDE_MASTER");
    assertThat(parent("LONG")).isEqualTo("MASTER");
    assertThat(settle("NOBODY", SubsAtEnd.MOVE_UP, ENDS_ON).rejection().rule()).isEqualTo("NO_SUCH_CONTRACT");
  }

  @Test
  void aTermFitsBetweenTheMastersAndThoseOfRunningSubs() {
    Family family = new Family(stores, LESSOR);
    assertThat(family.mayLast(no("BLOCK"), DateRange.of(START, END)).isAccepted()).isTrue();
    assertThat(family.mayLast(no("BLOCK"), DateRange.of(START, END.plusDays(1))).rejection().data())
        .startsWith("BLOCK").contains("MASTER");
    assertThat(family.mayLast(no("BLOCK"), DateRange.of(START, ENDS_ON)).rejection().data())
        .startsWith("INNER").contains("BLOCK");
    assertThat(family.mayLast(no("LONG"), DateRange.of(START, ENDS_ON)).isAccepted()).isTrue();
  }
}
