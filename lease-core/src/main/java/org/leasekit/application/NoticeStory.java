package org.leasekit.application;

import java.util.ArrayList;
import java.util.List;
import org.leasekit.escalation.Done;
import org.leasekit.escalation.Story;
import org.leasekit.renewal.Notice;

/** Tells of notices that came to nothing, so that no story says of one that it went and it did not. */
final class NoticeStory {
  private static final String NOTICE = "NOTICE";

  private NoticeStory() {}

  /** A case's story with what became of its notices; of those that arrived or still may the record of the stage says enough. */
  static Story told(Story story, List<Notice> notices) {
    return story.telling(
        (stage, done) -> told(done, notices.stream().filter(notice -> notice.stage().equals(stage)).toList()));
  }

  private static List<Done> told(List<Done> done, List<Notice> notices) {
    List<Done> lost =
        notices.stream()
            .filter(notice -> !mayBeHeardOf(notice))
            .map(notice -> new Done(NOTICE, notice.state().name(), notice.contact().channel().name()))
            .toList();
    if (lost.isEmpty()) {
      return done;
    }
    boolean allLost = lost.size() == notices.size();
    List<Done> told = new ArrayList<>(lost);
    done.stream().filter(each -> !(allLost && each.equals(new Done(NOTICE, "", "")))).forEach(told::add);
    return told;
  }

  private static boolean mayBeHeardOf(Notice notice) {
    return notice.state() == Notice.State.PENDING || notice.state() == Notice.State.DELIVERED;
  }
}
