package tearline.engine.release;

import tearline.engine.mark.Outline;
import tearline.engine.mark.Outline.Association;
import tearline.engine.mark.Outline.Span;

/** Takes away what points at what is gone, until nothing does: an association with an end that is missing says that something was there. */
final class Repair {

    private final Outline outline;
    private final String[] texts;

    Repair(Outline outline, String[] texts) {
        this.outline = outline;
        this.texts = texts;
    }

    /** What goes may be what something else points at. */
    void run() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var association : outline.associations()) changed |= repair(association);
        }
    }

    private boolean repair(Association association) {
        boolean changed = false;
        int living = 0;
        for (var end : association.ends()) {
            if (texts[end.number()] == null) continue;
            if (lives(outline.ids().get(end.id()))) {
                living++;
            } else {
                texts[end.number()] = null;
                changed = true;
            }
        }
        boolean goes = association.name().equals("relation") ? living < 2 : association.name().equals("provenance") && living == 0;
        return goes ? drop(association.span()) || changed : changed;
    }

    private boolean drop(Span span) {
        boolean changed = false;
        for (int i = span.from(); i <= span.to(); i++) {
            changed |= texts[i] != null;
            texts[i] = null;
        }
        return changed;
    }

    private boolean lives(Span span) {
        if (span == null) return false;
        for (int i = span.from(); i <= span.to(); i++) if (texts[i] != null) return true;
        return false;
    }
}
