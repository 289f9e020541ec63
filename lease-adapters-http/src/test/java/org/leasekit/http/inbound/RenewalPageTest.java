package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.http.inbound.Garage.Setting;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;

class RenewalPageTest {

  private static final Instant LAPSES = Instant.parse("2026-03-31T16:00:00Z");

  private Garage garage;

  private Garage garage(Supplier<Garage> made) {
    garage = made.get();
    return garage;
  }

  private Garage usual() {
    return garage(Garage::new);
  }

  @AfterEach
  void close() {
    garage.close();
  }

  @Test
  void showsTheTermsInChinese() {
    HttpResponse<String> page = usual().get(garage.at(""), "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Language")).contains("zh-CN");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.body())
        .contains("PK-2025-0001", "滨江花园地库 · B2-118", "王*明", "2026年3月31日")
        .contains("2026年4月1日</span>", "至2027年3月31日", "¥680.00", "按月预付", "还剩 29 天")
        .contains("同意续约", "不再续租")
        .doesNotContain("王小明", "13800000001", "Yes, renew");
  }

  @Test
  void showsTheTermsInEnglish() {
    HttpResponse<String> page = usual().get(garage.at("?lang=en"), "Accept-Language", "zh-CN");
    assertThat(page.headers().firstValue("Content-Language")).contains("en");
    assertThat(page.body())
        .contains("PK-2025-0001", "B2-118", "31 March 2026", "1 April 2026</span>", "to 31 March 2027")
        .contains("CN¥680.00", "every month, in advance", "29 days left", "Yes, renew", "No, I am leaving")
        .doesNotContain("王小明", "同意续约");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | en",
        "fr                  | en",
        "*                   | en",
        ";;;q=x              | en",
        "zh                  | zh-CN",
        "zh-TW,en;q=0.8      | zh-CN",
        "en;q=0.1,zh;q=0.9   | zh-CN",
        "zh;q=0,en;q=0.1     | en",
        "fr,de;q=0.9,zh;q=.1 | zh-CN"
      })
  void speaksTheLanguageThatIsWantedMost(String header, String expected) {
    HttpResponse<String> page = usual().get(garage.at(""), "Accept-Language", header);
    assertThat(page.headers().firstValue("Content-Language")).contains(expected);
    assertThat(page.headers().firstValue("Vary")).contains("Accept-Language");
  }

  @Test
  void isSentSoThatNothingLeaksAndNothingForeignRuns() {
    HttpResponse<String> page = usual().get(garage.at(""));
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "style-src 'sha256-")
        .doesNotContain("unsafe", "script", "*");
    assertThat(page.body()).doesNotContain("<script", "style=\"", "http://", "https://");
  }

  @Test
  void escapesWhatTenantsAndOfficesWrite() {
    garage(
        () ->
            new Garage(
                Setting.USUAL.tenant("<b>&\"'> x").unit("<script>alert(1)</script>\"onload='x'")));
    String body = garage.get(garage.at("")).body();
    assertThat(body)
        .doesNotContain("<script", "<b>", "\"onload")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&#39;x&#39;");
  }

  @Test
  void isLargeForTenantsOf65AndOverUnlessTheyAskOtherwise() {
    garage(() -> new Garage(Setting.USUAL.born(LocalDate.of(1961, 3, 2))));
    assertThat(garage.get(garage.at("")).body()).contains("class=\"large\"");
    assertThat(garage.get(garage.at("?large=0")).body()).contains("class=\"standard\"");
  }

  @Test
  void isOfStandardSizeForYoungerTenantsUnlessTheyAskForLarge() {
    garage(() -> new Garage(Setting.USUAL.born(LocalDate.of(1961, 3, 3))));
    assertThat(garage.get(garage.at("")).body()).contains("class=\"standard\"");
    assertThat(garage.get(garage.at("?large=1")).body()).contains("class=\"large\"");
  }

  @Test
  void yesLeadsBackToThePageWithWhatIsLeft() {
    usual();
    HttpResponse<String> answer = garage.post(garage.at("/accept?lang=en&large=1"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(garage.at("?lang=en&large=1"));
    assertThat(stored().state()).isEqualTo(CaseState.ACCEPTED);
    String body = garage.get(garage.at("?lang=en")).body();
    assertThat(body)
        .contains("You said yes", "2 March 2026, 10:00", "Pay CN¥680.00", "Sign the contract")
        .contains(
            "https://pay.example.com/pay?case=PK-2025-0001-20260331&amp;amount=680.00&amp;currency=CNY"
                + "&amp;back=http%3A%2F%2F127.0.0.1")
        .contains("https://sign.example.com/PK-2025-0001-20260331?back=http%3A%2F%2F127.0.0.1")
        .contains("No, I am leaving")
        .doesNotContain("Yes, renew");
  }

  @Test
  void aLinkOfWhoGaveTheContractAwayOpensNothingAndSaysSo() {
    usual();
    garage.passOn("韩梅梅");
    for (String lang : List.of("en", "zh")) {
      List<HttpResponse<String>> answers =
          List.of(
              garage.get(garage.at("?lang=" + lang)),
              garage.post(garage.at("/accept?lang=" + lang)),
              garage.post(garage.at("/decline?lang=" + lang)),
              garage.post(garage.at("?lang=" + lang)));
      for (HttpResponse<String> answer : answers) {
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body())
            .contains(lang.equals("en") ? "This link is no longer yours to use" : "此链接已停止使用")
            .doesNotContain("B2-118", "PK-2025-0001", "韩", "王", "680");
      }
    }
    assertThat(stored().progress()).isEqualTo(RenewalCase.Progress.NONE);
  }

  @Test
  void yesTwiceIsYesOnce() {
    usual();
    garage.post(garage.at("/accept"));
    Instant first = stored().progress().acceptedAt();
    garage.clock.advance(Duration.ofHours(1));
    assertThat(garage.post(garage.at("/accept")).statusCode()).isEqualTo(303);
    assertThat(stored().progress().acceptedAt()).isEqualTo(first);
  }

  @Test
  void noClosesTheCaseAndThePageSaysSo() {
    usual();
    assertThat(garage.post(garage.at("/decline")).statusCode()).isEqualTo(303);
    assertThat(garage.post(garage.at("/decline")).headers().firstValue("Location"))
        .contains(garage.at(""));
    assertThat(stored().state()).isEqualTo(CaseState.DECLINED);
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("You are leaving <span>B2-118</span>", "Your lease ends on 31 March 2026")
        .doesNotContain("id=\"accept\"", "id=\"decline\"", "Pay CN")
        .containsOnlyOnce("<form")
        .containsPattern("<form method=\"post\" action=\"[^\"]*/survey");
    HttpResponse<String> late = garage.post(garage.at("/accept"));
    assertThat(late.headers().firstValue("Location")).contains(garage.at("?refused=CASE_CLOSED"));
    assertThat(garage.get(garage.at("?refused=CASE_CLOSED&lang=en")).body())
        .contains("This renewal is closed, so nothing was changed.");
  }

  @Test
  void noIsRefusedAfterPaymentAndThePageSaysWhy() {
    usual();
    garage.pay("p-1", "680.00");
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("Paid", "Sign the contract")
        .doesNotContain("No, I am leaving", "Pay CN");
    HttpResponse<String> answer = garage.post(garage.at("/decline?lang=zh"));
    assertThat(answer.headers().firstValue("Location"))
        .contains(garage.at("?lang=zh&refused=ALREADY_COMMITTED"));
    assertThat(garage.get(garage.at("?lang=zh&refused=ALREADY_COMMITTED")).body())
        .contains("您已付款或签署，未作任何更改");
  }

  @Test
  void anUnknownReasonPutsNoWordsOnThePage() {
    usual();
    assertThat(garage.get(garage.at("?lang=en&refused=Send%20money")).body())
        .doesNotContain("Send money")
        .contains("This is not possible now");
  }

  @Test
  void signedFirstLeavesThePaymentToDo() {
    usual();
    garage.sign("s-1");
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("Signed", "Pay CN¥680.00")
        .doesNotContain("Sign the contract");
  }

  @Test
  void paidAndSignedIsThankedFor() {
    usual();
    garage.sign("s-1");
    garage.pay("p-1", "680.00");
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("Thank you, <span>B2-118</span> stays yours", "1 April 2026</span>", "to 31 March 2027")
        .doesNotContain("id=\"accept\"", "id=\"decline\"", "Pay CN")
        .containsOnlyOnce("<form")
        .containsPattern("<form method=\"post\" action=\"[^\"]*/survey");
    assertThat(garage.get(garage.at("?lang=zh")).body()).contains("续约成功");
  }

  @Test
  void tellsWhatTheFirstPaymentIsMadeOf() {
    garage(() -> new Garage(Setting.USUAL.topUp(12050)));
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("CN¥800.50", "Rent CN¥680.00 and deposit top-up CN¥120.50");
    garage.pay("p-1", "800.49");
    assertThat(stored().progress().paidAt()).isNull();
    garage.pay("p-2", "0.01");
    assertThat(stored().progress().paidAt()).isEqualTo(Garage.START);
  }

  @Test
  void asksForNothingWhenNothingIsToPay() {
    garage(() -> new Garage(Setting.USUAL.rent(0)));
    garage.post(garage.at("/accept"));
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("Nothing to pay", "Sign the contract")
        .doesNotContain("pay.example.com");
  }

  @Test
  void theLastDayIsCountedInTheLessorsZone() {
    usual();
    garage.clock.set(LAPSES.minusSeconds(1));
    assertThat(garage.get(garage.at("?lang=en")).body()).contains("Ends today", "Yes, renew");
    assertThat(garage.get(garage.at("?lang=zh")).body()).contains("今天到期");
  }

  @Test
  void anExpiredLinkIsGoneInEitherLanguage() {
    usual();
    garage.clock.set(LAPSES);
    for (String path : new String[] {"", "/qr.svg", "/qr.png"}) {
      assertThat(garage.get(garage.at(path)).statusCode()).as(path).isEqualTo(410);
    }
    assertThat(garage.post(garage.at("/accept")).statusCode()).isEqualTo(410);
    assertThat(garage.post(garage.at("/decline")).statusCode()).isEqualTo(410);
    assertThat(stored().state()).isNotIn(CaseState.ACCEPTED, CaseState.DECLINED);
    assertThat(garage.get(garage.at("?lang=en")).body())
        .contains("This link has expired", "1 April 2026, 00:00");
    assertThat(garage.get(garage.at("?lang=zh")).body()).contains("链接已过期");
  }

  @Test
  void aLapsedCaseSaysSoBeforeAndAfterTheSweep() {
    usual();
    String longer = garage.links.linkFor(Garage.LESSOR, Garage.CASE, LAPSES.plusSeconds(86400)).toString();
    garage.pay("p-1", "680.00");
    garage.clock.set(LAPSES);
    String expected = "The offer for <span>B2-118</span> has lapsed";
    assertThat(garage.get(longer + "?lang=en").body())
        .contains(expected, "Your payment has arrived")
        .doesNotContain("<form");
    garage.kit.runDue();
    assertThat(stored().state()).isEqualTo(CaseState.LAPSED);
    assertThat(garage.get(longer + "?lang=en").body()).contains(expected, "Your payment has arrived");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/qr.svg", "/qr.png"})
  void aForgedLinkIsNotFound(String path) {
    usual();
    String token = garage.link.getPath().substring("/lease/r/".length());
    char last = token.charAt(token.length() - 1);
    String forged = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
    HttpResponse<String> page = garage.get(garage.base() + "/r/" + forged + path, "Accept-Language", "zh");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.body()).contains("链接无效").doesNotContain("B2-118");
    assertThat(garage.get(garage.base() + "/r/x" + path + "?lang=en").statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkOfAnotherLessorOrOfNoCaseIsNotFound() {
    usual();
    String foreign = garage.links.linkFor(new LessorId("other"), Garage.CASE, LAPSES).toString();
    String unknown = garage.links.linkFor(Garage.LESSOR, new CaseId("none"), LAPSES).toString();
    for (String address : new String[] {foreign, unknown}) {
      assertThat(garage.get(address).statusCode()).isEqualTo(404);
      assertThat(garage.post(address + "/accept").statusCode()).isEqualTo(404);
      assertThat(garage.post(address + "/decline").statusCode()).isEqualTo(404);
    }
    assertThat(stored().state()).isEqualTo(CaseState.NOTIFIED);
  }

  @Test
  void openingThePageChangesNothing() {
    usual();
    RenewalCase before = stored();
    garage.get(garage.at(""));
    garage.get(garage.at("/qr.png"));
    assertThat(garage.get(garage.at("/accept")).statusCode()).isEqualTo(405);
    assertThat(stored()).isEqualTo(before);
  }

  private RenewalCase stored() {
    return garage.stores.cases().find(Garage.LESSOR, Garage.CASE).orElseThrow();
  }
}
