package tearline.server.store;

/** Between the plan and its commit an attempt began for something that the partner was thought not to have: plan again. */
public final class HeldChanged extends RuntimeException {

    HeldChanged() {
        super("what a partner holds has changed", null, false, false);
    }
}
