package org.leasekit.testkit;

/** Runs work as a host application would that has begun a transaction of its own. */
public interface HostTransaction {

  /** Begins a transaction of the host, runs the work in it and commits. */
  void commit(Runnable work);

  /** Begins a transaction of the host, runs the work in it and rolls back. */
  void rollBack(Runnable work);
}
