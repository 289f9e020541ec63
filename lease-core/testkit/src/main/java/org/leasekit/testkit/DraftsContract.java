package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractDraft;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Portion;
import org.leasekit.contract.UnitRef;
import org.leasekit.party.LessorId;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Contracts.Added;
import org.leasekit.port.Drafts;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Drafts}. */
public abstract class DraftsContract extends StorePortContract {

  private static final UnitRef UNIT = new UnitRef("garage", "A");

  /** For the test of an adapter. */
  protected DraftsContract() {}

  private Drafts drafts() {
    return stores.drafts();
  }

  static ContractDraft draft(ContractSample sample) {
    Contract contract = sample.as(ContractStatus.DRAFT).build();
    return new ContractDraft(contract, Samples.tenantOf(contract));
  }

  private ContractDraft drawnUp(ContractSample sample) {
    ContractDraft draft = draft(sample);
    assertThat(drafts().add(draft)).isTrue();
    return stored(draft);
  }

  private ContractDraft stored(ContractDraft draft) {
    return drafts().findAll(draft.contract().lessor(), List.of(draft.no())).get(0);
  }

  private static ContractDraft as(ContractDraft draft, ContractSample sample) {
    return draft(sample.on("elsewhere")).withVersion(draft.contract().version());
  }

  private List<ContractDraft> all() {
    return Everything.all(drafts()::forEach);
  }

  @Test
  @DisplayName("Drafts rule 1: a number that is drafted is not drafted again, and the first draft stays as it is")
  void draftsANumberOnce() {
    ContractDraft first = drawnUp(Samples.contract("D-1"));
    assertThat(drafts().add(draft(Samples.contract("D-1").on("elsewhere")))).isFalse();
    assertThat(all()).containsExactly(first);
    assertThat(first.contract().version()).isEqualTo(1);
  }

