package org.leasekit.examples.season;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tenant's phone: opens the page behind a personal link, and presses what is on it. */
final class RenewalBrowser {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final Pattern FORM =
      Pattern.compile("<form[^>]* action=\"([^\"]*)\"(?: id=\"([^\"]*)\")?[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
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

    /** The form of the button that says yes or no, by the button's id; empty when there is none on the page. */
    Optional<Form> form(String button) {
      Matcher forms = FORM.matcher(html);
      while (forms.find()) {
        String id = forms.group(2);
        Matcher pressed =
            Pattern.compile("<button[^>]* id=\"" + button + "\"[^>]*>").matcher(html);
        boolean inside = forms.group(3).contains(" id=\"" + button + "\"");
        if (pressed.find() && (inside || id != null && pressed.group().contains(" form=\"" + id + "\""))) {
          URI action = address.resolve(unescape(forms.group(1)));
          return Optional.of(new Form(action, fields(forms.group(3), pressed.group())));
        }
      }
      return Optional.empty();
    }

    private static Map<String, String> fields(String form, String button) {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher hidden = FIELD.matcher(form);
      while (hidden.find()) {
        fields.put(unescape(hidden.group(1)), unescape(hidden.group(2)));
      }
      Matcher name = Pattern.compile(" name=\"([^\"]*)\" value=\"([^\"]*)\"").matcher(button);
      if (name.find()) {
        fields.put(name.group(1), name.group(2));
      }
      return fields;
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

  /**
   * A form with the button that is going to be pressed.
   *
   * @param fields that travel with it, by name
   */
  record Form(URI action, Map<String, String> fields) {

    /** The same form with a field filled in, or a button chosen. */
    Form with(String name, String value) {
      Map<String, String> filled = new LinkedHashMap<>(fields);
      filled.put(name, value);
      return new Form(action, filled);
    }

    byte[] body() {
      StringJoiner body = new StringJoiner("&");
      fields.forEach((name, value) -> body.add(encoded(name) + "=" + encoded(value)));
      return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** Opens an address. */
  Page open(URI address) {
    Web.Answer answer = web.get(address);
    return new Page(address, answer.status() == OK ? answer.body() : "");
  }

  /** Presses the button of a form and sees the page it leads to. */
  Page press(Form form) {
    Web.Answer answer =
        web.post(form.action(), form.body(), Map.of("Content-Type", "application/x-www-form-urlencoded"));
    if (answer.status() != SEE_OTHER || answer.location().isEmpty()) {
      return new Page(form.action(), "");
    }
    return open(answer.location().get());
  }
}
