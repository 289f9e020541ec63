package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.billing.ReceivableLock.Release;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.ReceivableLocks;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link ReceivableLocks}. */
public abstract class ReceivableLocksContract extends StorePortContract {

  /** For the test of an adapter. */
  protected ReceivableLocksContract() {}

  private static final Instant NOW = Samples.NOW;

  private ReceivableLocks locks() {
    return stores.locks();
  }

  private ContractNo contract(String number) {
    return given(Samples.contract(number)).no();
  }

  private static ReceivableLock lock(String id, ContractNo no) {
    return Samples.lock(id, new LockScope.WholeContract(no), NOW);
  }

  private static Release release(long second, String by) {
    return new Release(NOW.plusSeconds(second), by, "over", NOW.plusSeconds(1));
  }

  private ReceivableLock found(ReceivableLock lock) {
    return locks().find(lock.lessor(), lock.id()).orElseThrow();
  }

  @Test
  @DisplayName("ReceivableLocks rule 1: an id that is known answers false and changes nothing")
  void addsOnce() {
    ContractNo no = contract("C-1");
    ReceivableLock lock = lock("L-1", no);
    assertThat(locks().add(lock)).isTrue();
    assertThat(locks().add(Samples.lock("L-1", new LockScope.Subtree(no), NOW.plusSeconds(9)))).isFalse();
    assertThat(everything().locks()).containsExactly(lock);
  }

  @Test
  @DisplayName("ReceivableLocks rule 1: of two that add one id at once, exactly one does")
  void oneOfTwoAdds() {
    ContractNo no = contract("C-1");
    Answers<Boolean> added =
        overlap(
            hold -> {
              boolean mine = locks().add(lock("L-1", no));
              hold.untilTheOtherHasTried();
              return mine;
            },
            () -> locks().add(lock("L-1", no)));
    assertThat(List.of(added.first(), added.second())).containsExactlyInAnyOrder(true, false);
    assertThat(everything().locks()).hasSize(1);
  }

  @Test
  @DisplayName("ReceivableLocks rule 2: a release whose number is taken, or leaves a gap, is stale and changes nothing")
  void refusesTakenNumber() {
    ReceivableLock lock = lock("L-1", contract("C-1"));
    locks().add(lock);
    ReceivableLock once = lock.released(release(5, "a"));
    ReceivableLock twice = once.released(release(6, "b"));
    assertThatThrownBy(() -> locks().release(twice)).isInstanceOf(StaleVersionException.class);
    locks().release(once);
    assertThatThrownBy(() -> locks().release(lock.released(release(7, "c"))))
        .isInstanceOf(StaleVersionException.class);
    assertThat(found(lock)).isEqualTo(once);
    locks().release(twice);
    assertThat(found(lock)).isEqualTo(twice);
  }

  @Test
  @DisplayName("ReceivableLocks rule 2: of two that release at once, one does and one is told")
  void oneOfTwoReleases() {
    ReceivableLock lock = lock("L-1", contract("C-1"));
    locks().add(lock);
    ReceivableLock here = lock.released(release(5, "a"));
    ReceivableLock there = lock.released(release(6, "b"));
    Answers<String> answers =
        updateAtOnce(() -> locks().release(here), () -> locks().release(there));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(found(lock)).isIn(here, there);
  }

  @Test
  @DisplayName("ReceivableLocks rule 2: a lock that is not there cannot be released, nor one without a release")
  void refusesUnknown() {
    ReceivableLock lock = lock("L-1", contract("C-1"));
    assertThatThrownBy(() -> locks().release(lock.released(release(5, "a"))))
        .isInstanceOf(StaleVersionException.class);
    assertThatThrownBy(() -> locks().release(lock)).isInstanceOf(IllegalArgumentException.class);
    assertThat(everything().locks()).isEmpty();
  }

  @Test
  @DisplayName("ReceivableLocks rule 3: a lock of every scope is found as it was added, with its releases")
  void keepsAsGiven() {
    ContractNo no = contract("同".repeat(64));
    ReceivableKey key = new ReceivableKey(no, new ChargeCode("费".repeat(32)), Samples.APRIL, 3);
    List<LockScope> scopes =
        List.of(
            new LockScope.OneAmount(key),
            new LockScope.PartOfAmount(key, MinorUnits.amount(1_234, "KWD")),
            new LockScope.OneCharge(no, ChargeCode.RENT),
            new LockScope.WholeContract(no),
            new LockScope.Subtree(no));
    int number = 0;
    for (LockScope scope : scopes) {
      for (LockReason reason : LockReason.values()) {
        Instant until = number % 2 == 0 ? null : Samples.MICROS.plusSeconds(60);
        ReceivableLock lock =
            new ReceivableLock(
                Samples.LESSOR, new LockId("锁".repeat(150) + number++), ReceivableLock.Effect.FREEZE, scope, reason,
                "邮件\t1\\n", "tenant's", "经理", Samples.MICROS, until, false, Samples.MICROS, List.of());
        assertThat(locks().add(lock)).isTrue();
        assertThat(found(lock)).isEqualTo(lock);
        ReceivableLock released = lock.released(release(5, "经理\n"));
        locks().release(released);
        ReceivableLock again = released.released(new Release(null, "court", "taken back", Samples.MICROS));
        locks().release(again);
        assertThat(found(lock)).isEqualTo(again);
      }
    }
    assertThat(locks().of(Samples.LESSOR, List.of(no))).hasSize(number);
  }

  @Test
  @DisplayName("ReceivableLocks rule 3: a lock that is added with releases is found with them")
  void keepsReleases() {
    ReceivableLock lock = lock("L-1", contract("C-1")).released(release(5, "a")).released(release(4, "b"));
    assertThat(locks().add(lock)).isTrue();
    assertThat(found(lock)).isEqualTo(lock);
    assertThat(everything().locks()).containsExactly(lock);
  }

  @Test
  @DisplayName("ReceivableLocks.of: those whose scope names one of the contracts, by instant, then id")
  void findsOfContracts() {
    ContractNo one = contract("C-1");
    ContractNo other = contract("C-2");
    ContractNo third = contract("C-3");
    ReceivableLock late = Samples.lock("A", new LockScope.Subtree(one), NOW.plusSeconds(1));
    ReceivableLock second = lock("L-2", other).released(release(3, "a"));
    ReceivableLock first = lock("L-10", one);
    List.of(late, second, lock("L-3", third), first).forEach(locks()::add);
    assertThat(locks().of(Samples.LESSOR, List.of(other, one, one))).containsExactly(first, second, late);
    assertThat(locks().of(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("ReceivableLocks rule 4: locks of another lessor are not seen, and ids are exact")
  void seesItsOwn() {
    ContractNo no = contract("C-1");
    ReceivableLock mine = lock("L-1", no);
    locks().add(mine);
    LessorId other = Samples.OTHER_LESSOR;
    given(Samples.contract("C-1").of(other));
    assertThat(locks().find(other, mine.id())).isEmpty();
    assertThat(locks().of(other, List.of(no))).isEmpty();
    assertThat(locks().find(Samples.LESSOR, new LockId("l-1"))).isEmpty();
    ReceivableLock theirs =
        new ReceivableLock(
            other, mine.id(), mine.effect(), mine.scope(), mine.reason(), "theirs", "a", "b", NOW, null, false, NOW,
            List.of());
    assertThat(locks().add(theirs)).isTrue();
    locks().release(theirs.released(release(1, "c")));
    assertThat(found(mine)).isEqualTo(mine);
    assertThat(found(theirs).releases()).hasSize(1);
  }
}
