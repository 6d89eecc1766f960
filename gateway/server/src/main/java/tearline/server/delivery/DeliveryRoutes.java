package tearline.server.delivery;

import org.apache.camel.builder.RouteBuilder;

/** A route for each kind of delivery, whoever the partner is. A feed needs none: to publish is to deliver. */
public final class DeliveryRoutes extends RouteBuilder {

    /** Both are followed by the kind of the door. */
    static final String NAME = "deliver-";
    static final String DELIVER = "direct:" + NAME;

    private final HttpDelivery http;
    private final FolderDelivery folder;
    private final Verdicts verdicts;

    public DeliveryRoutes(HttpDelivery http, FolderDelivery folder, Verdicts verdicts) {
        this.http = http;
        this.folder = folder;
        this.verdicts = verdicts;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());     // it would log what it carries; Deliveries notes a failure in the store

        from(DELIVER + "http").routeId(NAME + "http")
            .bean(http, "deliver").id("http")               // no thread waits for the partner
            .bean(verdicts, "commit").id("http-verdict");   // delivered, due again, or dead: one transaction

        from(DELIVER + "folder").routeId(NAME + "folder")
            .bean(folder, "deliver").id("folder")
            .bean(verdicts, "commit").id("folder-verdict");
    }
}
