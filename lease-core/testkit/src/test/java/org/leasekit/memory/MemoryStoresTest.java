package org.leasekit.memory;

import org.leasekit.port.Stores;
import org.leasekit.testkit.EnclosingUnitOfWork;
import org.leasekit.testkit.HostTransaction;
import org.leasekit.testkit.StoresContract;

/** The stores in memory keep every rule; a unit of work around another one is the only host they can have. */
class MemoryStoresTest extends StoresContract {

  @Override
  public Stores stores() {
    return new MemoryStores();
  }

  @Override
  public HostTransaction host(Stores stores) {
    return new EnclosingUnitOfWork(stores.unitOfWork());
  }

  @Override
  public boolean runsSideBySide() {
    return false;
  }

  @Override
  public boolean keepsObjects() {
    return true;
  }
}
