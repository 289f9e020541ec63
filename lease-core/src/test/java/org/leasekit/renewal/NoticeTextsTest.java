package org.leasekit.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leasekit.dunning.DunningPolicies;

/** Every text is there in both languages, says the same things, and tells the actual user nothing that is the tenant's. */
class NoticeTextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
  private static final Object[] LEASE = {"garage", "U-1", "C-1", "2026-03-31", "1000.00", "CNY"};

  private static Properties texts(String feature, String language) {
    String name = "/org/leasekit/" + feature + "/notices" + language + ".properties";
    try (InputStream in = Objects.requireNonNull(NoticeText.class.getResourceAsStream(name), name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> arguments(String text) {
    Set<String> arguments = new TreeSet<>();
    ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group(1)));
    return arguments;
  }

  @ParameterizedTest
  @ValueSource(strings = {"renewal", "dunning"})
  void bothLanguagesSayTheSameThings(String feature) {
    Properties english = texts(feature, "");
    Properties chinese = texts(feature, "_zh");
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
      assertThat(chinese.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
    }
  }

  @ParameterizedTest
  @EnumSource(NoticeTemplate.class)
  void everyTemplateHasItsText(NoticeTemplate template) {
    for (String language : new String[] {"", "_zh"}) {
      String text = texts("renewal", language).getProperty(template.key());
      String said = new MessageFormat(text, Locale.ROOT).format(LEASE);
      assertThat(said).contains("garage", "U-1", "2026-03-31", "1000.00", "CNY").doesNotContain("{");
    }
  }

  @ParameterizedTest
  @EnumSource(NoticeTemplate.class)
  void whatIsPlainIsInShorterSentences(NoticeTemplate template) {
    NoticeTemplate plain = template.plain();
    assertThat(plain.plain()).isEqualTo(plain);
    assertThat(plain.key()).startsWith("plain");
    // a contract's number is nothing one has to read
    assertThat(arguments(texts("renewal", "").getProperty(plain.key()))).doesNotContain("2");
    if (template != plain) {
      assertThat(longestSentence(plain)).isLessThanOrEqualTo(longestSentence(template));
    }
  }

  private static int longestSentence(NoticeTemplate template) {
    return Arrays.stream(texts("renewal", "").getProperty(template.key()).split("[.?:!]"))
        .mapToInt(sentence -> sentence.strip().split(" ").length)
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"user", "user.digest", "user.digest.line", "plain.user", "plain.user.digest", "plain.user.digest.line"})
  void theUserReadsOfAPlaceAndADayOnly(String key) {
    for (String language : new String[] {"", "_zh"}) {
      String text = texts("renewal", language).getProperty(key);
      assertThat(arguments(text)).isSubsetOf("0", "1", "2");
      assertThat(text).doesNotContain("rent ", "pay", "价", "租金", "月租");
    }
  }

  @Test
  void everyTextOfDunningIsThereInPlainWords() {
    assertThat(texts("dunning", "").stringPropertyNames())
        .containsAll(
            DunningPolicies.CATALOG.templates().stream().map(each -> "plain." + each).toList())
        .containsAll(DunningPolicies.CATALOG.templates());
  }
}
