package org.leasekit.http.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.contract.ChargeRules.Per;
import org.leasekit.money.MinorUnits;

class PagePartsTest {

  private static final Set<String> NAMES = Set.of("case", "amount");

  @ParameterizedTest
  @CsvSource({
    "张三, 张*",
    "王小明, 王*明",
    "欧阳娜娜, 欧**娜",
    "李, *",
    "滨江物业管理有限公司, 滨****司",
    "𠮷田太郎, 𠮷**郎",
    "John Smith, J*** S****",
    "Ana, A*a",
    "'  A  B ', * *"
  })
  void hidesMostOfAName(String name, String masked) {
    assertThat(NameMask.of(name)).isEqualTo(masked);
  }

  @Property
  void noTextLeavesItsElement(@ForAll String text) {
    String page = new Html().leaf("p", text, "title", text).toString();
    String inner = page.substring("<!doctype html>".length());
    assertThat(inner.chars().filter(c -> c == '<').count()).isEqualTo(2);
    assertThat(inner.chars().filter(c -> c == '>').count()).isEqualTo(2);
    assertThat(inner.chars().filter(c -> c == '"').count()).isEqualTo(2);
    assertThat(unescaped(inner)).isEqualTo("<p title=\"" + text + "\">" + text + "</p>");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void aPageWithAnOpenElementIsAFault() {
    assertThatThrownBy(() -> new Html().open("p").toString()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void fillsAddresses() {
    UrlTemplate template =
        new UrlTemplate("pay", "weixin://pay/{case}?a={amount}&c={case}#x", NAMES);
    assertThat(template.fill(Map.of("case", "A/续 &$1\\", "amount", "1.50")))
        .isEqualTo("weixin://pay/A%2F%E7%BB%AD%20%26%241%5C?a=1.50&c=A%2F%E7%BB%AD%20%26%241%5C#x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pay", "https://a b", "https://a/{who}", "https://a/{", "{case}"})
  void refusesAddressesThatCannotBeFilled(String template) {
    assertThatThrownBy(() -> new UrlTemplate("pay", template, NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("pay: ");
  }

  @Test
  void bothLanguagesSayTheSameThingsWithTheSamePlaceholders() throws IOException {
    Properties english = words("en");
    Properties chinese = words("zh");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
      assertThat(english.getProperty(key) + chinese.getProperty(key))
          .as("%s: an apostrophe would swallow placeholders", key)
          .doesNotContain("'");
    }
  }

  @ParameterizedTest
  @CsvSource({"MONTH, Per month, 月租", "WEEK, Per week, 周租", "DAY, Per day, 日租"})
  void thePriceIsNamedByWhatItIsThePriceOf(Per per, String english, String chinese) {
    assertThat(Texts.in(Language.EN).get("price." + per)).isEqualTo(english);
    assertThat(Texts.in(Language.ZH).get("price." + per)).isEqualTo(chinese);
  }

  @Test
  void aTextThatIsMissingIsAFault() {
    assertThatThrownBy(() -> Texts.in(Language.EN).get("none"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CNY | 68000   | CN¥680.00    | ¥680.00",
        "CNY | 1234567 | CN¥12,345.67 | ¥12,345.67",
        "JPY | 1500    | ¥1,500       | JP¥1,500",
        "KWD | 1234    | KWD1.234     | KWD1.234",
        "USD | 5       | $0.05        | US$0.05"
      })
  void writesAmountsWithAllTheirDigits(String currency, long minor, String english, String chinese) {
    assertThat(Texts.in(Language.EN).amount(MinorUnits.amount(minor, currency)).replace("\u00a0", ""))
        .isEqualTo(english);
    assertThat(Texts.in(Language.ZH).amount(MinorUnits.amount(minor, currency)).replace("\u00a0", ""))
        .isEqualTo(chinese);
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Texts.class.getResourceAsStream("texts_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  private static Set<Character> placeholders(String text) {
    Set<Character> found = new TreeSet<>();
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      found.add(text.charAt(at + 1));
    }
    return found;
  }
}
