package org.leasekit.http.inbound;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Hides most of a name, so that the page tells its owner who is meant and tells others little. */
final class NameMask {

  private static final int MOST_STARS = 4;

  private NameMask() {}

  /**
   * One word keeps its first character, and from three characters on its last: 张三 is 张*, 王小明 is 王*明. Of several
   * words each keeps its first: John Smith is J*** S****.
   */
  static String of(String name) {
    String[] words = name.strip().split("\\s+");
    if (words.length == 1) {
      return single(words[0].codePoints().toArray());
    }
    return Arrays.stream(words)
        .map(word -> first(word.codePoints().toArray()))
        .collect(Collectors.joining(" "));
  }

  private static String single(int[] word) {
    if (word.length < 3) {
      return first(word);
    }
    return Character.toString(word[0]) + stars(word.length - 2) + Character.toString(word[word.length - 1]);
  }

  private static String first(int[] word) {
    return word.length == 1 ? "*" : Character.toString(word[0]) + stars(word.length - 1);
  }

  private static String stars(int hidden) {
    return "*".repeat(Math.min(hidden, MOST_STARS));
  }
}