  @Test
  @DisplayName("Drafts rule 1: of two who draft one number at once, one does")
  void oneOfTwoDrafts() {
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean added = drafts().add(draft(Samples.contract("D-1")));
              hold.untilTheOtherHasTried();
              return added;
            },
            () -> drafts().add(draft(Samples.contract("D-1").on("elsewhere"))));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    assertThat(all()).hasSize(1);
  }

  @Test
  @DisplayName("Drafts rule 2: an update of the stored version is stored whole, with the next version")
  void updatesTheVersionItKnows() {
    ContractDraft draft = drawnUp(Samples.contract("D-1"));
    Tenant tenant =
        new Tenant(
            Samples.LESSOR, new TenantId("另一个"), "王\t伟\\n", PartyKind.PERSON, LocalDate.of(1950, 2, 28));
    Contract wanted =
        Samples.contract("D-1").on("elsewhere").as(ContractStatus.DISCARDED).build();
    Contract others =
        new Contract(
            wanted.lessor(), wanted.no(), false, wanted.project(), wanted.unit(), wanted.portion(), tenant.id(),
            wanted.occupant(), wanted.contacts(), wanted.steward(), wanted.term(), null, wanted.terms(),
            wanted.status(), wanted.links(), 1);
    drafts().update(new ContractDraft(others, tenant));
    assertThat(stored(draft)).isEqualTo(new ContractDraft(others.withVersion(2), tenant));
  }

  @Test
  @DisplayName("Drafts rule 2: an update of another version is stale and changes nothing")
  void updatesNoOtherVersion() {
    ContractDraft draft = drawnUp(Samples.contract("D-1"));
    for (long version : new long[] {0, 2}) {
      assertThatThrownBy(
              () -> drafts().update(as(draft.withVersion(version), Samples.contract("D-1"))))
          .isInstanceOf(StaleVersionException.class);
    }
    assertThatThrownBy(() -> drafts().update(draft(Samples.contract("D-2")).withVersion(1)))
        .isInstanceOf(StaleVersionException.class);
    assertThat(all()).containsExactly(draft);
  }

  @Test
  @DisplayName("Drafts rule 2: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    ContractDraft draft = drawnUp(Samples.contract("D-1"));
    Answers<String> answers =
        updateAtOnce(
            () -> drafts().update(draft), () -> drafts().update(as(draft, Samples.contract("D-1"))));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored(draft).contract().version()).isEqualTo(2);
  }

  @Test
  @DisplayName("Drafts rule 3: a draft is removed, and one of another version is not")
  void removesTheVersionItKnows() {
    ContractDraft draft = drawnUp(Samples.contract("D-1"));
    ContractDraft other = drawnUp(Samples.contract("d-1").on("elsewhere"));
    for (ContractDraft stale : List.of(draft.withVersion(0), draft.withVersion(2))) {
      assertThatThrownBy(() -> drafts().remove(stale)).isInstanceOf(StaleVersionException.class);
    }
    assertThat(all()).hasSize(2);
    drafts().remove(draft);
    assertThat(all()).containsExactly(other);
    assertThatThrownBy(() -> drafts().remove(draft)).isInstanceOf(StaleVersionException.class);
    assertThat(drafts().add(draft(Samples.contract("D-1")))).isTrue();
  }

  @Test
  @DisplayName("Drafts rule 4: who locks a draft that is locked sees it as the other left it")
  void lockHolds() {
    ContractDraft draft = drawnUp(Samples.contract("D-1"));
    Answers<Boolean> there =
        overlap(
            hold -> {
              ContractDraft locked = drafts().lock(Samples.LESSOR, draft.no()).orElseThrow();
              hold.untilTheOtherHasTried();
              drafts().remove(locked);
              return true;
            },
            () -> drafts().lock(Samples.LESSOR, draft.no()).isPresent());
    assertThat(there).isEqualTo(new Answers<>(true, false));
  }

  @Test
  @DisplayName("Drafts rule 4: the lock answers with the draft, or with nothing when there is none")
  void lockAnswers() {
    ContractDraft draft = drawnUp(Samples.contract("D-1"));
    assertThat(drafts().lock(Samples.LESSOR, draft.no())).contains(draft);
    assertThat(drafts().lock(Samples.LESSOR, new ContractNo("D-2"))).isEmpty();
  }

  @Test
  @DisplayName("Drafts rule 5: a draft is found among no contracts and holds no unit")
  void isNoContract() {
    Contract master = given(Samples.contract("M").master());
    ContractDraft draft = drawnUp(Samples.contract("D-1").on(UNIT).under(master.no()));
    LocalDate end = draft.contract().term().endExclusive();
    DateRange days = draft.contract().term();
    assertThat(stores.contracts().find(Samples.LESSOR, draft.no())).isEmpty();
    assertThat(stores.contracts().findAll(Samples.LESSOR, List.of(draft.no()))).isEmpty();
    assertThat(stores.contracts().lock(Samples.LESSOR, draft.no())).isEmpty();
    assertThat(stores.contracts().children(Samples.LESSOR, master.no())).isEmpty();
    assertThat(stores.contracts().activeEndedBy(Samples.LESSOR, end)).doesNotContain(draft.contract());
    assertThat(stores.contracts().withoutCase(Samples.LESSOR, end.minusDays(1), end))
        .extracting(Contract::no)
        .doesNotContain(draft.no());
    assertThat(stores.contracts().isFree(Samples.LESSOR, UNIT, Portion.WHOLE, days)).isTrue();
    assertThat(stores.holds().ofUnits(Samples.LESSOR, List.of(UNIT))).isEmpty();
    assertThat(numbers(everything().contracts())).containsExactly("M");
    Contract signed = Samples.contract("D-1").on(UNIT).under(master.no()).build();
    assertThat(stores.contracts().add(signed, List.of())).isEqualTo(Added.ADDED);
    assertThat(stored(draft)).isEqualTo(draft);
  }

  @Test
  @DisplayName("Drafts rule 6: drafts of another lessor are not seen")
  void keepsLessorsApart() {
    LessorId other = new LessorId("other");
    ContractDraft mine = drawnUp(Samples.contract("D-1"));
    ContractDraft theirs = drawnUp(Samples.contract("D-1").of(other).on("elsewhere"));
    drawnUp(Samples.contract("D-2").of(other));
    assertThat(all()).containsExactly(mine);
    assertThat(drafts().findAll(Samples.LESSOR, List.of(mine.no(), new ContractNo("D-2")))).containsExactly(mine);
    assertThat(drafts().lock(Samples.LESSOR, new ContractNo("D-2"))).isEmpty();
    drafts().remove(mine);
    assertThat(stored(theirs)).isEqualTo(theirs);
  }

  @Test
  @DisplayName("Drafts rule 7: who reserves a number that is reserved sees what the other left")
  void reserveHolds() {
    ContractDraft draft = draft(Samples.contract("D-1"));
    Answers<Integer> seen =
        overlap(
            hold -> {
              drafts().reserve(Samples.LESSOR, draft.no());
              int found = all().size();
              hold.untilTheOtherHasTried();
              drafts().add(draft);
              return found;
            },
            () -> {
              drafts().reserve(Samples.LESSOR, draft.no());
              return all().size();
            });
    assertThat(seen).isEqualTo(new Answers<>(0, 1));
    drafts().reserve(Samples.LESSOR, draft.no());
    assertThat(all()).hasSize(1);
  }

  @Test
  @DisplayName("Drafts.forEach: more than a page of drafts are passed, by number")
  void passesAllOfThem() {
    for (int i = 0; i < 620; i++) {
      drawnUp(Samples.contract("D-%04d".formatted(i * 7 % 620)));
    }
    assertThat(all()).extracting(ContractDraft::no).isSorted().doesNotHaveDuplicates().hasSize(620);
  }
}
