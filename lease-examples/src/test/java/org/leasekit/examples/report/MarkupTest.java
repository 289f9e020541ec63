package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.examples.report.Kpi.Unit;
import org.w3c.dom.Element;

class MarkupTest {

    @Property
    void whateverIsWrittenIsReadBackAsTextOrReplaced(@ForAll String text) {
        String page = new Markup().open("p", "title", text).text(text).close().page();
        Element p = ParsedPage.parse(page).root();
        assertThat(p.getElementsByTagName("*").getLength()).isZero();
        assertThat(p.getAttributes().getLength()).isEqualTo(1);
        assertThat(p.getTextContent().codePointCount(0, p.getTextContent().length()))
                .isEqualTo(text.codePointCount(0, text.length()));
        assertThat(p.getTextContent()).matches(read -> matches(text, read));
    }

    private static boolean matches(String written, String read) {
        int[] a = written.codePoints().toArray();
        int[] b = read.codePoints().toArray();
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i] && b[i] != 0xFFFD) {
                return false;
            }
        }
        return true;
    }

    @Test
    void refusesWhatHtmlWouldReadDifferently() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Markup().empty("div"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Markup().style("a { content: '</style>' }"));
        assertThatIllegalStateException().isThrownBy(() -> new Markup().open("p").page()).withMessageContaining("[p]");
        assertThat(new Markup().open("svg").empty("rect").close().page()).contains("<rect/></svg>");
    }

    @ParameterizedTest
    @CsvSource({
        "89, PERCENT, 89 %", "89.04, PERCENT, 89 %", "89.05, PERCENT, 89.1 %", "0.04, PERCENT, 0 %", "-0.06, PERCENT, -0.1 %",
        "11.95, DAYS, 12 days", "17.5, HOURS, 17.5 h", "1234.5, COUNT, '1,235'", "1234.567, AMOUNT, '1,234.57'", "1E+3, COUNT, '1,000'"
    })
    void figuresAreRoundedHalfUp(BigDecimal value, Unit unit, String written) {
        assertThat(new Format("CNY").figure(value, unit).replace('\u00A0', ' ')).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 33.3 %", "2, 3, 66.7 %", "3, 3, 100 %", "0, 3, 0 %", "0, 0, –", "1, 2000, 0.1 %"})
    void sharesHaveOneDecimal(int part, int whole, String written) {
        assertThat(Format.share(part, whole).replace('\u00A0', ' ')).isEqualTo(written);
    }
}
