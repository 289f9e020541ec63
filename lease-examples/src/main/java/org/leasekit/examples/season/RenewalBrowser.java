package org.leasekit.examples.season;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tenant's phone: opens the page behind a personal link, and presses what is on it. */
final class RenewalBrowser {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("<a [^>]*>");
  private static final Pattern HREF = Pattern.compile(" href=\"([^\"]*)\"");

  private final Web web;

  RenewalBrowser(Web web) {
    this.web = web;
  }

  /**
   * The page as it was shown.
   *
   * @param html empty when the link no longer opens anything
   */
  record Page(URI address, String html) {

    boolean isOpen() {
      return !html.isEmpty();
    }

    /** Where a button leads that says yes or no. */
    Optional<URI> form(String step) {
      Matcher forms = FORM.matcher(html);
      while (forms.find()) {
        URI action = address.resolve(unescape(forms.group(1)));
        if (action.getPath().endsWith("/" + step)) {
          return Optional.of(action);
        }
      }
      return Optional.empty();
    }

    /** What the link to a provider says, by name; empty when there is none on the page. */
    Optional<Map<String, String>> link(String id) {
      Matcher links = LINK.matcher(html);
      while (links.find()) {
        Matcher href = HREF.matcher(links.group());
        if (links.group().contains(" id=\"" + id + "\"") && href.find()) {
          return Optional.of(query(URI.create(unescape(href.group(1)))));
        }
      }
      return Optional.empty();
    }

    private static Map<String, String> query(URI address) {
      Map<String, String> values = new HashMap<>();
      for (String pair : address.getRawQuery().split("&")) {
        int equals = pair.indexOf('=');
        values.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return values;
    }

    private static String unescape(String text) {
      return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
  }

  /** Opens an address. */
  Page open(URI address) {
    Web.Answer answer = web.get(address);
    return new Page(address, answer.status() == OK ? answer.body() : "");
  }

  /** Presses the button of a form and sees the page it leads to. */
  Page press(URI form) {
    Web.Answer answer = web.post(form, new byte[0], Map.of());
    if (answer.status() != SEE_OTHER || answer.location().isEmpty()) {
      return new Page(form, "");
    }
    return open(answer.location().get());
  }
}
