package org.leasekit.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One unfolded line of an iCalendar.
 *
 * @param number where it starts in the text, counted from 1
 * @param name in upper case
 * @param parameters by name in upper case, quotes taken off
 * @param value as written, escapes still in it
 */
record ICalendarLine(int number, String name, Map<String, String> parameters, String value) {

    /** Puts folded lines together again and takes each apart; blank lines are passed over. */
    static List<ICalendarLine> unfold(String text) {
        List<ICalendarLine> lines = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        int start = 0;
        int number = 0;
        // a byte order mark is no part of the first name
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String line : (Iterable<String>) clean.lines()::iterator) {
            number++;
            if (line.startsWith(" ") || line.startsWith("\t")) {
                if (start == 0) {
                    throw new IllegalArgumentException("line " + number + ": a folded line follows no line");
                }
                whole.append(line, 1, line.length());
            } else {
                add(lines, start, whole);
                whole.setLength(0);
                whole.append(line);
                start = number;
            }
        }
        add(lines, start, whole);
        return lines;
    }

    private static void add(List<ICalendarLine> lines, int number, CharSequence content) {
        if (!content.toString().isBlank()) {
            lines.add(parse(number, content.toString()));
        }
    }

    private static ICalendarLine parse(int number, String content) {
        List<String> head = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == ':')) {
                head.add(content.substring(from, i));
                from = i + 1;
                if (c == ':') {
                    return new ICalendarLine(
                            number, upper(head.get(0)), parameters(number, head), content.substring(from).strip());
                }
            }
        }
        throw new IllegalArgumentException("line " + number + ": expected NAME:value, but was " + content);
    }

    private static Map<String, String> parameters(int number, List<String> head) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : head.subList(1, head.size())) {
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("line " + number + ": expected NAME=value, but was " + parameter);
            }
            parameters.put(upper(parameter.substring(0, equals)), parameter.substring(equals + 1).replace("\"", ""));
        }
        return parameters;
    }

    /** The value as text, its escapes resolved. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String upper(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }
}
