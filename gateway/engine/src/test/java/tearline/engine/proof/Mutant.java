package tearline.engine.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.MemberRemoval;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A step of the engine taken out, and the tests run against what is left. Only the packages around the step are loaded again: standards and mappings
 * stay as they are, so a mutant costs what its tests cost.
 *
 * @param undone  what the method does instead; nothing: it is not there, and its parent's takes over
 * @param witness a test class, and a method of it behind a #, that is asked first
 */
record Mutant(String step, String type, String method, Optional<Implementation> undone, String witness) {

    private static final List<String> AROUND_A_RELEASE = List.of("tearline.engine.release.", "tearline.engine.render.", "tearline.engine.verify.", "tearline.engine.exchange.", "tearline.engine.rollup.");
    private static final List<String> AROUND_A_MARK = List.of("tearline.engine.marking.");
    private static final URL[] CLASSES = urls("target/classes", "target/test-classes");

    /** The first test that fails without the step; nothing where none does. */
    Optional<String> caughtBy(List<String> others) {
        try (var loader = new Broken()) {
            for (var tests : (Iterable<String>) java.util.stream.Stream.concat(java.util.stream.Stream.of(witness), others.stream())::iterator) {
                var failed = failing(loader, tests);
                if (failed.isPresent()) return failed;
            }
            return Optional.empty();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> failing(ClassLoader loader, String tests) throws ClassNotFoundException {
        var parts = tests.split("#");
        var type = Class.forName("tearline.engine." + parts[0], true, loader);
        var selectors = parts.length == 1 ? List.of(DiscoverySelectors.selectClass(type)) : Arrays.stream(type.getDeclaredMethods()).filter(one -> one.getName().equals(parts[1])).map(one -> DiscoverySelectors.selectMethod(type, one)).toList();
        if (selectors.isEmpty()) throw new IllegalStateException("no test " + tests);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
        var caught = new AtomicReference<String>();
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (result.getStatus() == TestExecutionResult.Status.FAILED && test.getSource().isPresent()) caught.compareAndSet(null, parts[0] + " " + test.getDisplayName());
                }
            });
        } finally {
            thread.setContextClassLoader(before);
        }
        return Optional.ofNullable(caught.get());
    }

    /** Loads the packages around the step itself, one class of them broken. */
    private final class Broken extends URLClassLoader {

        private final List<String> own = type.startsWith("marking.") ? AROUND_A_MARK : AROUND_A_RELEASE;

        Broken() {
            super(CLASSES, Mutant.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (own.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                if (loaded != null) return loaded;
                if (!name.equals("tearline.engine." + type)) return findClass(name);
                var bytes = broken();
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        private byte[] broken() {
            var locator = ClassFileLocator.ForClassLoader.of(Mutant.class.getClassLoader());
            var described = TypePool.Default.of(locator).describe("tearline.engine." + type).resolve();
            if (described.getDeclaredMethods().filter(ElementMatchers.named(method)).isEmpty()) throw new IllegalStateException(type + " has no " + method);
            DynamicType.Builder<?> builder = new ByteBuddy().redefine(described, locator);
            builder = undone.isPresent() ? builder.method(ElementMatchers.named(method).and(ElementMatchers.isDeclaredBy(described)).and(ElementMatchers.not(ElementMatchers.isSynthetic()))).intercept(undone.get())
                    : builder.visit(new MemberRemoval().stripMethods(ElementMatchers.named(method)));
            return builder.make().getBytes();
        }
    }

    private static URL[] urls(String... folders) {
        return Arrays.stream(folders).map(folder -> {
            try {
                return Path.of(folder).toUri().toURL();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toArray(URL[]::new);
    }
}
