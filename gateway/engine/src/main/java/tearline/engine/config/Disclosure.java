package tearline.engine.config;

/** What a product tells of its own redaction: nothing, that something is missing, or which categories are. */
public enum Disclosure { NOTHING, PRESENCE, CATEGORIES }
