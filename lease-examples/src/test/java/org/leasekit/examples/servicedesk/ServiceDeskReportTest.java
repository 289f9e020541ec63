package org.leasekit.examples.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine;

class ServiceDeskReportTest {
  private static final String HEADER = "ticket,at,event,value,place,asset\n";

  @TempDir private Path folder;

  private Document report(String csv, String... args) throws Exception {
    Path file = folder.resolve("given.csv");
    Files.writeString(file, csv);
    List<String> all =
        new ArrayList<>(
            List.of("--tickets", file.toString(), "--out", folder.resolve("out").toString()));
    all.addAll(List.of(args));
    assertThat(told(all.toArray(String[]::new))).contains("report:");
    return parsed();
  }

  private static String told(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new CommandLine(new ServiceDeskCommand(new PrintStream(out, true, StandardCharsets.UTF_8)))
            .execute(args);
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private Document parsed() throws Exception {
    String page = Files.readString(folder.resolve("out").resolve("report.html"));
    assertThat(page).doesNotContain("<script", "http://", "https://");
    String xml = page.replaceFirst("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> lines(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out").resolve(name));
    return lines.subList(1, lines.size());
  }

  private static String section(Document page, String id) {
    NodeList sections = page.getElementsByTagName("section");
    for (int i = 0; i < sections.getLength(); i++) {
      Element section = (Element) sections.item(i);
      if (section.getAttribute("id").equals(id)) {
        return section.getTextContent().replace('\u00A0', ' ').replaceAll("\\s+", " ");
      }
    }
    return "";
  }

  private static int count(Document page, String tag, String css) {
    int found = 0;
    NodeList elements = page.getElementsByTagName(tag);
    for (int i = 0; i < elements.getLength(); i++) {
      found += ((Element) elements.item(i)).getAttribute("class").equals(css) ? 1 : 0;
    }
    return found;
  }

