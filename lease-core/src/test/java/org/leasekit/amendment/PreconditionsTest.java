package org.leasekit.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.TenantId;

/** What each kind demands on a contract that was never amended. */
class PreconditionsTest {

  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final ContractHistory PLAIN = ContractHistory.begin(Town.origin());

  static List<Arguments> rejected() {
    Portion third = Portion.of(Share.of(1, 3));
    return List.of(
        Arguments.of(new Change.Extension(Town.END), AmendmentRule.EXTENSION_NOT_LONGER),
        Arguments.of(
            new Change.RentChange(Town.yuan(1), " "), AmendmentRule.RENT_CHANGE_WITHOUT_AGREEMENT),
        Arguments.of(
            new Change.RentChange(MinorUnits.amount(1, "EUR"), "S"), AmendmentRule.RENT_IN_OTHER_CURRENCY),
        Arguments.of(new Change.UnitSwap(Town.unit("A")), AmendmentRule.SAME_UNIT),
        Arguments.of(
            new Change.UnitSwap(new UnitRef("elsewhere", "A")), AmendmentRule.UNIT_OF_OTHER_PROJECT),
        Arguments.of(
            new Change.Split(Town.OTHER, third, third, Town.yuan(50), "S"),
            AmendmentRule.PORTIONS_DO_NOT_ADD_UP),
        Arguments.of(
            new Change.Split(
                Town.NO, Portion.of(Slot.DAY), Portion.of(Slot.NIGHT), Town.yuan(50), "S"),
            AmendmentRule.PORTIONS_DO_NOT_ADD_UP),
        Arguments.of(
            new Change.Split(
                Town.OTHER, Portion.of(Slot.DAY), Portion.of(Slot.NIGHT), Town.yuan(50), ""),
            AmendmentRule.RENT_CHANGE_WITHOUT_AGREEMENT),
        Arguments.of(
            new Change.Split(
                Town.OTHER, Portion.of(Slot.DAY), Portion.of(Slot.NIGHT), MinorUnits.amount(1, "EUR"), "S"),
            AmendmentRule.RENT_IN_OTHER_CURRENCY),
        Arguments.of(
            new Change.Sublease(new TenantId("s"), JUNE), AmendmentRule.SUBLEASE_OUTSIDE_TERM),
        Arguments.of(
            new Change.Sublease(new TenantId("s"), Town.END.plusDays(1)),
            AmendmentRule.SUBLEASE_OUTSIDE_TERM),
        Arguments.of(new Change.Sublease(new TenantId("t1"), Town.END), AmendmentRule.SAME_TENANT),
        Arguments.of(new Change.Assignment(new TenantId("t1")), AmendmentRule.SAME_TENANT),
        Arguments.of(new Change.Withdrawal(1), AmendmentRule.NO_SUCH_AMENDMENT),
        Arguments.of(new Change.Withdrawal(0), AmendmentRule.NO_SUCH_AMENDMENT));
  }

  @ParameterizedTest
  @MethodSource
  void rejected(Change change, AmendmentRule rule) {
    assertThat(ruleOf(Town.record(PLAIN, JUNE, change))).isEqualTo(rule);
  }

