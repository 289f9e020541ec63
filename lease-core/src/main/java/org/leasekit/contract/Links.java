package org.leasekit.contract;

import org.jspecify.annotations.Nullable;

/**
 * A contract's place among others.
 *
 * @param parent the master contract it is a sub-contract of; null when it stands alone
 * @param predecessor the contract it renews; null for the first of a chain
 * @param successor the contract that renews it; null while there is none
 */
public record Links(
    @Nullable ContractNo parent,
    @Nullable ContractNo predecessor,
    @Nullable ContractNo successor) {

  /** A contract that stands alone and begins a chain. */
  public static final Links NONE = new Links(null, null, null);

  /** A first contract below a master, or alone when {@code parent} is null. */
  public static Links under(@Nullable ContractNo parent) {
    return parent == null ? NONE : new Links(parent, null, null);
  }

  /** The same place below another master, or below none. */
  public Links withParent(@Nullable ContractNo newParent) {
    return new Links(newParent, predecessor, successor);
  }

  /** The same place with a successor. */
  public Links withSuccessor(ContractNo newSuccessor) {
    return new Links(parent, predecessor, newSuccessor);
  }
}
