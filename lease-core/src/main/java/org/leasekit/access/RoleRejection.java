package org.leasekit.access;

import java.util.List;
import org.leasekit.outcome.Rejection;

/** What the asker wanted concerns the lessor's business as a whole, and is not for such as the asker. */
public record RoleRejection(Action action) implements Rejection {

  @Override
  public String rule() {
    return "ROLE_NOT_ALLOWED";
  }

  @Override
  public String field() {
    return "action";
  }

  @Override
  public List<String> data() {
    return List.of(action.name());
  }
}