  @Test
  void theReportOfTheShippedTicketsSaysWhatTheFilesSay() throws Exception {
    told("--out", folder.resolve("out").toString());
    Document page = parsed();
    List<String> clocks = lines("clocks.csv");
    long breached = clocks.stream().filter(line -> line.split(",", -1)[7].equals("BREACHED")).count();
    assertThat(breached).isPositive();
    assertThat(section(page, "breaches"))
        .contains(breached + " of " + String.format("%,d", clocks.size()) + " clocks breached");
    for (String target : List.of("respond", "dispatch", "arrive", "resolve")) {
      long started = clocks.stream().filter(line -> line.split(",")[1].equals(target)).count();
      long late =
          clocks.stream()
              .filter(line -> line.split(",")[1].equals(target) && line.contains(",BREACHED,"))
              .count();
      assertThat(section(page, "breaches")).contains(late + " of " + started);
    }
    long open =
        clocks.stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[1].equals("resolve") && cells[4].isEmpty())
            .count();
    assertThat(section(page, "short")).contains("Open now 未解决 " + open + " ");
    assertThat(section(page, "aside")).contains("DUPLICATE_ENTRY").contains("STEP_NOT_POSSIBLE");
    assertThat(page.getElementsByTagName("svg").getLength()).isGreaterThan(3);
    assertThat(count(page, "rect", "work")).isGreaterThan(20);
  }

  @Test
  void whatStandsInTheFileNeverBecomesMarkup() throws Exception {
    Document page =
        report(
            HEADER
                + "<b>T&1</b>,2026-05-06T09:00:00+08:00,OPENED,P1,<i>x,\"<script>alert(1)</script>\"\n"
                + "<b>T&1</b>,2026-05-06T09:10:00+08:00,ACCEPTED,,,\n"
                + "<b>T&1</b>,2026-05-06T09:20:00+08:00,DISPATCHED,<u>eve,,\n"
                + "<b>T&1</b>,2026-05-06T09:30:00+08:00,ARRIVED,<u>eve,,\n"
                + "<b>T&1</b>,2026-05-08T18:00:00+08:00,RESOLVED,<u>eve,,\n"
                + "<hr>,2026-05-08T18:00:00+08:00,RESOLVED,,,\n");
    assertThat(page.getElementsByTagName("b").getLength()).isZero();
    assertThat(page.getElementsByTagName("u").getLength()).isZero();
    assertThat(section(page, "breaches")).contains("<b>T&1</b>").contains("<i>x");
    assertThat(section(page, "quality")).contains("<u>eve");
    assertThat(section(page, "aside")).contains("<hr>");
  }

  @Test
  void filesWithNothingOrLittleInThemHaveAReportToo() throws Exception {
    assertThat(report(HEADER).getDocumentElement().getTextContent())
        .contains("No ticket was open by then").contains("every row counts");
    assertThat(lines("clocks.csv")).isEmpty();
    assertThat(lines("rejected.csv")).isEmpty();
    String one = HEADER + "T1,2026-05-06T09:00:00+08:00,OPENED,P1,,\n";
    Document opened = report(one);
    assertThat(section(opened, "day")).contains("Nobody was dispatched");
    assertThat(section(opened, "queue")).contains("with 1 open ticket");
    assertThat(lines("clocks.csv"))
        .containsExactly(
            "T1,respond,2026-05-06T09:00:00+08:00,2026-05-06T09:15:00+08:00,,0,0,RUNNING,",
            "T1,resolve,2026-05-06T09:00:00+08:00,2026-05-06T18:00:00+08:00,,0,0,RUNNING,");
    assertThat(
            report(one, "--at", "2026-05-06T00:59:59Z").getDocumentElement().getTextContent())
        .contains("No ticket was open by then");
    assertThat(report(HEADER + "T1,soon,OPENED,P1,,\n").getDocumentElement().getTextContent())
        .contains("AT_NOT_AN_INSTANT");
  }

  @Test
  void techniciansWhomTheFileDoesNotNameHaveALaneToo() throws Exception {
    Document page =
        report(
            HEADER
                + "T1,2026-05-06T09:00:00+08:00,OPENED,P3,A,\n"
                + "T1,2026-05-06T09:10:00+08:00,ACCEPTED,,,\n"
                + "T1,2026-05-06T09:20:00+08:00,DISPATCHED,,,\n"
                + "T1,2026-05-06T10:00:00+08:00,ARRIVED,,,\n"
                + "T1,2026-05-06T11:00:00+08:00,PAUSED,WAITING_PARTS,,\n"
                + "T1,2026-05-08T11:00:00+08:00,RESUMED,,,\n"
                + "T1,2026-05-08T12:00:00+08:00,RESOLVED,,,\n");
    assertThat(section(page, "day")).contains("unnamed");
    assertThat(count(page, "rect", "travel")).isEqualTo(2); // with the legend
    assertThat(count(page, "rect", "work")).isEqualTo(2);
    assertThat(count(page, "rect", "wait")).isEqualTo(2);
  }

  @Test
  void namesThatAreTooLongForTheTimelineAreCutAndLabelsThatDoNotFitAreLeftOut() throws Exception {
    Document page =
        report(
            HEADER
                + "TICKET-2026-05-06-0000001,2026-05-06T09:00:00+08:00,OPENED,P3,A,\n"
                + "TICKET-2026-05-06-0000001,2026-05-06T09:10:00+08:00,ACCEPTED,,,\n"
                + "TICKET-2026-05-06-0000001,2026-05-06T09:20:00+08:00,DISPATCHED,浦东新区夜班电梯维修第一小组组长张三丰,,\n"
                + "TICKET-2026-05-06-0000001,2026-05-06T10:00:00+08:00,ARRIVED,,,\n"
                + "TICKET-2026-05-06-0000001,2026-05-06T10:40:00+08:00,PAUSED,WAITING_PARTS,,\n"
                + "TICKET-2026-05-06-0000001,2026-05-06T11:00:00+08:00,RESUMED,,,\n"
                + "TICKET-2026-05-06-0000001,2026-05-06T17:00:00+08:00,RESOLVED,,,\n");
    assertThat(section(page, "day")).contains("浦东新区夜班…组长张三丰").doesNotContain("第一小组");
    assertThat(section(page, "quality")).contains("浦东新区夜班电梯维修第一小组组长张三丰");
    assertThat(count(page, "rect", "work")).as("two, with the legend").isEqualTo(3);
    assertThat(count(page, "text", "on-bar")).as("on the longer one").isEqualTo(1);
  }

  @Test
  void yearsWithoutKnownHolidaysAreNamed() throws Exception {
    String rows = HEADER + "T1,2031-05-06T09:00:00+08:00,OPENED,P1,,\n";
    assertThat(report(rows).getDocumentElement().getTextContent())
        .contains("holidays are not known");
    assertThat(report(rows, "--calendar", "24x7").getDocumentElement().getTextContent())
        .doesNotContain("holidays are not known");
  }

  @Test
  void columnsMayStandInAnyOrderAndCellsMayHaveBlanks() throws Exception {
    report(
        "note,asset,place,value,event,at,ticket\n"
            + "x,AC,A, p1 , opened , 2026-05-06T09:00:00+08:00 , T1 \n");
    assertThat(lines("clocks.csv")).hasSize(2).allMatch(line -> line.startsWith("T1,re"));
  }

  @Test
  void reasonsSpeakOfShanghaiTime() throws Exception {
    report(
        HEADER
            + "T1,2026-05-06T09:00:00+08:00,OPENED,P1,,\n"
            + "T1,2026-05-06T02:00:00Z,OPENED,P2,,\n"
            + "T1,2026-05-06T09:00:00+08:00,OPENED,P1,,\n");
    assertThat(lines("rejected.csv"))
        .containsExactly(
            "2,T1,REQUEST_ALREADY_OPENED,\"service request T1 was opened already, at 2026-05-06T09:00:00+08:00\"",
            "3,T1,DUPLICATE_ENTRY,service request T1: OPENED at 2026-05-06T09:00:00+08:00 is recorded already");
  }
}
