package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.application.ChooseAddOn;
import org.leasekit.http.inbound.Garage.Setting;
import org.leasekit.renewal.CaseState;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.SurveyAnswer;

/** The page in a real browser of a phone's size; its pictures lie in {@code target/pages} afterwards. */
@Timeout(180)
class RenewalPageBrowserTest {

  private static Browser browser;

  private Garage garage;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> binary = Browser.binary();
    assumeTrue(binary.isPresent(), "no Chromium on the path");
    browser = new Browser(binary.get());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void close() {
    if (garage != null) {
      garage.close();
    }
  }

  @Test
  void showsTheTermsInBothLanguages() throws IOException {
    garage = new Garage();
    browser.open(garage.at(""), "zh-CN");
    assertThat(browser.text())
        .contains("PK-2025-0001", "B2-118", "王*明", "2026年4月1日 至2027年3月31日", "¥680.00", "同意续约");
    holdsOnAPhone("offer-zh");
    browser.follow("nav a[lang=en]");
    assertThat(browser.text())
        .contains("PK-2025-0001", "B2-118", "1 April 2026 to 31 March 2027", "CN¥680.00", "Yes, renew");
    holdsOnAPhone("offer-en");
  }

  @Test
  void yesIsOneTouchAwayAndShowsWhatIsLeft() throws IOException {
    garage = new Garage();
    browser.open(garage.at(""), "zh-CN");
    browser.follow("#accept");
    assertThat(browser.value("location.href")).isEqualTo(garage.link.toString());
    assertThat(browser.text()).contains("已同意续约", "支付 ¥680.00", "去签署");
    assertThat(browser.value("document.querySelector('#pay').href"))
        .startsWith("https://pay.example.com/pay?case=PK-2025-0001-20260331&amount=680.00&currency=CNY");
    holdsOnAPhone("accepted-zh");
    garage.pay("p-1", "680.00");
    browser.open(garage.at("?lang=en"), "zh-CN");
    assertThat(browser.text()).contains("You said yes", "Paid", "Sign the contract");
    holdsOnAPhone("paid-en");
    garage.sign("s-1");
    browser.open(garage.at(""), "zh-CN");
    assertThat(browser.text()).contains("续约成功");
    holdsOnAPhone("renewed-zh");
  }

  @ParameterizedTest
  @CsvSource({"zh, 0", "zh, 1", "en, 0", "en, 1"})
  void anAddOnAndACodeAreATouchEachAndThePathStaysShort(String language, int large) throws IOException {
    garage = new Garage(Setting.USUAL.withExtras().topUp(12050));
    String wishes = "?lang=" + language + "&large=" + large;
    String name = language + (large == 1 ? "-large" : "");
    browser.open(garage.at(wishes), "zh-CN");
    assertThat(browser.text()).contains("Charging post", "800.50");
    holdsOnAPhone("extras-" + name);
    browser.type("#code", "WRONG-CODE");
    browser.follow("#apply");
    assertThat(browser.value("document.querySelector('#code').value")).isEqualTo("WRONG-CODE");
    assertThat(browser.value("document.activeElement.id")).isEqualTo("code");
    assertThat(browser.isSeen("#code-problem")).isTrue();
    assertThat(browser.isSeen("#code")).isTrue();
    assertThat(browser.text()).contains(language.equals("zh") ? "无法使用" : "does not work here");
    holdsOnAPhone("code-refused-" + name);
    // the enter key applies the code, it takes no add-on
    browser.type("#code", garage.code(Garage.CASE));
    browser.enter();
    assertThat(browser.text()).contains("766.50").doesNotContain("WRONG-CODE");
    assertThat(stored().offer().addOns()).isEmpty();

    // from here the short path: an add-on, yes, and the two steps that are left
    browser.follow("button[value=\"1:POST\"]");
    assertThat(browser.text()).contains("1,366.50");
    holdsOnAPhone("chosen-" + name);
    browser.follow("#accept");
    assertThat(stored().state()).isEqualTo(CaseState.ACCEPTED);
    assertThat(browser.value("document.querySelector('#pay').href")).contains("amount=1366.50");
    assertThat(browser.value("document.querySelector('#sign').href")).startsWith("https://sign.example.com/");
    holdsOnAPhone("accepted-extras-" + name);
  }

