package org.leasekit.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the rules of the house against the library, and against fixtures that break them. */
class HouseTest {

    private static final String ROOT = "org.leasekit";
    private static final Path SOURCES = Path.of("src/main/java/org/leasekit");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @EnumSource
    void theLibraryKeeps(HouseRule rule) {
        rule.over(ROOT).check(MAIN);
    }

    /** Fixture classes say in their name whether they are right or wrong; the rule must find the wrong ones and no other. */
    @ParameterizedTest
    @EnumSource
    void theRuleFindsWhatIsWrong(HouseRule rule) {
        String root = ROOT + ".house.fixture." + rule.name().toLowerCase(Locale.ROOT).replace("_", "");
        JavaClasses fixture = new ClassFileImporter().importPackages(root);
        String report = String.join("\n", rule.over(root).evaluate(fixture).getFailureReport().getDetails());

        Set<String> wrong = names(fixture, it -> it.getSimpleName().startsWith("Wrong"));
        Set<String> found = names(fixture, it -> isAccused(it, report));

        assertThat(wrong).as("a fixture for %s", rule).isNotEmpty();
        assertThat(found).as(report).isEqualTo(wrong);
    }

    @Test
    void everyPackageOfTheSourcesWasLookedAt() throws IOException {
        Set<String> written = packagesWithSources();
        Set<String> seen = MAIN.stream()
                .filter(it -> !it.getSimpleName().equals("package-info"))
                .map(new House(ROOT)::floorOf)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(seen).isEqualTo(written).isNotEmpty();
        assertThat(House.FLOORS).containsAll(written);
        assertThat(written).as("features that the rules speak of").containsAnyElementsOf(House.FEATURES);
    }

    @Test
    void everyPackageIsExported() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
            Set<String> exported = ModuleDescriptor.read(in).exports().stream()
                    .map(it -> it.source().substring(ROOT.length()).replaceFirst("^[.]", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(exported).isEqualTo(packagesWithSources());
        }
    }

    private static Set<String> packagesWithSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> !it.endsWith("package-info.java"))
                    .map(it -> SOURCES.relativize(it.getParent()).toString().replace(it.getFileSystem().getSeparator(), "."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Where ArchUnit names the origin of a violation, the kind before it is capitalised; before a target it is not. */
    private static boolean isAccused(JavaClass type, String report) {
        return Pattern.compile("[A-Z][a-z ]+ <" + Pattern.quote(type.getName()) + "[.>$]").matcher(report).find();
    }

    private static Set<String> names(JavaClasses classes, Predicate<JavaClass> filter) {
        return classes.stream()
                .filter(filter)
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
