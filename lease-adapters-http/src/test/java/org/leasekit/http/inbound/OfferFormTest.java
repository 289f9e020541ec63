package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.AcceptRenewal;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.application.RedeemCode;
import org.leasekit.contract.ContractNo;
import org.leasekit.http.inbound.Garage.Setting;
import org.leasekit.money.MinorUnits;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

/** Add-ons and discount codes on the page, over HTTP. */
class OfferFormTest {

  private Garage garage;

  @BeforeEach
  void open() {
    garage = new Garage(Setting.USUAL.withExtras());
  }

  @AfterEach
  void close() {
    garage.close();
  }

  @Test
  void showsWhatThereIsAndWhatIsLeft() {
    String english = page("en");
    assertThat(english)
        .contains("Charging post", "CN¥600.00 for the whole term", "2 left", "Discount code", "Apply")
        .contains("value=\"1:POST\"", "&lt;Car wash&gt;", "1 left")
        .doesNotContain("<Car wash>", "value=\"-1:POST\"", "value=\"0:POST\"", "Sold out", garage.code(Garage.CASE));
    assertThat(page("zh")).contains("增值服务", "整个租期 ¥600.00", "还剩 2 份", "优惠码", "使用");
  }

  @Test
  void addOnsAreTakenAndGivenBackAndThePriceFollows() {
    assertThat(location(submit("set", "1:POST"))).isEqualTo(garage.at("?lang=en"));
    assertThat(page("en")).contains("CN¥1,280.00", "1 left", "value=\"2:POST\"", "value=\"0:POST\"");
    submit("set", "2:POST");
    assertThat(page("en"))
        .contains("CN¥1,880.00", "you have the last", "value=\"1:POST\"")
        .doesNotContain("value=\"3:POST\"");
    // pressed twice is pressed once
    submit("set", "1:POST");
    submit("set", "1:POST");
    assertThat(page("en")).contains("CN¥1,280.00");
    submit("set", "0:POST");
    assertThat(page("en")).contains("CN¥680.00", "2 left").doesNotContain("CN¥1,280.00");
    assertThat(left("POST")).isEqualTo(2);
  }

