package dev.rozgar.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.IntSetting;

/// `truncate`: of a longer word the first `length` UTF-16 units.
@NamedComponent("truncate")
public final class Truncate implements TokenFilterFactory {
    private final int length;

    @Inject
    public Truncate(Settings settings) {
        this.length = settings.length();
    }

    /// A missing length is found out here and not earlier: the server builds one of each component without any
    /// settings.
    @Override
    public TokenStream create(TokenStream tokens) {
        if (length <= 0) throw new IllegalArgumentException("length parameter must be provided");
        return TruncateTokenFilter.truncateAfterChars(tokens, length);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @IntSetting(path = "length", defaultValue = -1)
        int length();
    }
}
