package org.leasekit.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leasekit.amendment.AmendmentRule;
import org.leasekit.intake.RowRule;
import org.leasekit.port.TableFault;

/** Every rule that the library can name has a sentence in both languages. */
class RejectionTextsTest {

  private static final Pattern RULE =
      Pattern.compile("public String rule\\(\\)\\s*\\{\\s*return \"([A-Z_0-9]+)\";");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

  private static final Locale MACHINE = Locale.getDefault();

  @AfterEach
  void restoreTheMachinesLanguage() {
    Locale.setDefault(MACHINE);
  }

  private record Named(String rule, List<String> data) implements Rejection {
    @Override
    public String field() {
      return "";
    }
  }

  /** Rules as the sources spell them, so that a family added later is not forgotten here. */
  static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    Arrays.stream(RowRule.values()).map(RowRule::name).forEach(rules::add);
    Arrays.stream(AmendmentRule.values()).map(AmendmentRule::name).forEach(rules::add);
    Arrays.stream(TableFault.values()).map(TableFault::name).forEach(rules::add);
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = RULE.matcher(Files.readString(source));
        while (matcher.find()) {
          rules.add(matcher.group(1));
        }
      }
    }
    return rules;
  }

  @Test
  void theSourcesNameTheRulesThatAreKnownFromOfOld() throws IOException {
    assertThat(rules())
        .contains("DUPLICATE_CONTRACT_NUMBER", "CASE_CLOSED", "UNKNOWN_REFERENCE", "MISSING_COLUMN",
            "INVALID_COMMAND");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasASentenceInBothLanguages(String rule) {
    Named named = new Named(rule, List.of("d0", "d1", "d2", "d3", "d4", "d5"));
    String english = named.message(Locale.ENGLISH);
    String chinese = named.message(Locale.SIMPLIFIED_CHINESE);
    assertThat(english).isNotBlank().doesNotContain("{", "}");
    assertThat(chinese).isNotBlank().doesNotContain("{", "}");
    // these two pass on what others say
    if (!rule.equals("INVALID_COMMAND") && !rule.equals("TABLE_UNREADABLE")) {
      assertThat(english).matches("\\p{ASCII}+");
      assertThat(chinese).matches(".*\\p{IsHan}.*");
    }
  }

  @Test
  void bothLanguagesHaveTheSameRulesAndTheSameData() throws IOException {
    Properties english = bundle("rejections.properties");
    Properties chinese = bundle("rejections_zh.properties");
    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames()).isEqualTo(rules());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            rule ->
                assertThat(placeholders(english.getProperty(rule)))
                    .isEqualTo(placeholders(chinese.getProperty(rule))));
  }

  @Test
  void theReadersLanguageCountsAndNotTheMachines() {
    Rejection rejection = new Named("NO_UNIT", List.of());
    for (Locale machine : List.of(Locale.CHINA, Locale.GERMANY, Locale.US)) {
      Locale.setDefault(machine);
      assertThat(rejection.message(Locale.ENGLISH)).isEqualTo("no unit");
      assertThat(rejection.message(Locale.ROOT)).isEqualTo("no unit");
      assertThat(rejection.message(Locale.GERMAN)).isEqualTo("no unit");
      assertThat(rejection.message(Locale.CHINA)).isEqualTo("缺少车位或单元");
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).forEach(found::add);
    return found;
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/leasekit/outcome", name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
