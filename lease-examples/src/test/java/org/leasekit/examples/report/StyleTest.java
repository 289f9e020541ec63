package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours that can be told apart, by the contrast of WCAG 2: 4.5 for text. */
class StyleTest {

    @ParameterizedTest
    @CsvSource({
        "'--ink: (#\\w+)', #ffffff", "'--soft: (#\\w+)', #ffffff", "'--soft: (#\\w+)', #f6f5f1", "'--blue: (#\\w+)', #ffffff",
        "'--orange: (#\\w+)', #ffffff", "'\\.outside \\{ fill: (#\\w+)', #ffffff", "'\\.lapsed \\{ fill: (#\\w+)', #ffffff",
        "'\\.declined \\{ fill: (#\\w+)', #1c2430", "'\\.open \\{ fill: (#\\w+)', #1c2430", "'\\.bad .mark \\{ color: (#\\w+)', #ffffff"
    })
    void textStandsOutFromItsGround(String pattern, String other) {
        assertThat(contrast(colour(pattern), other)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({"d", "r"})
    void stepsOfTheHeatMapGetDarkerOneByOne(String hue) {
        double[] luminance = IntStream.rangeClosed(1, HeatScale.STEPS)
                .mapToDouble(step -> luminance(colour("\\." + hue + step + " \\{ fill: (#\\w+)")))
                .toArray();
        for (int step = 1; step < luminance.length; step++) {
            assertThat((luminance[step - 1] + 0.05) / (luminance[step] + 0.05)).isGreaterThan(1.2);
        }
    }

    @Test
    void isPlainInHtmlAndXmlAlike() {
        assertThat(Style.CSS).doesNotContain("<", "&", "url(", "@import");
        assertThat(Style.CSS.chars().filter(c -> c == '{').count()).isEqualTo(Style.CSS.chars().filter(c -> c == '}').count());
    }

    private static String colour(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(Style.CSS);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static double contrast(String a, String b) {
        double one = luminance(a);
        double two = luminance(b);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
