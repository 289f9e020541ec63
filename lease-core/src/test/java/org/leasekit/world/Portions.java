package org.leasekit.world;

import java.util.List;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.Week;

/** The portions of the world, and by the day what each takes of twelve parts. Day 0 of the world is a Monday. */
final class Portions {

  static final int WHOLE = 0;
  static final int ALL_PARTS = 12;

  private static final List<Portion> PORTIONS =
      List.of(
          Portion.WHOLE, Portion.of(Slot.DAY), Portion.of(Slot.NIGHT), Portion.of(Share.of(1, 2)),
          Portion.of(Share.of(1, 3)), new Portion(Slot.ALL, Week.WEEKDAYS, Share.WHOLE),
          new Portion(Slot.ALL, Week.WEEKENDS, Share.WHOLE), Portion.of(Share.of(2, 3)));

  private static final int[] DAYTIME = {12, 12, 0, 6, 4, 12, 12, 8};
  private static final int[] NIGHT = {12, 0, 12, 6, 4, 12, 12, 8};

  private Portions() {}

  static int count() {
    return PORTIONS.size();
  }

  static Portion get(int index) {
    return PORTIONS.get(index);
  }

  static int indexOf(Portion portion) {
    return PORTIONS.indexOf(portion);
  }

  static int parts(int index, int day, int half) {
    boolean weekend = day % 7 >= 5;
    if (index == 5 && weekend || index == 6 && !weekend) {
      return 0;
    }
    return half == 0 ? DAYTIME[index] : NIGHT[index];
  }

  static boolean addUp(int whole, int one, int other) {
    for (int day = 0; day < 7; day++) {
      for (int half = 0; half < 2; half++) {
        if (parts(one, day, half) + parts(other, day, half) != parts(whole, day, half)) {
          return false;
        }
      }
    }
    return true;
  }
}
