package org.leasekit.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leasekit.contract.Slot;

/**
 * What a remark means by its beginning: {@code 母合同} a master contract, {@code 合租:} and {@code 日间} or
 * {@code 夜间} the slot of a shared unit. Any other remark is for people.
 *
 * @param slot the whole day unless the unit is shared; empty when it is, by an unknown slot
 */
record Remark(boolean master, Optional<Slot> slot) {

  private static final Pattern SHARED = Pattern.compile("合租(?: ?: ?(?<slot>[^ ,;，；。]*).*)?");

  private static final Map<String, Slot> SLOTS =
      Map.of("日间", Slot.DAY, "夜间", Slot.NIGHT, "day", Slot.DAY, "night", Slot.NIGHT);

  static Remark parse(String cell) {
    String remark = Cleaning.code(cell);
    Matcher shared = SHARED.matcher(remark);
    if (shared.matches()) {
      String word = shared.group("slot");
      return new Remark(
          false,
          Optional.ofNullable(word == null ? null : SLOTS.get(word.toLowerCase(Locale.ROOT))));
    }
    return new Remark(remark.startsWith("母合同"), Optional.of(Slot.ALL));
  }
}
