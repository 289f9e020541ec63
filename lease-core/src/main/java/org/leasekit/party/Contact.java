package org.leasekit.party;

/**
 * One address at which somebody is reached.
 *
 * @param channel the digital channel the address belongs to
 * @param address phone number in international or national digits, or the WeCom external user id;
 *     1 to 64 characters
 * @param owner whose address it is
 */
public record Contact(Channel channel, String address, PartyRole owner) {

  public Contact {
    if (!channel.isDigital()) {
      throw new IllegalArgumentException("channel: SMS or WECOM, but was " + channel);
    }
    if (address.isBlank() || address.length() > 64) {
      throw new IllegalArgumentException("address: 1 to 64 characters, but was '" + address + "'");
    }
  }

  /** An address of the registered tenant. */
  public Contact(Channel channel, String address) {
    this(channel, address, PartyRole.TENANT);
  }

  /** The same address of somebody else. */
  public Contact ownedBy(PartyRole other) {
    return new Contact(channel, address, other);
  }

  /** Whether a message to the other arrives at the same place, whoever of the two owns it. */
  public boolean isSameAddressAs(Contact other) {
    return channel == other.channel && address.equals(other.address);
  }
}
