package org.leasekit.examples.report;

/** Pieces that several sections are made of. */
final class Parts {

    private Parts() {}

    /** Opens a section with its heading and what it shows, in both languages; the caller closes it. */
    static void section(Markup m, String id, String title, String titleZh, String note, String noteZh) {
        m.open("section", "id", id, "aria-labelledby", id + "-h");
        m.open("h2", "id", id + "-h").text(title).zh(titleZh).close();
        m.open("p", "class", "note").text(note).zh(noteZh).close();
    }

    /** A heading within a section. */
    static void heading(Markup m, String title, String titleZh) {
        m.open("h3").text(title).zh(titleZh).close();
    }

    /** Opens what stays folded until it is asked for, on paper too; the caller closes it. */
    static void folded(Markup m, String summary, String summaryZh) {
        m.open("details").open("summary").text(summary).zh(summaryZh).close();
    }

    /** Opens a table in a box of its own that scrolls where the page is too narrow; {@link #closeTable} closes it. */
    static void table(Markup m, String label, String cssClass) {
        m.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", label);
        m.open("table", "class", cssClass);
    }

    /** Closes what {@link #table} opened. */
    static void closeTable(Markup m) {
        m.close().close();
    }

    /** A column's head. */
    static void head(Markup m, String cssClass, String title, String titleZh) {
        m.open("th", "scope", "col", "class", cssClass).text(title).zh(titleZh).close();
    }

    /** A number in a table. */
    static void number(Markup m, String number) {
        m.leaf("td", number, "class", "n");
    }

    /** A term and what it is, in a list of definitions; the value is our own text. */
    static void fact(Markup m, String term, String termZh, String value) {
        m.open("dt").text(term).zh(termZh).close();
        m.leaf("dd", value);
    }

    /** Opens a picture that reads as one to those who do not see it; the caller closes it. */
    static void picture(Markup m, String id, String cssClass, String title, String description) {
        m.open("svg", "class", cssClass, "role", "img", "aria-labelledby", id + "-t " + id + "-d");
        described(m, id, title, description);
    }

    /** The same with coordinates of its own, which are scaled to the width there is. */
    static void scaledPicture(Markup m, String id, String viewBox, String title, String description) {
        m.open("svg", "viewBox", viewBox, "role", "img", "aria-labelledby", id + "-t " + id + "-d");
        described(m, id, title, description);
    }

    /** Opens a picture beside a text that says the same, and which is therefore not read out; the caller closes it. */
    static void decoration(Markup m, String cssClass) {
        m.open("svg", "class", cssClass, "aria-hidden", "true", "focusable", "false");
    }

    private static void described(Markup m, String id, String title, String description) {
        m.leaf("title", title, "id", id + "-t").leaf("desc", description, "id", id + "-d");
    }
}