  @Test
  void aSplitThatAddsUpAtTheSameRentNeedsNoAgreement() {
    Change split =
        new Change.Split(
            Town.OTHER, Portion.of(Share.of(1, 3)), Portion.of(Share.of(2, 3)), Town.yuan(100), "");
    assertThat(Town.record(PLAIN, JUNE, split).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHDRAWAL")
  void everythingLiesInTheTerm(ChangeKind kind) {
    assertThat(ruleOf(Town.record(PLAIN, Town.START.minusDays(1), Town.change(kind, JUNE, 1))))
        .isEqualTo(AmendmentRule.OUTSIDE_TERM);
    Outcome<ContractHistory> atEnd = Town.record(PLAIN, Town.END, Town.change(kind, JUNE, 1));
    if (kind == ChangeKind.EXTENSION) {
      assertThat(atEnd.isAccepted()).as("without a gap").isTrue();
    } else {
      assertThat(ruleOf(atEnd)).isEqualTo(AmendmentRule.OUTSIDE_TERM);
    }
    assertThat(ruleOf(Town.record(PLAIN, Town.END.plusDays(1), Town.change(kind, JUNE, 1))))
        .isEqualTo(AmendmentRule.OUTSIDE_TERM);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"UNIT_SWAP", "SPLIT", "MERGE_BACK", "SUBLEASE", "OCCUPANT_CHANGE", "SUSPENSION"})
  void aMasterLetsNoUnit(ChangeKind kind) {
    ContractHistory master = ContractHistory.begin(Town.master());
    assertThat(ruleOf(Town.record(master, JUNE, Town.change(kind, JUNE, 1))))
        .isEqualTo(AmendmentRule.MASTER_LETS_NO_UNIT);
  }

  @ParameterizedTest(name = "notice {0}, end {1}: {2}")
  @MethodSource
  void minimumTermAndNotice(String notice, String end, String rule) {
    AmendmentPolicy policy = new AmendmentPolicy(6, 30);
    Proposal proposal =
        new Proposal(
            LocalDate.parse(end), Town.PROOF, new Change.EarlyTermination(LocalDate.parse(notice)));
    Outcome<ContractHistory> answer = PLAIN.record(proposal, Town.SIGNED.plusSeconds(1), policy);
    assertThat(answer.isAccepted() ? "" : ruleOf(answer).name()).isEqualTo(rule);
  }

  static List<Arguments> minimumTermAndNotice() {
    return List.of(
        Arguments.of("2026-01-01", "2026-06-30", "MINIMUM_TERM_NOT_REACHED"),
        Arguments.of("2026-01-01", "2026-07-01", ""),
        Arguments.of("2026-06-01", "2026-07-01", ""),
        Arguments.of("2026-06-02", "2026-07-01", "NOTICE_TOO_SHORT"),
        Arguments.of("2026-12-31", "2027-01-01", "OUTSIDE_TERM"));
  }

  @Test
  void aStricterPolicyDoesNotReachBackToWhatIsRecorded() {
    LocalDate end = LocalDate.of(2026, 3, 1);
    ContractHistory left =
        Town.record(PLAIN, end, new Change.EarlyTermination(end)).orElseThrow();
    Proposal contacts =
        new Proposal(Town.START, Town.PROOF, Town.change(ChangeKind.CONTACT_CHANGE, end, 1));
    assertThat(
            left.record(contacts, left.latest().plusSeconds(1), new AmendmentPolicy(12, 90)).isAccepted())
        .isTrue();
  }

  @Test
  void whoWhyAndEvidenceAreAskedFor() {
    for (Proof proof :
        List.of(new Proof(" ", "r", "e"), new Proof("b", "", "e"), new Proof("b", "r", " "))) {
      assertThat(
              ruleOf(
                  PLAIN.record(
                      new Proposal(JUNE, proof, new Change.Suspension()), Town.SIGNED.plusSeconds(1),
                      AmendmentPolicy.LENIENT)))
          .isEqualTo(AmendmentRule.PROOF_MISSING);
    }
  }

  @Test
  void nothingIsRecordedBehindWhatIsKnown() {
    Proposal proposal = new Proposal(JUNE, Town.PROOF, new Change.Suspension());
    assertThat(ruleOf(PLAIN.record(proposal, Town.SIGNED, AmendmentPolicy.LENIENT)))
        .isEqualTo(AmendmentRule.RECORDED_OUT_OF_ORDER);
  }

  @Test
  void whatIsWithdrawnCannotBeWithdrawnAgainNorCanAWithdrawal() {
    ContractHistory withdrawn =
        Town.record(PLAIN, JUNE, new Change.Suspension())
            .then(history -> Town.record(history, JUNE, new Change.Withdrawal(1)))
            .orElseThrow();
    assertThat(ruleOf(Town.record(withdrawn, JUNE, new Change.Withdrawal(1))))
        .isEqualTo(AmendmentRule.ALREADY_WITHDRAWN);
    assertThat(ruleOf(Town.record(withdrawn, JUNE, new Change.Withdrawal(2))))
        .isEqualTo(AmendmentRule.NO_SUCH_AMENDMENT);
  }

  @Test
  void theSentenceNamesWhatTheRuleSpeaksOf() {
    AmendmentRejection rejection =
        (AmendmentRejection) Town.record(PLAIN, JUNE, new Change.Resumption()).rejection();
    assertThat(rejection.message(Locale.ENGLISH)).isEqualTo("contract C-1 is not suspended on 2026-06-01");
    assertThat(rejection.message(Locale.CHINA)).isEqualTo("合同C-1在2026-06-01未暂停");
  }

  @Test
  void aRecordWithGapsIsNoRecord() {
    ContractHistory one = Town.record(PLAIN, JUNE, new Change.Suspension()).orElseThrow();
    Amendment amendment = one.recorded().get(0);
    assertThat(ContractHistory.of(Town.origin(), one.recorded())).isEqualTo(one);
    assertThatThrownBy(() -> ContractHistory.of(Town.origin(), List.of(amendment, amendment)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AmendmentRule ruleOf(Outcome<ContractHistory> outcome) {
    return ((AmendmentRejection) outcome.rejection()).broken();
  }
}
