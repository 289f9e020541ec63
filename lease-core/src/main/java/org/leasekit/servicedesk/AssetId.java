package org.leasekit.servicedesk;

/**
 * A thing that can break: an air conditioner, a barrier, a lift.
 *
 * @param value 1 to 64 characters, not blank, no leading or trailing white space
 */
public record AssetId(String value) implements Comparable<AssetId> {

  public AssetId {
    Ids.valid("AssetId", value, 64);
  }

  @Override
  public int compareTo(AssetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
