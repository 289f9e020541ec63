package org.leasekit.http.inbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An address with names in braces that are filled in, percent-encoded. */
final class UrlTemplate {

  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  private final String template;

  /**
   * @param what what the address is for, to be named when it is unusable
   * @throws IllegalArgumentException if a name is unknown, or the result would be no absolute address
   */
  UrlTemplate(String what, String template, Set<String> names) {
    for (MatchResult found : NAME.matcher(template).results().toList()) {
      if (!names.contains(found.group(1))) {
        throw new IllegalArgumentException(what + ": unknown name " + found.group() + ", known are " + names);
      }
    }
    try {
      if (!new URI(NAME.matcher(template).replaceAll("x")).isAbsolute()) {
        throw new IllegalArgumentException(what + ": not an absolute address: " + template);
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(what + ": not an address: " + template, e);
    }
    this.template = template;
  }

  /**
   * The address with every name filled in.
   *
   * @param values a value for each name that may occur
   */
  String fill(Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(found -> encode(values.getOrDefault(found.group(1), "")));
  }

  private static String encode(String value) {
    // encodes for forms, where a blank is a plus sign; in an address it is %20
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
