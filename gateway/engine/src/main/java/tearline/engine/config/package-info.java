/** Reads a configuration folder, or says at once everything that is wrong with it. */
package tearline.engine.config;
