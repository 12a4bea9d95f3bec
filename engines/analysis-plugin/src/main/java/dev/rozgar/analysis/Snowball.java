package dev.rozgar.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/// `snowball`: reduces a word to its stem; `language` names the stemmer, English by default.
@NamedComponent("snowball")
public final class Snowball implements TokenFilterFactory {
    private final String language;

    /// An unknown language is refused when the index is made, not when the first document comes.
    @Inject
    public Snowball(Settings settings) {
        this.language = settings.language();
        try {
            create(new KeywordTokenizer()).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return new SnowballFilter(tokens, language);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @StringSetting(path = "language", defaultValue = "English")
        String language();
    }
}
