package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.Channel;
import org.leasekit.party.Occupant;
import org.leasekit.party.Person;
import org.leasekit.party.TenantId;
import org.leasekit.party.Wish;
import org.leasekit.party.Wishes;
import org.leasekit.port.WishList;

/** The rules of {@link WishList}. */
public abstract class WishListContract extends StorePortContract {

  /** For the test of an adapter. */
  protected WishListContract() {}

  private static final TenantId ONE_ID = new TenantId("T-1");
  private static final Person ONE = Person.of(ONE_ID);
  private static final Person OTHER = Person.of(new TenantId("t-1"));

  private static final Wishes MANY =
      new Wishes(
          Samples.LESSOR, ONE_ID, Set.of(Channel.SMS, Channel.WECOM), true, true, Set.of("vip", "老\t客户"));

  private WishList wishes() {
    return stores.wishes();
  }

  @Test
  @DisplayName("WishList.findAll: those of the tenants who have said any, as they were put")
  void findsThoseOfTheTenants() {
    Wishes few = new Wishes(Samples.LESSOR, OTHER.tenant(), Set.of(), false, true, Set.of()).in(Locale.GERMAN);
    wishes().put(MANY);
    wishes().put(few);
    assertThat(wishes().findAll(Samples.LESSOR, List.of(ONE, OTHER, Person.of(new TenantId("T-9")), ONE)))
        .containsOnlyKeys(ONE, OTHER)
        .containsEntry(ONE, MANY)
        .containsEntry(OTHER, few);
    assertThat(wishes().findAll(Samples.LESSOR, List.of(OTHER))).containsOnlyKeys(OTHER);
    assertThat(wishes().findAll(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("WishList rule 1: wishes that are put again replace what was known")
  void replacesWishes() {
    wishes().put(MANY);
    wishes().put(Wishes.none(Samples.LESSOR, ONE));
    assertThat(wishes().findAll(Samples.LESSOR, List.of(ONE)))
        .containsEntry(ONE, Wishes.none(Samples.LESSOR, ONE));
  }

  @Test
  @DisplayName("WishList rule 2: wishes towards another lessor are not seen")
  void separatesLessors() {
    wishes().put(MANY);
    assertThat(wishes().findAll(Samples.OTHER_LESSOR, List.of(ONE))).isEmpty();
    wishes().put(Wishes.none(Samples.OTHER_LESSOR, ONE));
    assertThat(wishes().findAll(Samples.LESSOR, List.of(ONE))).containsEntry(ONE, MANY);
  }

  @Test
  @DisplayName("WishList rule 4: who said the latest of it and when is found with the wishes")
  void keepsOnWhoseWord() {
    Wishes told = MANY.without(new Wish.LargeType(), new Wishes.Said("李雷\t'", Samples.MICROS));
    wishes().put(told);
    assertThat(wishes().findAll(Samples.LESSOR, List.of(ONE))).containsEntry(ONE, told);
  }

  @Test
  @DisplayName("WishList rule 3: a tenant and the users a tenant has named have wishes of their own")
  void separatesPeople() {
    Person user = Person.using(ONE_ID, new Occupant(" 李雷", "沪A·12345"));
    Person namesake = Person.using(OTHER.tenant(), new Occupant("李雷", null));
    Wishes said =
        new Wishes(
            Samples.LESSOR, user, Set.of(Channel.WECOM), Set.of("13800000000", "wm\"1'"), true, false,
            Locale.SIMPLIFIED_CHINESE, Set.of());
    wishes().put(MANY);
    wishes().put(said);
    assertThat(wishes().findAll(Samples.LESSOR, List.of(user, ONE, namesake)))
        .containsOnlyKeys(user, ONE)
        .containsEntry(user, said)
        .containsEntry(ONE, MANY);
    Person unnamed = Person.using(ONE_ID, null);
    wishes().put(Wishes.nothing(Samples.LESSOR, unnamed));
    assertThat(wishes().findAll(Samples.LESSOR, List.of(ONE, user))).containsEntry(ONE, MANY).containsEntry(user, said);
    assertThat(wishes().findAll(Samples.LESSOR, List.of(unnamed)))
        .containsOnlyKeys(unnamed)
        .containsEntry(unnamed, Wishes.nothing(Samples.LESSOR, unnamed));
    assertThat(wishes().findAll(Samples.LESSOR, List.of(namesake))).isEmpty();
  }
}
