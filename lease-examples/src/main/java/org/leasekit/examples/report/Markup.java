package org.leasekit.examples.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML and SVG that is well-formed XML as well. Names of tags and attributes come from the examples only;
 * every value and text is escaped here, so nothing that was read from a file can become markup.
 */
public final class Markup {

    private static final Set<String> VOID = Set.of("meta", "br", "hr", "col", "wbr");
    private static final Set<String> OWN_LINE = Set.of(
            "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div", "h1", "h2", "h3", "p",
            "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "details", "svg", "g",
            "nav");

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** An empty page. */
    public Markup() {}

    /** Opens an element; attributes are pairs of name and value. */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the innermost element. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content: a void one of HTML, or any within SVG. */
    public Markup empty(String tag, String... attributes) {
        if (!VOID.contains(tag) && !open.contains("svg")) {
            throw new IllegalArgumentException("HTML does not know an empty " + tag);
        }
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element with a text in it. */
    public Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text of our own, in the language of its surroundings. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** Chinese text of our own, with a blank before it to set it off from the English; nothing if there is none. */
    public Markup zh(String chinese) {
        return chinese.isEmpty() ? this : text(" ").leaf("span", chinese, "class", "zh", "lang", "zh-CN");
    }

    /** Text that was read from somewhere: its writing direction stays its own, and Han characters get Chinese shapes. */
    public Markup data(String text) {
        boolean han = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han ? leaf("bdi", text, "lang", "zh-CN") : leaf("bdi", text);
    }

    /** A style sheet, which is written by this package and therefore left as it is. */
    public Markup style(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("a style sheet must be plain in HTML and XML alike");
        }
        start("style");
        out.append('>').append(css).append("</style>");
        return this;
    }

    /**
     * What was written, as a page.
     *
     * @throws IllegalStateException if an element is still open
     */
    public String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return "<!DOCTYPE html>" + out + "\n";
    }

    private void start(String tag, String... attributes) {
        if (out.length() == 0 || OWN_LINE.contains(tag)) {
            out.append('\n');
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
    }

    /** XML has no way to write the others, and a browser does not show them. */
    private static boolean isCharacter(int c) {
        return c == '\t' || c == '\n'
                || c >= 0x20 && c < 0x7F
                || c >= 0xA0 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c >= 0x10000 && (c & 0xFFFE) != 0xFFFE;
    }
}
