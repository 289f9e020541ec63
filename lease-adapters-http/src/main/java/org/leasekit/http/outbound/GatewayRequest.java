package org.leasekit.http.outbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.leasekit.port.MessageGateway.Message;

/**
 * The JSON that is posted.
 *
 * @param channel {@code SMS} or {@code WECOM}
 * @param recipient phone number or WeCom external user id
 * @param template name of the template
 * @param locale BCP 47 tag
 * @param text what the person reads, without the link
 * @param link personal; nobody but the recipient may see it. Null, and then left out, for whoever gets none: the actual user, who is no party to the lease
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GatewayRequest(
    String lessor,
    String channel,
    String recipient,
    String template,
    String locale,
    String text,
    @Nullable String link) {

  static GatewayRequest of(Message message) {
    return new GatewayRequest(
        message.lessor().value(),
        message.contact().channel().name(),
        message.contact().address(),
        message.template(),
        message.locale().toLanguageTag(),
        message.text(),
        message.link() == null ? null : message.link().toString());
  }
}
