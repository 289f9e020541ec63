package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.port.Sites;
import org.leasekit.servicedesk.Area;
import org.leasekit.servicedesk.Site;
import org.leasekit.servicedesk.SiteId;

/** The rules of {@link Sites}. */
public abstract class SitesContract extends StorePortContract {

  /** For the test of an adapter. */
  protected SitesContract() {}

  private Sites sites() {
    return stores.serviceDesk().sites();
  }

  @Test
  @DisplayName("Sites rule 1: a site put again replaces what was known under its id")
  void replaces() {
    Site before = ServiceSamples.site(Samples.LESSOR, "S-1", "塔楼");
    Site other = ServiceSamples.site(Samples.LESSOR, "s-1", "Annex");
    Site after =
        new Site(Samples.LESSOR, before.id(), "Tower", new Area("Minhang"), null, 0.25);
    sites().putAll(List.of(before, other));
    assertThat(sites().find(Samples.LESSOR, before.id())).contains(before);
    sites().putAll(List.of(after));
    assertThat(sites().find(Samples.LESSOR, before.id())).contains(after);
    assertThat(sites().find(Samples.LESSOR, other.id())).contains(other);
    sites().putAll(List.of(after, before));
    assertThat(sites().find(Samples.LESSOR, before.id())).as("the last of a call").contains(before);
  }

  @Test
  @DisplayName("Sites rule 2: sites of another lessor are not seen")
  void separatesLessors() {
    Site mine = ServiceSamples.site(Samples.LESSOR, "S-1", "Tower");
    sites().putAll(List.of(mine));
    assertThat(sites().find(Samples.OTHER_LESSOR, mine.id())).isEmpty();
    Site theirs = ServiceSamples.site(Samples.OTHER_LESSOR, "S-1", "Theirs");
    sites().putAll(List.of(theirs));
    assertThat(sites().find(Samples.LESSOR, mine.id())).contains(mine);
    assertThat(sites().find(Samples.OTHER_LESSOR, mine.id())).contains(theirs);
    assertThat(sites().find(Samples.LESSOR, new SiteId("S-9"))).isEmpty();
  }
}
