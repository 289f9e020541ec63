package org.leasekit.jdbc;

import org.leasekit.port.Stores;
import org.leasekit.testkit.HostTransaction;
import org.leasekit.testkit.StoresContract;

class H2StoresTest extends StoresContract {

  private final TestHost host = new TestHost(TestDatabase.H2);

  @Override
  public Stores stores() {
    return host.emptyStores();
  }

  @Override
  public HostTransaction host(Stores stores) {
    return host;
  }
}
