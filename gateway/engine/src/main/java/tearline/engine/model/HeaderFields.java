package tearline.engine.model;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tearline.common.Header;
import tearline.common.Kind;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.common.Status;

/** The simple fields of a header one by one, in the order of the schema: for who reads or writes a stream and needs no binding. */
public final class HeaderFields {

    private HeaderFields() {}

    public static void set(Header header, String field, String text) {
        switch (field) {
            case "id" -> header.setId(text);
            case "kind" -> header.setKind(Kind.fromValue(text));
            case "standard" -> header.setStandard(text);
            case "shape" -> header.setShape(text);
            case "form" -> header.setForm(text);
            case "status" -> header.setStatus(Status.fromValue(text));
            case "type" -> header.setType(MessageType.fromValue(text));
            case "sender" -> header.setSender(text);
            case "sent" -> header.setSent(text);
            case "created" -> header.setCreated(text);
            case "posted" -> header.setPosted(text);
            case "expires" -> header.setExpires(text);
            case "sequence" -> header.setSequence(text);
            case "version" -> header.setVersion(text);
            case "phase" -> header.getPhase().add(text);
            case "language" -> header.setLanguage(text);
            case "source" -> header.setSource(text);
            case "scope" -> header.setScope(text);
            case "restriction" -> header.setRestriction(text);
            case "addresses" -> header.setAddresses(text);
            case "code" -> header.getCode().add(text);
            case "note" -> header.setNote(text);
            case "incident" -> header.getIncident().add(text);
            default -> throw new IllegalStateException("A header has no field " + field);
        }
    }

    public static void set(Reference reference, String field, String text) {
        switch (field) {
            case "sender" -> reference.setSender(text);
            case "id" -> reference.setId(text);
            case "sent" -> reference.setSent(text);
            case "raw" -> reference.setRaw(text);
            case "role" -> reference.setRole(text);
            default -> throw new IllegalStateException("A reference has no field " + field);
        }
    }

    /** Tells each field that is set, and in their place among them each reference. */
    public static void tell(Header header, BiConsumer<String, String> field, Consumer<Reference> references) {
        one(field, "id", header.getId());
        one(field, "kind", header.getKind().value());
        one(field, "standard", header.getStandard());
        one(field, "shape", header.getShape());
        one(field, "form", header.getForm());
        one(field, "status", Optional.ofNullable(header.getStatus()).map(Status::value).orElse(null));
        one(field, "type", header.getType().value());
        one(field, "sender", header.getSender());
        one(field, "sent", header.getSent());
        one(field, "created", header.getCreated());
        one(field, "posted", header.getPosted());
        one(field, "expires", header.getExpires());
        one(field, "sequence", header.getSequence());
        one(field, "version", header.getVersion());
        all(field, "phase", header.getPhase());
        one(field, "language", header.getLanguage());
        one(field, "source", header.getSource());
        one(field, "scope", header.getScope());
        one(field, "restriction", header.getRestriction());
        one(field, "addresses", header.getAddresses());
        all(field, "code", header.getCode());
        one(field, "note", header.getNote());
        header.getReference().forEach(references);
        all(field, "incident", header.getIncident());
    }

    public static void tell(Reference reference, BiConsumer<String, String> field) {
        one(field, "sender", reference.getSender());
        one(field, "id", reference.getId());
        one(field, "sent", reference.getSent());
        one(field, "raw", reference.getRaw());
        one(field, "role", reference.getRole());
    }

    private static void one(BiConsumer<String, String> field, String name, String text) {
        if (text != null) field.accept(name, text);
    }

    private static void all(BiConsumer<String, String> field, String name, Collection<String> texts) {
        texts.forEach(text -> field.accept(name, text));
    }
}
