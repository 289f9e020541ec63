package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.PartyKind;
import org.leasekit.party.Tenant;
import org.leasekit.party.TenantId;
import org.leasekit.port.Tenants;

/** The rules of {@link Tenants}. */
public abstract class TenantsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected TenantsContract() {}

  private Tenants tenants() {
    return stores.tenants();
  }

  @Test
  @DisplayName("Tenants rule 1: a tenant put again replaces what was known under its id")
  void replaces() {
    Tenant before = Samples.tenant("T-1");
    Tenant other = Samples.tenant("T-2");
    Tenant after =
        new Tenant(Samples.LESSOR, before.id(), "上海云停科技有限公司", PartyKind.COMPANY, null);
    tenants().putAll(List.of(before, other));
    tenants().putAll(List.of(after));
    assertThat(tenants().find(Samples.LESSOR, before.id())).contains(after);
    assertThat(tenants().find(Samples.LESSOR, other.id())).contains(other);
  }

  @Test
  @DisplayName("Tenants rule 1: of one tenant put twice in one call the last stays")
  void replacesWithinACall() {
    Tenant before = Samples.tenant("T-1");
    Tenant after =
        new Tenant(Samples.LESSOR, before.id(), "李雷", PartyKind.PERSON, LocalDate.of(1990, 1, 1));
    tenants().putAll(List.of(before, after));
    assertThat(tenants().find(Samples.LESSOR, before.id())).contains(after);
  }

  @Test
  @DisplayName("Tenants rule 2: tenants of another lessor are not seen")
  void separatesLessors() {
    Tenant mine = Samples.tenant("T-1");
    Tenant theirs = new Tenant(Samples.OTHER_LESSOR, mine.id(), "Han Meimei", PartyKind.PERSON, null);
    tenants().putAll(List.of(mine));
    assertThat(tenants().find(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    assertThat(tenants().findAll(Samples.OTHER_LESSOR, List.of(mine.id()))).isEmpty();
    tenants().putAll(List.of(theirs));
    assertThat(tenants().find(Samples.OTHER_LESSOR, mine.id())).contains(theirs);
    assertThat(tenants().find(Samples.LESSOR, mine.id())).contains(mine);
    assertThat(tenants().findAll(Samples.LESSOR, List.of(mine.id())))
        .isEqualTo(Map.of(mine.id(), mine));
  }

  @Test
  @DisplayName("Tenants.find: a tenant is found as it was put; ids differ by case")
  void findsAsPut() {
    Tenant person = Samples.tenant("t-1");
    Tenant unknownBirth =
        new Tenant(Samples.LESSOR, new TenantId("T-1"), "O'Neil; \"x\" 𠮷", PartyKind.PERSON, null);
    Tenant longest =
        new Tenant(Samples.LESSOR, new TenantId("号".repeat(64)), "公司", PartyKind.COMPANY, null);
    tenants().putAll(List.of(person, unknownBirth, longest));
    for (Tenant each : List.of(person, unknownBirth, longest)) {
      assertThat(tenants().find(Samples.LESSOR, each.id())).contains(each);
    }
    assertThat(tenants().find(Samples.LESSOR, new TenantId("T-2"))).isEmpty();
  }

  @Test
  @DisplayName("Tenants.findAll: those of the ids that are known, of many, each once")
  void findsThoseKnown() {
    Tenant first = Samples.tenant("T-1");
    Tenant last = Samples.tenant("T-2000");
    tenants().putAll(List.of(first, last, Samples.tenant("never asked for")));
    List<TenantId> ids = new ArrayList<>(List.of(last.id()));
    for (int i = 1; i <= 2000; i++) {
      ids.add(new TenantId("T-" + i));
    }
    assertThat(tenants().findAll(Samples.LESSOR, ids))
        .isEqualTo(Map.of(first.id(), first, last.id(), last));
    assertThat(tenants().findAll(Samples.LESSOR, List.of())).isEmpty();
    tenants().putAll(List.of());
  }
}
