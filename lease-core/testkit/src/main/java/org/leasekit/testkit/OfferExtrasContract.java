package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.contract.Contract;
import org.leasekit.party.LessorId;
import org.leasekit.port.OfferExtras;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.AddOnLine;
import org.leasekit.renewal.DiscountCode;
import org.leasekit.renewal.Offer;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link OfferExtras}. */
public abstract class OfferExtrasContract extends StorePortContract {

  /** For the test of an adapter. */
  protected OfferExtrasContract() {}

  private static final LessorId LESSOR = Samples.LESSOR;
  private static final Instant NOW = Samples.MICROS;
  private static final AddOnId POST = new AddOnId("充电桩 7kW");

  private OfferExtras extras() {
    return stores.offerExtras();
  }

  private static DiscountCode code(LessorId lessor, String code) {
    return new DiscountCode(
        lessor, code, Samples.caseIdOf("C-1"), 250, NOW.plusSeconds(3600), null);
  }

  private static DiscountCode redeemed(DiscountCode code, Instant at) {
    return new DiscountCode(
        code.lessor(), code.code(), code.renewalCase(), code.basisPoints(), code.until(), at);
  }

  private static AddOn post(LessorId lessor, int stock, int taken) {
    return new AddOn(lessor, POST, "充电桩", Samples.yuan(600_01), stock, taken);
  }

  private Answers<Boolean> both(Supplier<Boolean> work) {
    return overlap(
        hold -> {
          boolean answer = work.get();
          hold.untilTheOtherHasTried();
          return answer;
        },
        work);
  }

  @Test
  @DisplayName("OfferExtras rule 1: a code is found as it was added, and adding it again changes nothing")
  void addsCodeOnce() {
    DiscountCode mine = code(LESSOR, "AB-12345678");
    assertThat(extras().addCode(mine)).isTrue();
    assertThat(
            extras()
                .addCode(
                    new DiscountCode(LESSOR, mine.code(), Samples.caseIdOf("C-2"), 1, NOW, null)))
        .isFalse();
    assertThat(extras().findCode(LESSOR, mine.code())).contains(mine);
    assertThat(extras().findCode(LESSOR, "AB-1234567")).isEmpty();
  }

