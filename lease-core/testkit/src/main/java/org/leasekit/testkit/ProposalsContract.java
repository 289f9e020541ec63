package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.ContractNo;
import org.leasekit.intent.EarlyBird;
import org.leasekit.intent.Estimate;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Proposals;
import org.leasekit.port.StaleVersionException;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.OfferLimits;
import org.leasekit.renewal.Proposal;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Proposals}. */
public abstract class ProposalsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ProposalsContract() {}

  private static final Instant NOW = Samples.NOW;
  private static final Instant LATER = NOW.plusSeconds(60);

  private Proposals proposals() {
    return stores.proposals();
  }

  private Proposal stored(Proposal proposal) {
    return proposals().find(proposal.lessor(), proposal.renewalCase()).orElseThrow();
  }

  private Proposal added(String number, @Nullable Instant dueAt) {
    given(Samples.contract(number));
    Proposal proposal = Samples.proposal(number).wakeAt(dueAt);
    assertThat(proposals().add(proposal)).isTrue();
    return stored(proposal);
  }

  /** One in which every field has a value that it has in no sample. */
  private static Proposal full(String number) {
    Proposal sample = Samples.proposal(number);
    return new Proposal(
        sample.lessor(),
        sample.renewalCase(),
        sample.contract(),
        new Proposal.Price(
            Samples.yuan(120_000), Samples.yuan(132_001), Samples.yuan(125_401), "指数:1/3=1320.01;\t"),
        new Proposal.Chance(
            "LOGISTIC", new Estimate(0.1 + 0.2, 0.1, 1 - 1e-16), EarlyBird.Group.HELD_BACK,
            new Proposal.Question(Samples.yuan(119_999), Samples.yuan(131_999), Samples.MICROS.minusSeconds(1))),
        Samples.MICROS,
        "AB12-CD34",
        true,
        new Proposal.Promised(301, 1234, true),
        new Proposal.Approval(
            Proposal.ApprovalState.APPROVED,
            List.of(OfferLimits.Breach.RENT_RISE, OfferLimits.Breach.DISCOUNT),
            new StaffId("管家 1"),
            new StaffId("boss"),
            Samples.MICROS.plusSeconds(1)),
        Samples.MICROS.plusSeconds(2),
        Samples.MICROS.plusSeconds(3),
        0);
  }

  @Test
  @DisplayName("Proposals rule 1: a proposal is found as it was added, and a second one of its case changes nothing")
  void addsOnce() {
    Proposal plain = added("C-1", null);
    assertThat(plain).isEqualTo(Samples.proposal("C-1").withVersion(1));
    given(Samples.contract("C-2"));
    Proposal full = full("C-2");
    assertThat(proposals().add(full)).isTrue();
    assertThat(stored(full)).isEqualTo(full.withVersion(1));
    Everything before = everything();
    assertThat(proposals().add(full("C-1"))).isFalse();
    assertThat(proposals().add(Samples.proposal("C-2"))).isFalse();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("Proposals rule 1: of two that add one at once, exactly one adds")
  void oneOfTwoAdds() {
    given(Samples.contract("C-1"));
    Proposal proposal = Samples.proposal("C-1");
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean answer = proposals().add(proposal);
              hold.untilTheOtherHasTried();
              return answer;
            },
            () -> proposals().add(proposal));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    assertThat(stored(proposal)).isEqualTo(proposal.withVersion(1));
  }

  @Test
  @DisplayName("Proposals rule 2: an update adds one to the version and stores what it was given")
  void updates() {
    Proposal old = added("C-1", NOW);
    Proposal changed = full("C-1").withVersion(1);
    proposals().update(changed);
    assertThat(stored(old)).isEqualTo(changed.withVersion(2));
    proposals().update(old.withVersion(2));
    assertThat(stored(old)).isEqualTo(old.withVersion(3));
  }

  @Test
  @DisplayName("Proposals rule 2: an update of any version but the stored one is refused")
  void refusesStaleVersion() {
    Proposal old = added("C-1", NOW);
    proposals().update(old);
    Everything before = everything();
    for (long version : new long[] {0, 1, 3}) {
      assertThatThrownBy(() -> proposals().update(old.wakeAt(LATER).withVersion(version)))
          .as("version %d", version).isInstanceOf(StaleVersionException.class);
    }
    assertThatThrownBy(() -> proposals().update(Samples.proposal("C-9").withVersion(1)))
        .isInstanceOf(StaleVersionException.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("Proposals rule 2: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    Proposal changed = added("C-1", NOW).wakeAt(LATER);
    Answers<String> answers =
        updateAtOnce(() -> proposals().update(changed), () -> proposals().update(changed));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored(changed)).isEqualTo(changed.withVersion(2));
  }

  @Test
  @DisplayName("Proposals rule 3: proposals of another lessor are not seen")
  void separatesLessors() {
    Proposal mine = added("C-1", NOW);
    LessorId other = Samples.OTHER_LESSOR;
    assertThat(proposals().find(other, mine.renewalCase())).isEmpty();
    assertThat(proposals().due(other, LATER, 10)).isEmpty();
    assertThat(Everything.<Proposal>all(proposals()::forEach, other)).isEmpty();
    Proposal theirs =
        new Proposal(
            other, mine.renewalCase(), mine.contract(), mine.price(), mine.chance(), null, null, false,
            mine.approval(), NOW, null, 0);
    assertThat(proposals().add(theirs)).isTrue();
    assertThat(stored(mine)).isEqualTo(mine);
    assertThat(stored(theirs)).isEqualTo(theirs.withVersion(1));
  }

  @Test
  @DisplayName("Proposals.findAll: those there are, by case; none for none")
  void findsAll() {
    List.of("C-2", "C-10", "c-1").forEach(number -> added(number, null));
    List<CaseId> wanted =
        List.of(Samples.caseIdOf("c-1"), Samples.caseIdOf("C-9"), Samples.caseIdOf("C-2"), Samples.caseIdOf("C-2"));
    assertThat(proposals().findAll(Samples.LESSOR, wanted))
        .extracting(Proposal::contract)
        .containsExactly(new ContractNo("C-2"), new ContractNo("c-1"));
    assertThat(proposals().findAll(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Proposals.due: earliest first, then by case, at most as many as asked for")
  void answersWithWhatIsDue() {
    added("C-3", NOW);
    added("C-1", LATER);
    added("C-2", NOW);
    added("C-4", LATER.plusNanos(1000));
    added("C-5", null);
    assertThat(proposals().due(Samples.LESSOR, LATER, 10))
        .extracting(each -> each.contract().value())
        .containsExactly("C-2", "C-3", "C-1");
    assertThat(proposals().due(Samples.LESSOR, LATER, 2)).hasSize(2);
    assertThat(proposals().due(Samples.LESSOR, NOW.minusNanos(1000), 10)).isEmpty();
  }

  @Test
  @DisplayName("Proposals.forEach: every proposal once, by case, however many")
  void passesAll() {
    List.of("C-2", "C-10", "c-1").forEach(number -> added(number, null));
    assertThat(Everything.<Proposal>all(proposals()::forEach))
        .extracting(each -> each.contract().value())
        .containsExactly("C-10", "C-2", "c-1");
    for (int i = 0; i < 1100; i++) {
      proposals().add(Samples.proposal("D-" + i));
    }
    assertThat(Everything.<Proposal>all(proposals()::forEach)).hasSize(1103).doesNotHaveDuplicates();
  }
}
