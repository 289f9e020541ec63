package org.leasekit.examples.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** A page read by a strict XML parser: anything that is not well-formed fails here. */
final class ParsedPage {

    private final Document document;

    private ParsedPage(Document document) {
        this.document = document;
    }

    static ParsedPage of(ReportData data) {
        return parse(Page.render(data));
    }

    static ParsedPage parse(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new ParsedPage(builder.parse(new InputSource(new StringReader(html))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> elements(String tag) {
        return elements(root(), tag);
    }

    static List<Element> elements(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            list.add((Element) found.item(i));
        }
        return list;
    }

    Element byId(String id) {
        return elements("*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no element with id " + id));
    }

    /** Texts of the cells of each row of a table body or foot, headers included. */
    static List<List<String>> rows(Element within) {
        return elements(within, "tr").stream().map(ParsedPage::cells).toList();
    }

    private static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (Node child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element cell) {
                cells.add(text(cell));
            }
        }
        return cells;
    }

    /** The text of an element with every run of blanks as one, and no-break spaces as blanks. */
    static String text(Element element) {
        return element.getTextContent().replace('\u00A0', ' ').replaceAll("\\s+", " ").strip();
    }

    String textOf(String id) {
        return text(byId(id));
    }

    static boolean has(Element element, String cssClass) {
        return List.of(element.getAttribute("class").split(" ")).contains(cssClass);
    }

    static List<Element> withClass(Element within, String cssClass) {
        return elements(within, "*").stream()
                .filter(element -> has(element, cssClass))
                .toList();
    }
}
