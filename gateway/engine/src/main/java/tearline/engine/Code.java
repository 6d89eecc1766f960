package tearline.engine;

/** Every reason for which a message is declined: its public code, the HTTP status, a sentence and what the sender should do. */
public enum Code {
    NOT_WELL_FORMED("TL-V001", 400, "is not well-formed XML", "Repair the document at the place named and send it again."),
    NOT_VALID("TL-V002", 400, "does not validate", "Repair the document and send it again under the same identifier."),
    RULE_BROKEN("TL-V003", 400, "breaks a rule of its standard", "Repair the document and send it again under the same identifier."),
    DOCTYPE("TL-V004", 400, "carries a DOCTYPE", "Send the document without its DOCTYPE; entities are never expanded here."),
    TOO_DEEP("TL-V005", 400, "is nested too deeply or has too many attributes", "Send a document within the limits of the reference page."),
    NOTHING_INSIDE("TL-V006", 400, "is an envelope with nothing in it to distribute", "Put at least one document into the envelope."),
    TOO_MANY_PARTS("TL-V007", 400, "holds more parts than the gateway takes at once", "Send the parts in several messages."),
    BAD_ARCHIVE("TL-V008", 400, "is an archive that is not taken", "Send a ZIP archive of plain documents: no folders, no archive inside, nothing encrypted, within the limits of the reference page."),
    UNKNOWN_STANDARD("TL-U001", 415, "is of no standard known here", "Send one of the standards that your partner file lists, in its own namespace and version."),
    REFUSED_STANDARD("TL-U002", 415, "is of a standard that is refused by name", "See the finding for what to send instead."),
    NOT_A_MESSAGE("TL-U003", 415, "is a document that this gateway writes but does not take as a message", "Send a report, an alert or a purge."),
    NOT_SENT_BY_YOU("TL-A003", 403, "uses an identity or a standard that your partner file does not list", "Send under your own identity, or ask the gateway's operator to list it."),
    NO_CREDENTIALS("TL-A001", 401, "came without valid credentials", "Authenticate with the credentials of your partner file."),
    UNENCRYPTED("TL-A002", 403, "came over a connection that is not allowed", "Use TLS."),
    OTHER_CONTENT("TL-D001", 409, "has the identity of an earlier message but other content", "Give the changed document an identity of its own, as its standard asks."),
    UNKNOWN_RECORD("TL-D002", 409, "updates or purges a record that is not known here", "Send the record first."),
    OUT_OF_SEQUENCE("TL-D003", 409, "has a number that is not above the last one of its record", "Count the record's sequence up and send it again."),
    TOO_LARGE("TL-S001", 413, "is larger than the limit", "Send a smaller document; large files belong behind a link."),
    SPILL("TL-C001", 400, "is marked above UNCLASSIFIED", "This is a spill. Not a byte was kept. Recall the message and tell your security officer."),
    CANNOT_STORE("TL-X001", 503, "cannot be stored at the moment", "Send it again after the time in Retry-After; nothing was kept."),
    OUR_FAULT("TL-X002", 500, "met a fault of ours", "Send it again; tell the operator the id of this answer if it happens twice.");

    private final String id;
    private final int status;
    private final String sentence;
    private final String advice;

    Code(String id, int status, String sentence, String advice) {
        this.id = id;
        this.status = status;
        this.sentence = sentence;
        this.advice = advice;
    }

    public String id() { return id; }

    /** The HTTP status that the doors answer with. */
    public int status() { return status; }

    public String sentence() { return sentence; }

    public String advice() { return advice; }
}
