package org.leasekit.examples.servicedesk;

import org.leasekit.examples.report.Markup;

/** Pieces that the sections of the report are made of. */
final class Sections {

  private Sections() {}

  /** Opens a section with its heading and what it shows, in both languages; the caller closes it. */
  static void open(
      Markup m, String id, String title, String titleZh, String note, String noteZh) {
    m.open("section", "id", id);
    m.open("h2").text(title).zh(titleZh).close();
    m.open("p", "class", "note").text(note).zh(noteZh).close();
  }

  /** An entry of a legend. */
  static void swatch(Markup m, String css, String text) {
    m.open("li").open("svg", "viewBox", "0 0 14 14", "class", "swatch");
    m.empty("rect", "class", css, "width", "14", "height", "14", "rx", "2");
    m.close().text(text).close();
  }

  /** Opens a table with its head; a title that begins with a hash is that of a column of numbers. */
  static void table(Markup m, String... titles) {
    m.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String title : titles) {
      boolean number = title.startsWith("#");
      m.leaf(
          "th", number ? title.substring(1) : title, "scope", "col", "class", number ? "n" : "");
    }
    m.close().close().open("tbody");
  }

  static void closeTable(Markup m) {
    m.close().close().close();
  }

  /** A number in a table. */
  static void number(Markup m, String number) {
    m.leaf("td", number, "class", "n");
  }

  /** A text from the file in a table. */
  static void cell(Markup m, String text) {
    m.open("td").data(text).close();
  }

  /** A figure that stands out. */
  static void tile(Markup m, String title, String titleZh, String figure, String basis) {
    m.open("div", "class", "tile").open("h3").text(title).zh(titleZh).close();
    m.leaf("p", figure, "class", "figure");
    m.leaf("p", basis, "class", "basis");
    m.close();
  }
}
