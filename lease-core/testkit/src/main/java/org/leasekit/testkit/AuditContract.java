package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Act;
import org.leasekit.party.PayerId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Audit;

/** The rules of {@link Audit}. */
public abstract class AuditContract extends StorePortContract {

  /** For the test of an adapter. */
  protected AuditContract() {}

  private static final ContractNo NO = new ContractNo("C-1");
  private static final Act PLAIN = Act.on(Samples.APRIL.start());

  private Audit audit() {
    return stores.audit();
  }

  static AuditEntry entry(Instant at, @Nullable ContractNo contract) {
    return new AuditEntry(Samples.LESSOR, at, Actor.HOST, Action.VIEW, contract, PLAIN, null);
  }

  private static AuditEntry entry(int second, Actor actor, Action action, Act act) {
    return new AuditEntry(
        Samples.LESSOR, Samples.MICROS.plusSeconds(second), actor, action, NO, act,
        second % 2 == 0 ? null : "NO_SUCH_CONTRACT");
  }

  private AuditEntry appended(AuditEntry entry) {
    audit().append(entry);
    return entry;
  }

  @Test
  @DisplayName("Audit rule 1: every kind of actor, action and act is found as it was appended, by instant")
  void keepsAsGiven() {
    List<Actor> actors = new ArrayList<>(List.of(Actor.HOST));
    for (Actor.Role role : Actor.Role.values()) {
      actors.add(new Actor.Staff(new StaffId("管家 1"), role));
    }
    actors.add(new Actor.OfTenant(new TenantId("韩梅梅")));
    actors.add(new Actor.SubAccount(new ContractNo("合-1")));
    actors.add(new Actor.User(NO, "沪A·12345"));
    actors.add(new Actor.User(NO, ""));
    actors.add(new Actor.OfPayer(new PayerId("付款人 1")));
    List<Act> acts = new ArrayList<>(List.of(PLAIN));
    for (String amount : List.of("1200", "0.01", "1.0055", "-3")) {
      acts.add(new Act(PLAIN.on(), yuan(amount), 12, 3));
    }
    List<AuditEntry> entries = new ArrayList<>();
    for (Actor actor : actors) {
      entries.add(entry(entries.size(), actor, Action.VIEW, PLAIN));
    }
    for (Act act : acts) {
      entries.add(entry(entries.size(), Actor.HOST, Action.PAY, act));
    }
    for (Action action : Action.values()) {
      entries.add(entry(entries.size(), Actor.HOST, action, PLAIN));
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      audit().append(entries.get(i));
    }
    assertThat(audit().ofContract(Samples.LESSOR, NO)).isEqualTo(entries);
  }

  private static MonetaryAmount yuan(String amount) {
    return Monetary.getDefaultAmountFactory()
        .setCurrency("CNY")
        .setNumber(new BigDecimal(amount))
        .create();
  }

  @Test
  @DisplayName("Audit rule 1: an entry that equals another is another decision")
  void keepsEqualOnes() {
    AuditEntry entry = appended(entry(Samples.NOW, NO));
    audit().append(entry);
    assertThat(audit().ofContract(Samples.LESSOR, NO)).containsExactly(entry, entry);
  }

  @Test
  @DisplayName("Audit.ofContract: of that number alone, exactly as it is written, whether there is one or not")
  void findsOfContract() {
    given(Samples.contract("C-1"));
    AuditEntry mine = appended(entry(Samples.NOW, NO));
    AuditEntry unknown = appended(entry(Samples.NOW, new ContractNo("c-1")));
    audit().append(entry(Samples.NOW, null));
    assertThat(audit().ofContract(Samples.LESSOR, NO)).containsExactly(mine);
    assertThat(audit().ofContract(Samples.LESSOR, new ContractNo("c-1"))).containsExactly(unknown);
    assertThat(audit().ofContract(Samples.LESSOR, new ContractNo("C-2"))).isEmpty();
  }

  @Test
  @DisplayName("Audit rule 2: entries of another lessor are not seen")
  void seesItsOwn() {
    AuditEntry mine = appended(entry(Samples.NOW, NO));
    AuditEntry theirs =
        appended(
            new AuditEntry(
                Samples.OTHER_LESSOR, Samples.NOW, Actor.HOST, Action.PAY, NO, PLAIN, null));
    assertThat(audit().ofContract(Samples.LESSOR, NO)).containsExactly(mine);
    assertThat(audit().ofContract(Samples.OTHER_LESSOR, NO)).containsExactly(theirs);
  }
}
