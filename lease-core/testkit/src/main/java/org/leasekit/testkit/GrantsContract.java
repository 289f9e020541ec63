package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Delegation;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.GrantId;
import org.leasekit.hierarchy.Right;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.Grants;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Grants}. */
public abstract class GrantsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected GrantsContract() {}

  private static final ContractNo ONE = new ContractNo("C-1");
  private static final ContractNo OTHER = new ContractNo("c-1");
  private static final ContractNo MASTER = new ContractNo("母-1");
  private static final Proof PROOF = new Proof("管家 1", "why\t\\n", "mail\n7");

  private Grants grants() {
    return stores.grants();
  }

  static Grant grant(ContractNo account, int number) {
    return grant(Samples.LESSOR, number, Delegation.unlimited(MASTER, account, Right.VIEW));
  }

  private static Grant grant(LessorId lessor, int number, Delegation delegation) {
    return new Grant(
        lessor, new GrantId(delegation.account(), number), delegation, Samples.MICROS, PROOF, null);
  }

  private static Grant revoked(Grant grant, String by) {
    return grant.revoked(
        new Grant.Revocation(Samples.MICROS.plusSeconds(7), new Proof(by, "gone", "letter")));
  }

  private Grant appended(Grant grant) {
    grants().append(grant);
    return grant;
  }

  private List<Grant> all(ContractNo... accounts) {
    return grants().ofAccounts(Samples.LESSOR, List.of(accounts));
  }

  @Test
  @DisplayName("Grants rule 1: a grant whose number is not the next is stale and changes nothing")
  void refusesOtherNumbers() {
    Grant first = appended(grant(ONE, 1));
    for (int number : new int[] {0, 1, 3}) {
      assertThatThrownBy(() -> grants().append(grant(ONE, number)))
          .isInstanceOf(StaleVersionException.class);
    }
    assertThat(all(ONE)).containsExactly(first);
  }

  @Test
  @DisplayName("Grants rule 1: of two that append at once, one appends and one is told")
  void oneOfTwoAppends() {
    Answers<String> answers =
        updateAtOnce(() -> grants().append(grant(ONE, 1)), () -> grants().append(grant(ONE, 1)));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(all(ONE)).hasSize(1);
  }

  @Test
  @DisplayName("Grants rule 2: every right with and without limits is found as it was appended")
  void keepsAsGiven() {
    List<Grant> expected = new ArrayList<>();
    for (Right right : Right.values()) {
      expected.add(
          grant(Samples.LESSOR, expected.size() + 1, Delegation.unlimited(MASTER, ONE, right)));
    }
    for (Delegation limited :
        List.of(
            new Delegation(MASTER, ONE, Right.PAY, MinorUnits.amount(1234, "KWD"), null, null, null),
            new Delegation(OTHER, ONE, Right.RENEW, Samples.yuan(1), 12, 3, Samples.APRIL.start()))) {
      expected.add(grant(Samples.LESSOR, expected.size() + 1, limited));
    }
    expected.forEach(grant -> grants().append(grant));
    assertThat(all(ONE)).isEqualTo(expected);
  }

  @Test
  @DisplayName("Grants rule 2: a grant is revoked once, and who revokes again is told")
  void isRevokedOnce() {
    Grant first = appended(grant(ONE, 1));
    Grant second = appended(grant(ONE, 2));
    Grant gone = revoked(first, "somebody");
    grants().revoke(gone);
    assertThatThrownBy(() -> grants().revoke(revoked(first, "somebody else")))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> grants().revoke(revoked(grant(ONE, 3), "somebody")))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> grants().revoke(second)).isInstanceOf(IllegalArgumentException.class);
    assertThat(all(ONE)).containsExactly(gone, second);
  }

  @Test
  @DisplayName("Grants rule 2: of two that revoke at once, one revokes and one is told")
  void oneOfTwoRevokes() {
    Grant grant = appended(grant(ONE, 1));
    Answers<String> answers =
        updateAtOnce(
            () -> grants().revoke(revoked(grant, "here")),
            () -> grants().revoke(revoked(grant, "there")));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(all(ONE)).hasSize(1).noneMatch(Grant::stands);
  }

  @Test
  @DisplayName("Grants.ofAccounts: of those accounts, by account, then number")
  void findsOfAccounts() {
    Grant other = appended(grant(OTHER, 1));
    List<Grant> mine = new ArrayList<>();
    for (int number = 1; number <= 11; number++) {
      mine.add(appended(grant(ONE, number)));
    }
    List<Grant> both = new ArrayList<>(mine);
    both.add(other);
    assertThat(all(OTHER, ONE, MASTER, ONE)).isEqualTo(both);
    assertThat(all(OTHER)).containsExactly(other);
    assertThat(all()).isEmpty();
  }

  @Test
  @DisplayName("Grants rule 3: grants of another lessor are not seen")
  void seesItsOwn() {
    Grant mine = appended(grant(ONE, 1));
    assertThat(grants().ofAccounts(Samples.OTHER_LESSOR, List.of(ONE))).isEmpty();
    Grant theirs =
        appended(grant(Samples.OTHER_LESSOR, 1, Delegation.unlimited(MASTER, ONE, Right.SIGN)));
    grants().revoke(revoked(theirs, "them"));
    assertThat(all(ONE)).containsExactly(mine);
  }
}
