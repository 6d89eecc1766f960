package tearline.engine;

/** How much a finding weighs: an error refuses, a warning is kept with the message, an info is only told. */
public enum Severity { ERROR, WARNING, INFO }
