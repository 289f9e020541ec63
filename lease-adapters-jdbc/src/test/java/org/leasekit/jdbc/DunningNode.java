package org.leasekit.jdbc;

/** A node that duns until a certain call, says so, and waits there to be killed; arguments as of {@link BillingNode}. */
final class DunningNode {

  /** What it says before the key of a message that it sends. */
  static final String SENT = "sent ";

  private DunningNode() {}

  public static void main(String[] args) {
    new DunningWorld(BillingNode.waiting(args), key -> System.out.println(SENT + key)).run();
    System.out.println("done, and not killed");
  }
}
