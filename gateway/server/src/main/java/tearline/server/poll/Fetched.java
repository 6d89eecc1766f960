package tearline.server.poll;

/** An answer, whole. */
record Fetched(int status, String mediaType, String etag, String modified, byte[] bytes) {

    boolean isFresh() {
        return status == 200;
    }

    boolean isUnchanged() {
        return status == 304;
    }
}
