package org.leasekit.party;

/**
 * One address at which somebody is reached.
 *
 * @param channel the digital channel the address belongs to
 * @param address phone number in international or national digits, or the WeCom external user id;
 *     1 to 64 characters
 */
public record Contact(Channel channel, String address) {

  public Contact {
    if (!channel.isDigital()) {
      throw new IllegalArgumentException("channel: SMS or WECOM, but was " + channel);
    }
    if (address.isBlank() || address.length() > 64) {
      throw new IllegalArgumentException("address: 1 to 64 characters, but was '" + address + "'");
    }
  }
}
