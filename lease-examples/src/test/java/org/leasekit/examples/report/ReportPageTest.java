package org.leasekit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leasekit.examples.report.ReportData.Cash;
import org.leasekit.examples.report.ReportData.Curve;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The page as a document: complete in itself, the same every time, readable without seeing it. */
class ReportPageTest {

    private final ReportData data = SampleSeason.large();
    private final String html = Page.render(data);
    private final ParsedPage page = ParsedPage.parse(html);

    @Test
    void isWrittenInUtf8IntoADirectoryThatNeedNotBeThere(@TempDir Path dir) throws Exception {
        Path out = dir.resolve("a").resolve("b");
        Path file = ReportWriter.write(out, data);
        assertThat(file).isEqualTo(out.resolve("report.html"));
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(html).startsWith("<!DOCTYPE html>");
    }

    @Test
    void replacesTheReportOfALastRun(@TempDir Path dir) throws Exception {
        ReportWriter.write(dir, data);
        Path file = ReportWriter.write(dir, SampleSeason.empty());
        assertThat(Files.readString(file)).isEqualTo(Page.render(SampleSeason.empty()));
    }

    @Test
    void sameDataGivesSameBytesWhateverTheMachinesHabits() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(Page.render(SampleSeason.large())).isEqualTo(html);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void orderDoesNotMatterWhereTheDataSaySo() {
        ReportData shuffled = new ReportData(data.season(), data.kpis(), data.outcomes(),
                new Curve(data.curve().cases(), shuffled(data.curve().points())), data.stages(),
                new Cash(shuffled(data.cash().days()), data.cash().pressureRule()), data.masters(),
                shuffled(data.quarantine()), data.trialBalance(), Findings.NONE);
        assertThat(Page.render(shuffled)).isEqualTo(html);
    }

    private static <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(3));
        return copy;
    }

    @Test
    void needsNothingButItself() {
        assertThat(html).doesNotContain("http:", "https:", "//", "url(", "@import", "@font-face", "src=", "data:");
        assertThat(page.elements("*")).extracting(Element::getTagName).doesNotContain(
                "script", "link", "img", "iframe", "object", "embed", "image", "use", "foreignObject", "base", "form");
        assertThat(page.elements("a")).isNotEmpty().allSatisfy(a -> {
            assertThat(a.getAttribute("href")).startsWith("#");
            assertThat(page.byId(a.getAttribute("href").substring(1))).isNotNull();
        });
        assertThat(page.elements("meta")).anySatisfy(meta -> {
            assertThat(meta.getAttribute("http-equiv")).isEqualTo("Content-Security-Policy");
            assertThat(meta.getAttribute("content")).contains("default-src 'none'");
        });
    }

    @Test
    void idsAreUniqueAndReferencesResolve() {
        List<String> ids = page.elements("*").stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        List<String> references = page.elements("*").stream()
                .flatMap(e -> List.of(e.getAttribute("aria-labelledby").split(" ")).stream())
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).containsAll(references);
    }

    @Test
    void everyPictureIsDescribedOrHasATextBesideIt() {
        List<Element> pictures = page.elements("svg").stream()
                .filter(svg -> !((Element) svg.getParentNode()).getTagName().equals("svg"))
                .toList();
        assertThat(pictures).hasSizeGreaterThan(20).allSatisfy(svg -> {
            if (!svg.getAttribute("aria-hidden").equals("true")) {
                assertThat(svg.getAttribute("role")).isEqualTo("img");
                assertThat(children(svg)).contains("title", "desc");
            }
        });
    }

    private static Set<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getNodeName());
        }
        return Set.copyOf(names);
    }

    @Test
    void saysInWhichLanguageEachTextIs() {
        assertThat(page.root().getAttribute("lang")).isEqualTo("en");
        List<Node> chinese = new ArrayList<>();
        collectChinese(page.elements("body").get(0), chinese);
        assertThat(chinese).hasSizeGreaterThan(200)
                .allSatisfy(node -> assertThat(language(node)).as(node.getTextContent()).isEqualTo("zh-CN"));
    }

    private static void collectChinese(Node node, List<Node> found) {
        if (node.getNodeType() == Node.TEXT_NODE && node.getTextContent().codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            found.add(node);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collectChinese(child, found);
        }
    }

    private static String language(Node node) {
        for (Node up = node.getParentNode(); up instanceof Element element; up = up.getParentNode()) {
            if (element.hasAttribute("lang")) {
                return element.getAttribute("lang");
            }
        }
        return "";
    }

    @Test
    void tablesHaveHeadersThatSayWhatTheyAreFor() {
        assertThat(page.elements("th")).isNotEmpty()
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("row", "col"));
        Set<String> headings = page.elements("h2").stream().map(ParsedPage::text).collect(Collectors.toSet());
        assertThat(headings).contains("Key figures 关键指标", "Outcomes 结果", "Response curve 响应曲线", "Stage funnel 阶段漏斗",
                "Cash flow by day 每日现金流", "Master contracts and their sub-contracts 母-子合同", "Quarantine 隔离清单",
                "Trial balance of the journal 试算平衡", "How to read this 阅读说明");
    }

    @Test
    void everyClassOfTheMarkupIsKnownToTheStyleSheet() {
        Set<String> unstyled = Set.of("good", "stage", "top", "labelled");
        Set<String> classes = page.elements("*").stream()
                .flatMap(e -> List.of(e.getAttribute("class").split(" ")).stream())
                .filter(c -> !c.isEmpty() && !unstyled.contains(c))
                .collect(Collectors.toSet());
        assertThat(classes).isNotEmpty().allSatisfy(c -> assertThat(Style.CSS).containsPattern("\\." + c + "\\b"));
    }
}