  @Test
  void whatIsSoldOutCannotBeTaken() throws IOException {
    garage = new Garage(Setting.USUAL.withExtras());
    String neighbour = Garage.NEIGHBOURS_CASE.value();
    garage.kit.offers().choose(new ChooseAddOn(neighbour, "WASH:12", 1)).orElseThrow();
    browser.open(garage.at("?lang=en"), "en");
    assertThat(browser.value("document.querySelectorAll('.addons li.sold button').length")).isEqualTo("0");
    holdsOnAPhone("sold-out-en");
    garage.kit.offers().choose(new ChooseAddOn(neighbour, "POST", 2)).orElseThrow();
    browser.follow("button[value=\"1:POST\"]");
    assertThat(browser.text()).contains("Somebody was quicker");
    holdsOnAPhone("too-late-en");
  }

  @ParameterizedTest
  @CsvSource({"zh, 0", "zh, 1", "en, 0", "en, 1"})
  void theQuestionAtTheEndIsTwoTouches(String language, int large) throws IOException {
    garage = new Garage();
    garage.sign("s-1");
    garage.pay("p-1", "680.00");
    String name = language + (large == 1 ? "-large" : "");
    browser.open(garage.at("?lang=" + language + "&large=" + large), "zh-CN");
    browser.click("input[value=\"9\"]");
    browser.type("#comment", "很方便");
    holdsOnAPhone("survey-" + name);
    browser.follow("#answer");
    assertThat(browser.text()).contains(language.equals("zh") ? "感谢您的回答" : "Thank you for your answer");
    holdsOnAPhone("surveyed-" + name);
    assertThat(garage.stores.surveys().find(Garage.LESSOR, Garage.CASE).orElseThrow())
        .extracting(SurveyAnswer::score, SurveyAnswer::comment)
        .containsExactly(9, "很方便");
  }

  @Test
  void noIsAskedOnceMore() throws IOException {
    garage = new Garage();
    browser.open(garage.at("?lang=en"), "zh-CN");
    browser.click("summary");
    assertThat(browser.text()).contains("This cannot be undone here");
    holdsOnAPhone("decline-en");
    assertThat(garage.stores.cases().find(Garage.LESSOR, Garage.CASE).orElseThrow().state())
        .isEqualTo(CaseState.NOTIFIED);
    browser.follow("#decline");
    assertThat(browser.text()).contains("You are leaving B2-118");
    holdsOnAPhone("declined-en");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 16, 21", "en, 16, 21"})
  void isLargerForElders(String language, double standard, double large) throws IOException {
    garage = new Garage(Setting.USUAL.born(LocalDate.of(1950, 1, 1)).unit("滨江花园地下二层东区 B2-118-甲"));
    browser.open(garage.at(""), language);
    String size = "parseFloat(getComputedStyle(document.body).fontSize)";
    assertThat(Double.parseDouble(browser.value(size))).isEqualTo(large);
    holdsOnAPhone("large-" + language);
    browser.follow("nav a:first-child");
    assertThat(Double.parseDouble(browser.value(size))).isEqualTo(standard);
    holdsOnAPhone("standard-" + language);
  }

  @Test
  void tellsThatALinkIsGone() throws IOException {
    garage = new Garage();
    browser.open(garage.base() + "/r/none", "zh-CN");
    assertThat(browser.text()).contains("链接无效");
    browser.open(garage.at("?refused=CASE_CLOSED"), "en");
    assertThat(browser.text()).contains("This renewal is closed");
    holdsOnAPhone("refused-en");
    garage.clock.set(garage.stores.cases().find(Garage.LESSOR, Garage.CASE).orElseThrow().lapsesAt());
    browser.open(garage.at(""), "zh-CN");
    assertThat(browser.text()).contains("链接已过期");
    holdsOnAPhone("expired-zh");
  }

  private RenewalCase stored() {
    return garage.stores.cases().find(Garage.LESSOR, Garage.CASE).orElseThrow();
  }

  /** The style sheet is let in, nothing is refused by the policy, nothing is wider than the phone. */
  private void holdsOnAPhone(String picture) throws IOException {
    assertThat(browser.value("getComputedStyle(document.querySelector('.hero')).color"))
        .isEqualTo("rgb(255, 255, 255)");
    assertThat(browser.events("Log.entryAdded").stream()
            .map(entry -> entry.at("/params/entry/text").asText())
            .filter(text -> text.contains("Content Security Policy")))
        .isEmpty();
    assertThat(browser.events("Network.requestWillBeSent").stream()
            .map(request -> request.at("/params/request/url").asText())
            .filter(url -> !url.startsWith(garage.base().toString()) && !url.startsWith("data:")))
        .isEmpty();
    assertThat(Integer.parseInt(browser.value("document.documentElement.scrollWidth")))
        .isLessThanOrEqualTo(390);
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Files.write(folder.resolve(picture + ".png"), browser.screenshot());
  }
}
