package dev.rozgar.bootstrap;

import dev.rozgar.adapters.http.Http;
import dev.rozgar.bootstrap.settings.Settings;
import java.lang.System.Logger.Level;

/// A wiring that serves.
public final class Service implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Service.class.getName());

    private final Opened opened = new Opened();
    private final String host;
    private final Http http;

    private Service(Settings settings, Wiring wiring) {
        host = settings.server().host();
        opened.add(new Gauges(wiring.metrics()).bind(wiring));
        opened.add(new ClockKeeper(
                wiring.clockTasks(),
                wiring.forgetPeople(),
                wiring.postgres(),
                new ClockKeeper.Plan(
                        settings.billing().monthly(), settings.changes().retention())));
        opened.add(wiring.alertKeeper());
        opened.add(new VocabularyKeeper(wiring.postgres()::fillVocabulary));
        http = opened.add(Http.open(settings.server(), wiring.http()));
    }

    /// Begins to serve. The wiring stays its owner's to close, after this.
    public static Service start(Settings settings, Wiring wiring) {
        Service service = new Service(settings, wiring);
        LOG.log(Level.INFO, "serving at {0}", service.address());
        return service;
    }

    /// Where it answers.
    public String address() {
        return "http://" + host + ":" + http.port();
    }

    public int port() {
        return http.port();
    }

    /// Not ready from now on; lets requests in flight come to their end.
    @Override
    public void close() {
        opened.close();
    }
}
