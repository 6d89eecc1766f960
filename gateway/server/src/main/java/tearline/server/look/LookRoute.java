package tearline.server.look;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.common.HttpMessage;
import tearline.server.door.Caller;
import tearline.server.feed.ActiveFeeds;
import tearline.server.feed.Conditions;
import tearline.server.feed.Feeds;
import tearline.server.feed.Records;
import tearline.server.feed.Request;

/** Everything that is read over HTTP, and what an operator may do there. */
public final class LookRoute extends RouteBuilder {

    private static final String READ = "?matchOnUriPrefix=true&httpMethodRestrict=GET";
    private final Lookups lookups;
    private final Feeds feeds;
    private final ActiveFeeds active;
    private final Records records;
    private final Operator operator;
    private final Incidents incidents;
    private final Custody custody;
    private final Keeping keeping;

    public LookRoute(Lookups lookups, Feeds feeds, ActiveFeeds active, Records records, Operator operator, Incidents incidents, Custody custody, Keeping keeping) {
        this.keeping = keeping;
        this.lookups = lookups;
        this.feeds = feeds;
        this.active = active;
        this.records = records;
        this.operator = operator;
        this.incidents = incidents;
        this.custody = custody;
    }

    @Override
    public void configure() {
        from("servlet:messages" + READ).routeId("look-messages").process(exchange -> reply(exchange, this::message));
        from("servlet:feeds" + READ).routeId("look-feeds").process(exchange -> reply(exchange, this::feed));
        from("servlet:feeds?matchOnUriPrefix=true&httpMethodRestrict=POST").routeId("feed-ack").process(exchange -> reply(exchange, this::acknowledge));
        from("servlet:records" + READ).routeId("look-records").process(exchange -> reply(exchange, this::record));
        from("servlet:attention" + READ).routeId("look-attention").process(exchange -> reply(exchange, request -> lookups.attention(caller(request))));
        from("servlet:incidents" + READ).routeId("look-incidents").process(exchange -> reply(exchange, this::incident));
        from("servlet:accounting" + READ).routeId("look-accounting").process(exchange -> reply(exchange, request -> custody.account(named(request), caller(request))));
        from("servlet:retention" + READ).routeId("look-retention").process(exchange -> reply(exchange, request -> keeping.list(caller(request))));
        from("servlet:operate?matchOnUriPrefix=true&httpMethodRestrict=POST").routeId("operate").process(exchange -> reply(exchange, this::operate));
    }

    /** /messages/{id} and /messages/{id}/explain */
    private Reply message(HttpServletRequest request) {
        var path = path(request);
        if (path.length == 2) return lookups.message(path[1], caller(request));
        if (path.length == 3 && path[2].equals("explain")) return lookups.explain(path[1], caller(request));
        return Reply.problem(404, "There is nothing here.", "Ask for /messages/ID or /messages/ID/explain.");
    }

    /** /incidents/{incident}/draft?for={partner} */
    private Reply incident(HttpServletRequest request) {
        var path = path(request);
        if (path.length != 3 || !path[2].equals("draft")) return Reply.problem(404, "There is nothing here.", "Ask for /incidents/INCIDENT/draft?for=PARTNER.");
        var incident = URLDecoder.decode(path[1].replace("+", "%2B"), StandardCharsets.UTF_8);
        return incidents.draft(incident, query(request).getOrDefault("for", ""), caller(request));
    }

    private Reply feed(HttpServletRequest request) {
        var path = path(request);
        if (active.has(path)) return active.read(path, caller(request), request.getHeader("Accept"), new Conditions(request.getHeader("If-None-Match"), request.getHeader("If-Modified-Since")));
        return feeds.read(path.length == 2 ? path[1] : "", asked(request));
    }

    /** /feeds/{feed}/ack?cursor={cursor} */
    private Reply acknowledge(HttpServletRequest request) {
        var path = path(request);
        return path.length == 3 && path[2].equals("ack") ? feeds.acknowledge(path[1], asked(request)) : Reply.problem(404, "There is nothing here.", "Post to /feeds/FEED/ack?cursor=CURSOR.");
    }

    /** /records/{id} and /records/{id}/attachments/{number} */
    private Reply record(HttpServletRequest request) {
        var path = path(request);
        if (path.length == 2) return records.record(path[1], asked(request));
        if (path.length == 4 && path[2].equals("attachments")) return records.attachment(path[1], path[3], asked(request));
        return Reply.problem(404, "There is nothing here.", "Ask for /records/ID or /records/ID/attachments/NUMBER.");
    }

    private static Request asked(HttpServletRequest request) {
        return new Request(caller(request), query(request), header(request, "Accept"), header(request, "Accept-Profile"), header(request, "If-None-Match"), header(request, "Purpose").strip(), header(request, "Accept-Encoding"));
    }

    private static String header(HttpServletRequest request, String name) {
        return request.getHeader(name) == null ? "" : request.getHeader(name);
    }

    /** /operate/hold/{partner}, /operate/release/{partner}, /operate/replay/{message}, /operate/purge/{record}?reason={reason}, and the same with strip-privacy */
    private Reply operate(HttpServletRequest request) {
        var path = path(request);
        if (path.length == 3 && path[1].equals("purge")) return custody.purge(named(request), query(request).getOrDefault("reason", ""), caller(request));
        if (path.length == 3 && path[1].equals("strip-privacy")) return custody.strip(named(request), query(request).getOrDefault("reason", ""), caller(request));
        if (path.length == 4 && path[1].equals("retention")) return keeping.act(path[2], named(request), query(request).getOrDefault("reviewer", ""), query(request).getOrDefault("reason", ""), caller(request));
        return path.length == 3 ? operator.act(path[1], path[2], Optional.ofNullable(query(request).get("partner")), caller(request))
                : Reply.problem(404, "There is nothing here.", "Post to /operate/hold/PARTNER, /operate/release/PARTNER, /operate/replay/ID, /operate/purge/ID?reason=REASON or /operate/strip-privacy/ID?reason=REASON.");
    }

    private interface Asked {
        Reply by(HttpServletRequest request);
    }

    private static void reply(Exchange exchange, Asked asked) {
        var reply = asked.by(exchange.getMessage(HttpMessage.class).getRequest());
        var response = exchange.getMessage(HttpMessage.class).getResponse();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, reply.mediaType());
        // Camel lets Cache-Control pass from nobody; Content-Encoding it must see, because it does the packing.
        reply.headers().forEach((name, value) -> {
            if (name.equals("Content-Encoding")) exchange.getMessage().setHeader(name, value);
            else response.setHeader(name, value);
        });
        exchange.getMessage().setBody(reply.body());
    }

    private static Caller caller(HttpServletRequest request) {
        return (Caller) request.getAttribute(Caller.ATTRIBUTE);
    }

    /** The last segment, decoded: an identifier of somebody's may hold anything. */
    private static String named(HttpServletRequest request) {
        var path = path(request);
        return URLDecoder.decode(path[path.length - 1].replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String[] path(HttpServletRequest request) {
        return request.getRequestURI().substring(1).split("/");
    }

    private static Map<String, String> query(HttpServletRequest request) {
        var query = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return query;
    }
}