  @Test
  @DisplayName("OfferExtras rule 1: of two that add one code at once, exactly one adds")
  void oneOfTwoAddsACode() {
    Answers<Boolean> answers = both(() -> extras().addCode(code(LESSOR, "AB12")));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("OfferExtras rule 2: a code is redeemed once, and an unknown one never")
  void redeemsOnce() {
    DiscountCode mine = code(LESSOR, "AB12");
    extras().addCode(mine);
    assertThat(extras().redeem(LESSOR, "AB13", NOW)).isFalse();
    assertThat(extras().redeem(LESSOR, "AB12", NOW)).isTrue();
    assertThat(extras().redeem(LESSOR, "AB12", NOW.plusSeconds(1))).isFalse();
    assertThat(extras().findCode(LESSOR, "AB12")).contains(redeemed(mine, NOW));
  }

  @Test
  @DisplayName("OfferExtras rule 2: of two that redeem one code at once, exactly one does")
  void oneOfTwoRedeems() {
    extras().addCode(code(LESSOR, "AB12"));
    Answers<Boolean> answers = both(() -> extras().redeem(LESSOR, "AB12", NOW));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("OfferExtras rule 3: no more is taken than there is, and none given back that was not taken")
  void staysWithinStock() {
    extras().putAddOn(post(LESSOR, 3, 0));
    assertThat(extras().take(LESSOR, POST, -1)).isFalse();
    assertThat(extras().take(LESSOR, POST, 2)).isTrue();
    assertThat(extras().take(LESSOR, POST, 2)).isFalse();
    assertThat(extras().addOns(LESSOR)).containsExactly(post(LESSOR, 3, 2));
    assertThat(extras().take(LESSOR, POST, 1)).isTrue();
    assertThat(extras().take(LESSOR, POST, 1)).isFalse();
    assertThat(extras().take(LESSOR, POST, -3)).isTrue();
    assertThat(extras().take(LESSOR, POST, -1)).isFalse();
    assertThat(extras().addOns(LESSOR)).containsExactly(post(LESSOR, 3, 0));
    assertThat(extras().take(LESSOR, new AddOnId("充电桩"), 1)).isFalse();
  }

  @Test
  @DisplayName("OfferExtras rule 3: of two that want the last one at once, exactly one gets it")
  void oneOfTwoGetsTheLast() {
    extras().putAddOn(post(LESSOR, 3, 0));
    assertThat(extras().take(LESSOR, POST, 2)).isTrue();
    Answers<Boolean> answers = both(() -> extras().take(LESSOR, POST, 1));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    assertThat(extras().addOns(LESSOR)).containsExactly(post(LESSOR, 3, 3));
  }

  @Test
  @DisplayName("OfferExtras rule 4: codes and add-ons of another lessor are not seen")
  void separatesLessors() {
    LessorId other = Samples.OTHER_LESSOR;
    extras().addCode(code(LESSOR, "AB12"));
    extras().putAddOn(post(LESSOR, 3, 0));
    assertThat(extras().findCode(other, "AB12")).isEmpty();
    assertThat(extras().redeem(other, "AB12", NOW)).isFalse();
    assertThat(extras().addOns(other)).isEmpty();
    assertThat(extras().take(other, POST, 1)).isFalse();
    assertThat(extras().addCode(code(other, "AB12"))).isTrue();
    extras().putAddOn(post(other, 1, 0));
    assertThat(extras().take(other, POST, 1)).isTrue();
    assertThat(extras().addOns(LESSOR)).containsExactly(post(LESSOR, 3, 0));
    assertThat(extras().findCode(LESSOR, "AB12")).contains(code(LESSOR, "AB12"));
  }

  @Test
  @DisplayName("OfferExtras.putAddOn: name, price and stock change, what is taken stays and is a bound")
  void changesAddOns() {
    extras().putAddOn(post(LESSOR, 3, 0));
    extras().putAddOn(AddOn.of(LESSOR, "a", "", Samples.yuan(0), 0));
    extras().take(LESSOR, POST, 2);
    AddOn changed = new AddOn(LESSOR, POST, "快充", Samples.yuan(1), 2, 0);
    extras().putAddOn(changed);
    assertThat(extras().addOns(LESSOR))
        .containsExactly(
            AddOn.of(LESSOR, "a", "", Samples.yuan(0), 0),
            new AddOn(LESSOR, POST, "快充", Samples.yuan(1), 2, 2));
    Everything before = everything();
    assertThatThrownBy(() -> extras().putAddOn(post(LESSOR, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("RenewalCases rule 2: an offer is stored with its add-ons and its refund")
  void keepsOffersAsGiven() {
    Contract contract = given(Samples.contract("C-1"));
    RenewalCase renewal = givenCase(contract);
    Offer plain = renewal.offer();
    Offer full =
        new Offer(
            plain.term(),
            plain.terms(),
            plain.firstRent(),
            plain.depositTopUp(),
            Samples.yuan(77),
            List.of(
                new AddOnLine(POST, "快充\t\\桩\n", 2, Samples.yuan(120_002)),
                new AddOnLine(new AddOnId("a"), "", 1, Samples.yuan(0))));
    RenewalCase changed = Renewals.reprice(renewal, full).orElseThrow();
    stores.cases().update(changed);
    assertThat(stored(renewal)).isEqualTo(changed.withVersion(2));
  }

  @Test
  @DisplayName("UnitOfWork rule 1: what was taken and redeemed in vain is there again")
  void isRolledBack() {
    extras().putAddOn(post(LESSOR, 3, 0));
    extras().addCode(code(LESSOR, "AB12"));
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          extras().take(LESSOR, POST, 3);
                          extras().redeem(LESSOR, "AB12", NOW);
                          throw new IllegalStateException("given up");
                        }))
        .hasMessage("given up");
    assertThat(extras().addOns(LESSOR)).containsExactly(post(LESSOR, 3, 0));
    assertThat(extras().redeem(LESSOR, "AB12", NOW)).isTrue();
  }
}