  @Test
  void whatSomebodyElseTookIsSoldOut() {
    garage.kit.offers().choose(new ChooseAddOn(Garage.NEIGHBOURS_CASE.value(), "WASH:12", 1)).orElseThrow();
    assertThat(location(submit("set", "1:WASH:12"))).isEqualTo(garage.at("?lang=en&refused=OUT_OF_STOCK"));
    assertThat(garage.get(garage.at("?lang=en&refused=OUT_OF_STOCK")).body())
        .contains("Somebody was quicker", "Sold out")
        .doesNotContain("value=\"1:WASH:12\"");
    assertThat(garage.get(garage.at("?lang=zh&refused=OUT_OF_STOCK")).body()).contains("已被他人抢先", "已售完");
    assertThat(stored().offer().addOns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1:BOAT, NO_SUCH_ADD_ON", "3:POST, OUT_OF_STOCK"})
  void whatIsNotThereIsNotAdded(String set, String rule) {
    assertThat(location(submit("set", set))).endsWith("&refused=" + rule);
    assertThat(stored().offer().addOns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"POST", "-1:POST", "1:", "99999:POST", "x:POST", "''"})
  void whatMakesNoSenseChangesNothing(String set) {
    assertThat(location(submit("set", set))).isEqualTo(garage.at("?lang=en"));
    assertThat(stored().offer().addOns()).isEmpty();
  }

  @Test
  void theOwnCodeLowersThePriceOnce() {
    String code = garage.code(Garage.CASE);
    assertThat(location(submit("code", " " + code.toLowerCase(Locale.ROOT) + " "))).isEqualTo(garage.at("?lang=en"));
    assertThat(page("en"))
        .contains("CN¥646.00", "<s>CN¥680.00</s>", "CN¥34.00 off", "Your discount code is in the price.")
        .doesNotContain("id=\"code\"");
    assertThat(page("zh")).contains("原价", "优惠 ¥34.00", "优惠码已计入价格");
    HttpResponse<String> again = submit("code", code);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("This code was used before", "CN¥646.00").doesNotContain("CN¥612.00");
  }

  @Test
  void aCodeInTheWideLettersOfAChineseKeyboardIsRead() {
    StringBuilder wide = new StringBuilder();
    garage.code(Garage.CASE).chars().forEach(c -> wide.append((char) (c - 0x21 + 0xFF01)));
    assertThat(submit("code", wide.toString()).statusCode()).isEqualTo(303);
    assertThat(rent()).isEqualTo("646.00");
  }

  @Test
  void somebodyElsesCodeIsAnsweredAsAnUnknownOne() {
    String theirs = garage.code(Garage.NEIGHBOURS_CASE);
    HttpResponse<String> foreign = submit("code", theirs);
    HttpResponse<String> unknown = submit("code", "NOBODYS-CODE");
    assertThat(foreign.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
    assertThat(foreign.body()).contains("value=\"" + theirs + "\"", "This code does not work here");
    assertThat(foreign.body().replace(theirs, "X")).isEqualTo(unknown.body().replace("NOBODYS-CODE", "X"));
    assertThat(foreign.body()).doesNotContain("李雷", "B2-119", Garage.NEIGHBOUR.value());
    assertThat(rent()).isEqualTo("680.00");
    // still good for whom it is
    garage.kit.offers().redeem(new RedeemCode(Garage.NEIGHBOURS_CASE.value(), theirs)).orElseThrow();
    HttpResponse<String> used = submit("code", theirs);
    assertThat(used.body()).isEqualTo(foreign.body());
  }

  @ParameterizedTest
  @CsvSource({"en, This code has expired", "zh, 此优惠码已过期"})
  void anExpiredCodeIsToldSo(String language, String text) {
    String code = garage.code(Garage.CASE);
    garage.clock.advance(Duration.ofDays(10));
    HttpResponse<String> answer = garage.submit(garage.at("?lang=" + language), "code", code);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(text, "value=\"" + code + "\"", "aria-invalid");
    assertThat(rent()).isEqualTo("680.00");
  }

  @Test
  void aCodeIsEscapedAndOneThatIsTooLongIsUnknown() {
    HttpResponse<String> answer = submit("code", "\"><script>" + "A".repeat(40));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("This code does not work here", "&quot;&gt;&lt;script&gt;AAA").doesNotContain("<script");
    assertThat(submit("code", "A".repeat(RequestBody.MOST_BYTES)).statusCode()).isEqualTo(413);
  }

  @Test
  void nothingThatWasTypedIsLostWhenAnAddOnIsTaken() {
    HttpResponse<String> answer = submit("set", "1:POST", "code", "WRONG-1");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"WRONG-1\"", "CN¥1,280.00");
    assertThat(stored().offer().addOn(new AddOnId("POST"))).isPresent();
    submit("set", "2:POST", "code", garage.code(Garage.CASE));
    assertThat(page("en")).contains("CN¥1,846.00", "Your discount code is in the price.");
  }

  @Test
  void aYesThatComesWithACodeIsAskedOnceMoreAtTheNewPrice() {
    HttpResponse<String> answer =
        submit("code", garage.code(Garage.CASE), "act", "accept", "shown", "680.00", "offer", shownOffer());
    assertThat(location(answer)).isEqualTo(garage.at("?lang=en&refused=CHOICE_PRICED"));
    assertThat(stored().progress().acceptedAt()).isNull();
    assertThat(garage.get(location(answer)).body()).contains("Your discount code is in the price now", "CN¥646.00");
    HttpResponse<String> yes = submit("act", "accept", "shown", "646.00", "offer", shownOffer());
    assertThat(location(yes)).isEqualTo(garage.at("?lang=en"));
    assertThat(stored().state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(rent()).isEqualTo("646.00");
  }

  @Test
  void aWrongCodeWithAYesAcceptsNothing() {
    HttpResponse<String> answer =
        submit("code", "WRONG-1", "act", "accept", "shown", "680.00", "offer", shownOffer());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(stored().progress().acceptedAt()).isNull();
  }

  @Test
  void thePriceShownIsThePriceCharged() {
    String seen = shownOffer();
    submit("set", "1:POST");
    HttpResponse<String> stale = submit("act", "accept", "shown", "680.00", "offer", seen);
    assertThat(location(stale)).isEqualTo(garage.at("?lang=en&refused=PRICE_CHANGED"));
    assertThat(stored().progress().acceptedAt()).isNull();
    submit("act", "accept", "shown", "1280.00", "offer", shownOffer());
    assertThat(stored().state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(page("en")).contains("Pay CN¥1,280.00").doesNotContain("id=\"choose\"");
    assertThat(location(submit("set", "0:POST"))).endsWith("&refused=OFFER_FROZEN");
    garage.pay("p-1", "1280.00");
    garage.sign("s-1");
    assertThat(stored().state()).isEqualTo(CaseState.RENEWED);
    assertThat(garage.stores.receivables().of(Garage.LESSOR, List.of(new ContractNo("PK-2025-0001-R1"))))
        .extracting(each -> MinorUnits.plain(each.amount()) + " " + each.status())
        .containsExactlyInAnyOrder("600.00 PAID", "680.00 PAID");
  }

  @Test
  void anotherOfferAtTheSamePriceIsNotAcceptedUnseen() {
    // two add-ons of one price: the first payment is the same, what is bought is not
    AddOn wax = AddOn.of(Garage.LESSOR, "WAX", "打蜡", MinorUnits.amount(12000, "CNY"), 1);
    garage.kit.offers().putAddOn(wax).orElseThrow();
    submit("set", "1:WAX");
    String seen = shownOffer();
    submit("set", "0:WAX");
    submit("set", "1:WASH:12");
    assertThat(MinorUnits.plain(stored().offer().firstPayment())).isEqualTo("800.00");
    AcceptRenewal unseen =
        new AcceptRenewal(Garage.CASE.value(), new BigDecimal("800.00"), seen);
    assertThat(garage.kit.renewals().accept(unseen).rejection().rule()).isEqualTo("PRICE_CHANGED");
    submit("act", "accept", "shown", "800.00", "offer", seen);
    assertThat(stored().progress().acceptedAt()).isNull();
  }

  @Test
  void whoChoosesOnAnOldPageIsToldOfTheNewPrice() {
    String seen = shownOffer();
    submit("set", "1:POST");
    assertThat(location(submit("set", "1:WASH:12", "offer", seen))).endsWith("&refused=PRICE_CHANGED");
    assertThat(stored().offer().addOns()).hasSize(2);
  }

  @Test
  void aForgedOrExpiredLinkChoosesNothing() {
    HttpResponse<String> forged = garage.submit(garage.base() + "/r/none?lang=en", "set", "1:POST");
    assertThat(forged.statusCode()).isEqualTo(404);
    garage.clock.set(stored().lapsesAt());
    assertThat(submit("set", "1:POST").statusCode()).isEqualTo(410);
    assertThat(left("POST")).isEqualTo(2);
  }

  @Test
  void whoHasSaidNoChoosesNothing() {
    garage.post(garage.at("/decline"));
    assertThat(location(submit("set", "1:POST"))).endsWith("&refused=CASE_CLOSED");
    assertThat(location(submit("code", "ANY-CODE"))).endsWith("&refused=CASE_CLOSED");
    assertThat(page("en")).doesNotContain("id=\"choose\"", "Add-ons");
  }

  @Test
  void withoutCodesAndAddOnsThePageHasNoFields() {
    garage.close();
    garage = new Garage();
    assertThat(page("en")).contains("id=\"accept\"").doesNotContain("id=\"code\"", "Add-ons");
    assertThat(submit("code", "ANY-CODE").statusCode()).isEqualTo(422);
  }

  private HttpResponse<String> submit(String... fields) {
    return garage.submit(garage.at("?lang=en"), fields);
  }

  private String page(String language) {
    return garage.get(garage.at("?lang=" + language)).body();
  }

  private String shownOffer() {
    Matcher field = Pattern.compile("name=\"offer\" value=\"([0-9a-f]{16})\"").matcher(page("en"));
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private int left(String addOn) {
    List<AddOn> all = garage.kit.offers().addOns();
    return all.stream().filter(each -> each.id().value().equals(addOn)).findFirst().orElseThrow().left();
  }

  private String rent() {
    return MinorUnits.plain(stored().offer().terms().monthlyRent());
  }

  private RenewalCase stored() {
    return garage.stores.cases().find(Garage.LESSOR, Garage.CASE).orElseThrow();
  }
}
