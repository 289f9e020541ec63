package org.leasekit.http.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leasekit.escalation.PolicyRejection;

/** A place in a document, which knows its path and says what it expected. */
record Node(@Nullable JsonNode json, String path) {

  private static final int LONGEST_FOUND = 60;

  /** What was read is not what has to stand there. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient PolicyRejection.Malformed rejection;

    Unexpected(PolicyRejection.Malformed rejection) {
      super(rejection.path());
      this.rejection = rejection;
    }

    PolicyRejection.Malformed rejection() {
      return rejection;
    }
  }

  Unexpected expected(String what) {
    String found = json == null ? "nothing" : json.toString();
    return new Unexpected(
        new PolicyRejection.Malformed(
            path,
            what,
            found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND) + "..." : found));
  }

  boolean isThere() {
    return json != null && !json.isNull();
  }

  /** A field of an object, there or not. */
  Node field(String name) {
    return new Node(
        json == null ? null : json.get(name), path.equals("$") ? name : path + "." + name);
  }

  /** The object itself, with no fields but these. */
  Node object(Set<String> fields) {
    if (json == null || !json.isObject()) {
      throw expected("an object");
    }
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!fields.contains(name)) {
        throw field(name).expected("no such field; there are " + String.join(", ", sorted(fields)));
      }
    }
    return this;
  }

  /** The one field of an object that has only this one. */
  Node only(Set<String> fields) {
    object(fields);
    if (json == null || json.size() != 1) {
      throw expected("one of " + String.join(", ", sorted(fields)));
    }
    return field(json.fieldNames().next());
  }

  private static List<String> sorted(Set<String> fields) {
    return fields.stream().sorted().toList();
  }

  /** Name of the field that this is the value of. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  String text() {
    if (json == null || !json.isTextual()) {
      throw expected("a text");
    }
    return json.textValue();
  }

  boolean isText() {
    return json != null && json.isTextual();
  }

  int integer() {
    if (json == null || !json.isIntegralNumber() || !json.canConvertToInt()) {
      throw expected("a whole number");
    }
    return json.intValue();
  }

  /** A text turned into something else. */
  <T> T parsed(String what, Function<String, T> parse) {
    try {
      return parse.apply(text());
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw expected(what);
    }
  }

  /** Something made from a value that may be out of its range. */
  <T> T made(String what, Function<Node, T> make) {
    try {
      return make.apply(this);
    } catch (ArithmeticException | IllegalArgumentException outOfRange) {
      throw expected(what);
    }
  }

  /** Each element of an array; none when it is not there. */
  <T> List<T> each(Function<Node, T> read) {
    List<T> all = new ArrayList<>();
    if (!isThere()) {
      return all;
    }
    if (json == null || !json.isArray()) {
      throw expected("a list");
    }
    for (int i = 0; i < json.size(); i++) {
      all.add(read.apply(new Node(json.get(i), path + "[" + i + "]")));
    }
    return all;
  }
}
