package tearline.server.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a page of a feed may be written as; which one, the Accept header says (RFC 9110 §12.5.1). */
enum Representation {

    ATOM("application/atom+xml;type=feed"), JSON_FEED("application/feed+json"), NIEM("application/xml");

    final String mediaType;

    Representation(String mediaType) {
        this.mediaType = mediaType;
    }

    private String bare() {
        return mediaType.replaceAll(";.*", "");
    }

    /** One range of an Accept header. */
    private record Range(String type, double quality) {

        static Range of(String text) {
            var parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            double quality = 1;
            for (var part : parts) {
                if (part.startsWith("q=")) quality = quality(part.substring(2));
            }
            return new Range(parts[0], quality);
        }

        private static double quality(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        /** How closely it names a media type; 0 = not at all. */
        int closeness(String mediaType) {
            if (type.equals(mediaType)) return 3;
            if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1))) return 2;
            return type.equals("*/*") ? 1 : 0;
        }
    }

    /** Atom unless another is preferred; empty where none of ours is acceptable. */
    static Optional<Representation> accepted(String accept) {
        if (accept == null || accept.isBlank()) return Optional.of(ATOM);
        var ranges = Arrays.stream(accept.split(",")).map(Range::of).toList();
        return Arrays.stream(values()).filter(one -> quality(one, ranges) > 0).max(Comparator.comparingDouble((Representation one) -> quality(one, ranges))
                .thenComparing(Comparator.comparing(Representation::ordinal).reversed()));
    }

    /** The closest range decides. */
    private static double quality(Representation one, java.util.List<Range> ranges) {
        return ranges.stream().filter(range -> range.closeness(one.bare()) > 0).max(Comparator.comparingInt(range -> range.closeness(one.bare()))).map(Range::quality).orElse(0.0);
    }
}
