package org.leasekit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, and what it names exists. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  @Test
  void theEmbeddingSamplesCompileWithoutAWarning(@TempDir Path out) throws IOException {
    List<String> samples = samples();
    assertThat(samples)
        .as("samples of some twenty lines")
        .hasSize(2)
        .allSatisfy(sample -> assertThat(sample.lines().count()).isLessThanOrEqualTo(22));
    String sample = String.join("\n", samples);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              null,
              files,
              found,
              List.of(
                  "-d", out.toString(),
                  "-cp", System.getProperty("java.class.path"),
                  "-Xlint:all,-classfile,-path,-processing",
                  "-proc:none"),
              null,
              List.of(new Source(wrapped(sample))))
          .call();
    }
    assertThat(found.getDiagnostics()).isEmpty();
  }

  @Test
  void everyFileTheReadmeLinksToExists() throws IOException {
    Matcher links = Pattern.compile("]\\(([^)#:]+)\\)").matcher(Files.readString(README));
    int seen = 0;
    while (links.find()) {
      assertThat(README.resolveSibling(links.group(1))).exists();
      seen++;
    }
    assertThat(seen).isPositive();
  }

  private static List<String> samples() throws IOException {
    return Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** What stands around the samples in a host: its own data source, addresses and secrets. */
  private static String wrapped(String sample) {
    return """
        import jakarta.validation.Validator;
        import java.net.URI;
        import java.nio.file.Path;
        import java.time.LocalDate;
        import java.time.ZoneId;
        import java.util.Locale;
        import javax.sql.DataSource;
        import org.leasekit.*;
        import org.leasekit.application.*;
        import org.leasekit.files.*;
        import org.leasekit.http.*;
        import org.leasekit.http.outbound.*;
        import org.leasekit.jdbc.*;
        import org.leasekit.party.*;

        class Host {
          void embed(
              DataSource dataSource, URI gatewayUri, URI pageUri, String signingSecret,
              byte[] linkSecret, Path spreadsheet, Path toCorrect, Validator validator) {
        %s
          }
        }
        """
        .formatted(sample);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("string:///Host.java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
