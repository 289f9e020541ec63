/** Gateways, webhooks and the renewal page of leasekit over HTTP. */
module org.leasekit.http {
    requires transitive jakarta.ws.rs;
    requires transitive org.leasekit.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.zxing;
    requires dev.failsafe.core;
    requires java.net.http;
    requires static transitive org.jspecify;
}
